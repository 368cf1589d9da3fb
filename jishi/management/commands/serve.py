"""`jishi serve`: the web process, and beside it the one that works."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from jishi.core.refused import Refused
from jishi.management.beginning import is_empty
from jishi.management.starting import demand
from jishi.words.refused import sentence

STOP_AFTER = 3  # seconds: an open event stream must not hold the process back


class Command(BaseCommand):
    help = "Serve the desk to browsers."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-work", action="store_true", help="another process works")

    def handle(self, **options: object) -> None:
        address = f"http://{options['host']}:{options['port']}"
        call_command("collectstatic", interactive=False, verbosity=0)
        try:
            if is_empty():
                call_command("begin", address=address, stdout=self.stdout)
            demand()
        except Refused as refused:
            raise CommandError(sentence(refused)) from refused
        self.stdout.write(f"{address}/")
        with working(not options["no_work"]):
            uvicorn.run(
                "jishi.asgi:application",
                host=options["host"],
                port=options["port"],
                log_level="warning",
                timeout_graceful_shutdown=STOP_AFTER,
                server_header=False,
            )


@contextmanager
def working(wanted: bool) -> Iterator[None]:
    """`jishi work` beside us, as long as we are there: a busy job in our own process would hold up the pages."""
    if not wanted:
        yield
        return
    worker = subprocess.Popen([sys.executable, "-m", "jishi", "work", "--beside", str(os.getpid())])
    try:
        yield
    finally:
        worker.terminate()
        worker.wait()

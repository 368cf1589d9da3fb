"""`jishi serve`: the web process."""

import uvicorn
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

STOP_AFTER = 3  # seconds: an open event stream must not hold the process back


class Command(BaseCommand):
    help = "Serve the desk to browsers."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, **options: object) -> None:
        call_command("collectstatic", interactive=False, verbosity=0)
        self.stdout.write(f"http://{options['host']}:{options['port']}/")
        uvicorn.run(
            "jishi.asgi:application",
            host=options["host"],
            port=options["port"],
            log_level="warning",
            timeout_graceful_shutdown=STOP_AFTER,
            server_header=False,
        )

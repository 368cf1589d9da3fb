"""`jishi work`: what the desk does later and by itself."""

import logging
import os
import signal
from threading import Event

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from jishi.core.refused import Refused
from jishi.management.starting import demand, stay_loaded
from jishi.timetable import JOBS, ROUNDS
from jishi.watch import jobs, rounds
from jishi.words.refused import sentence

LOG = logging.getLogger(__name__)
PAUSE = 1.0  # seconds without anything due


class Command(BaseCommand):
    help = "Do the jobs that are due and make the rounds, until stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--beside", type=int, default=0, help="the process to stop with, our parent")
        parser.add_argument("--once", action="store_true", help="until nothing is due any more")

    def handle(self, **options: object) -> None:
        try:
            demand()
        except Refused as refused:
            raise CommandError(sentence(refused)) from refused
        stay_loaded()
        stopped = Event()
        if not options["once"]:
            for told in (signal.SIGTERM, signal.SIGINT):
                signal.signal(told, lambda *_: stopped.set())
        while not stopped.is_set() and options["beside"] in (0, os.getppid()):
            worked = work()
            if options["once"] and not worked:
                return
            if not worked:
                close_old_connections()
                stopped.wait(PAUSE)


def work() -> bool:
    """One job and the rounds that are due; whether there was anything to do. What goes wrong is logged, and kept."""
    for regular in rounds.due(ROUNDS, timezone.now()):
        _try(regular.name, lambda regular=regular: regular.act(timezone.now()))
    job = jobs.claim(JOBS)
    if job is None:
        return False
    _try(str(job), lambda: jobs.run(job, JOBS))
    return True


def _try(name: str, act) -> None:
    try:
        act()
    except Exception:
        LOG.exception("%s failed", name)

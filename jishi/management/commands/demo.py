"""`jishi demo`: a believable company, its year of service diagnosed from a sheet, and its desk to walk about in."""

import subprocess
import sys
import webbrowser
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from jishi.demonstration.company import SEED, TICKETS, company
from jishi.demonstration.export import Sheet, export
from jishi.demonstration.history import history
from jishi.demonstration.moving import Moving
from jishi.demonstration.moving_in import PASSWORD, log_ins
from jishi.demonstration.organisation import Company

MAPPING = settings.HOME.parent / "examples" / "demonstration.toml"


class Command(BaseCommand):
    help = "Build the demonstration company, show the diagnosis of its year and serve its desk."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seed", type=int, default=SEED)
        parser.add_argument("--tickets", type=int, default=TICKETS)
        parser.add_argument("--now", default="", help="ISO moment the year ends at")
        parser.add_argument("--folder", type=Path, default=None, help="var/demo")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-browser", action="store_true")
        parser.add_argument("--no-serve", action="store_true")

    def handle(self, **options: object) -> None:
        folder = options["folder"] or settings.VAR / "demo"
        seed, tickets = int(str(options["seed"])), int(str(options["tickets"]))
        now = moment(str(options["now"]))
        moving = Moving(folder, seed, tickets, now, anew=bool(options["now"]))
        moving.begin()
        firm = company(seed=seed, now=now, tickets=tickets)
        sheet = write(firm, folder)
        self.stdout.write(f"{sheet.rows:,} → {sheet.path}")
        report = diagnose(sheet.path, folder / "report.html")
        if not options["no_browser"]:
            show(report)
        wait(moving, tickets)
        self.stdout.write(f"\n{report}\n\n" + "\n".join(doors(firm)) + "\n")
        if not options["no_serve"]:
            serve(moving, int(str(options["port"])))


def write(firm: Company, folder: Path) -> Sheet:
    """The company's year as its people keep it."""
    return export(firm, history(firm), folder / f"{firm.name}售后工单台账.xlsx")


def diagnose(path: Path, report: Path) -> Path:
    call_command("analyze", str(path), html=str(report), map=str(MAPPING))
    return report


def show(report: Path) -> None:
    """Open it where somebody sits before a screen; nothing happens elsewhere."""
    if not sys.stdout.isatty():
        return
    try:
        webbrowser.get().open(report.as_uri())
    except (webbrowser.Error, OSError):
        return


def wait(moving: Moving, tickets: int) -> None:
    """Until the company has moved in. Says what went wrong if it could not."""
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(str(moving.desk), total=tickets)
        for done, total in moving.steps():
            bar.update(task, completed=done, total=total)
    if wrong := moving.settle():
        raise CommandError(wrong)


def doors(firm: Company) -> list[str]:
    """One log-in a role."""
    return [f"{role:<16}{person.number}  {PASSWORD}  {person.name}" for role, person in log_ins(firm).items()]


def serve(moving: Moving, port: int) -> None:
    """The desk, in a process of its own that knows only this company; until somebody stops it."""
    try:
        subprocess.run(
            [sys.executable, "-m", "jishi", "serve", "--port", str(port)], env=moving.environment, check=True
        )
    except KeyboardInterrupt:
        return


def moment(text: str) -> datetime:
    """An ISO moment, local where it names no zone; now when empty, on the full minute."""
    if not text:
        return timezone.localtime().replace(second=0, microsecond=0)
    try:
        told = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise CommandError(f"--now {text}: {wrong}") from wrong
    return told if told.tzinfo else timezone.make_aware(told)

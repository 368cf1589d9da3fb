"""`jishi demo`: a believable company, its year of service as a sheet, and the diagnosis of it."""

import sys
import webbrowser
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from jishi.demonstration.company import SEED, TICKETS, company
from jishi.demonstration.export import Sheet, export
from jishi.demonstration.history import history

MAPPING = settings.HOME.parent / "examples" / "demonstration.toml"


class Command(BaseCommand):
    help = "Build the demonstration company and show the diagnosis of its year."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seed", type=int, default=SEED)
        parser.add_argument("--tickets", type=int, default=TICKETS)
        parser.add_argument("--now", default="", help="ISO moment the year ends at")
        parser.add_argument("--folder", type=Path, default=None, help="var/demo")
        parser.add_argument("--no-browser", action="store_true")

    def handle(self, **options: object) -> None:
        folder = options["folder"] or settings.VAR / "demo"
        sheet = build(folder, int(str(options["seed"])), moment(str(options["now"])), int(str(options["tickets"])))
        self.stdout.write(f"{sheet.rows:,} → {sheet.path}")
        if "analyze" in get_commands():
            report = diagnose(sheet.path, folder / "report.html")
            self.stdout.write(str(report))
            if not options["no_browser"]:
                show(report)


def build(folder: Path, seed: int, now: datetime, tickets: int) -> Sheet:
    """Generate the company's year and write it as its people keep it."""
    firm = company(seed=seed, now=now, tickets=tickets)
    return export(firm, history(firm), folder / f"{firm.name}售后工单台账.xlsx")


def diagnose(path: Path, report: Path) -> Path:
    call_command("analyze", str(path), html=str(report), **({"map": str(MAPPING)} if MAPPING.exists() else {}))
    return report


def show(report: Path) -> None:
    """Open it where somebody sits before a screen; nothing happens elsewhere."""
    if not sys.stdout.isatty():
        return
    try:
        webbrowser.get().open(report.as_uri())
    except (webbrowser.Error, OSError):
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

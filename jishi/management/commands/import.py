"""`jishi import FILE`: a ticket export or event log into the journal; a second time adds nothing."""

from time import perf_counter

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from jishi.core.refused import Refused
from jishi.intake import history, importing
from jishi.intake.mapping import Mapping
from jishi.management.starting import demand
from jishi.words import analyzing
from jishi.words.refused import sentence


class Command(BaseCommand):
    help = "Bring the tickets and events of a file into the journal; what is there already is not added again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--map", metavar="TOML", help="which column means what (docs/READING.md)")
        parser.add_argument("--source", help="name of the system it comes from; else the letters of the file's name")

    def handle(self, **options: str) -> None:
        try:
            mapping = Mapping.load(options["map"]) if options["map"] else None
            told = history.read(options["file"], mapping)
        except Refused as refused:
            raise CommandError(analyzing.refusal(refused)) from refused
        try:
            demand()
        except Refused as refused:
            raise CommandError(sentence(refused)) from refused
        since = perf_counter()
        tickets, events = written(told, options["source"] or importing.source_of(told.file["name"]))
        seconds = perf_counter() - since
        self.stdout.write(f"+{tickets:,} tickets, +{events:,} events, {told.events:,} rows, {seconds:.1f} s")
        self.stdout.write(f"{told.events / seconds:,.0f} rows/s, {len(told.errors):,} errors")


def written(told: history.Told, source: str) -> tuple[int, int]:
    """Write, showing how far it is; tickets touched and events added."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    tickets = events = 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(source, total=len(told.tickets))
        for step in importing.write(told.tickets, source, timezone.now()):
            tickets, events = tickets + step.tickets, events + step.events
            bar.update(task, completed=tickets)
    return tickets, events

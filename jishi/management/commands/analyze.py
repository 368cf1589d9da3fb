"""`jishi analyze FILE`: a ticket export in, a diagnosis out. Needs no database and no server."""

import json
from argparse import ArgumentParser
from datetime import datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from jishi import words
from jishi.core.refused import Refused
from jishi.core.zones import zone_named
from jishi.management import telling
from jishi.words import analyzing

LANGUAGES = {"zh": "zh-hans", "en": "en"}


class Command(BaseCommand):
    help = "Diagnose a ticket export (CSV, XLSX, Parquet, JSON lines, XES; also .gz and .zip)."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="each is diagnosed on its own")
        parser.add_argument("--map", metavar="TOML", help="which column means what (docs/READING.md)")
        parser.add_argument("--save-map", metavar="TOML", help="write what was taken for what, to be mended")
        parser.add_argument("--zone", help="time zone of the moments in the file, as in Asia/Shanghai")
        parser.add_argument("--lang", choices=sorted(LANGUAGES), default=settings.LANGUAGE_CODE[:2])
        parser.add_argument("--by", metavar="A,B", help="dimensions to group by, their names or their columns'")
        parser.add_argument("--as-of", metavar="MOMENT", help="as things stood then; a day means its end")
        parser.add_argument("--html", metavar="PATH", help="write the report, one self-contained file")
        parser.add_argument(
            "--json", metavar="PATH", help="write the figures (docs/ANALYSIS.md); - for standard output"
        )

    def handle(self, **options: object) -> None:
        console = Console(stderr=options["json"] == "-")
        unread = []
        with translation.override(LANGUAGES[options["lang"]]):
            for file in options["files"]:
                try:
                    diagnosis = analyze(file, options, console)
                except Refused as refused:
                    unread.append(analyzing.refusal(refused))
                    continue
                tell(diagnosis, options, console)
                write(diagnosis, file, options, console)
        if unread:
            raise CommandError("\n".join(unread))


def analyze(file: str, options: dict, console: Console) -> dict:
    """The diagnosis of one file. Raises Refused when nothing in it can be read, or when it was asked wrongly."""
    from jishi import facts
    from jishi.indicators.diagnosis import diagnose
    from jishi.intake import agreed, history
    from jishi.intake.mapping import Mapping

    mapping = Mapping.load(options["map"]) if options["map"] else Mapping()
    if options["zone"]:
        mapping.zone = zone_named(options["zone"]).key
    with Progress(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=console, transient=True
    ) as bar:
        task = bar.add_task(escape(str(analyzing.READING) % {"file": Path(file).name}), total=None)

        def step(description: object, done: float | None = None, total: float | None = None) -> None:
            bar.update(task, description=escape(str(description)), completed=done, total=total)

        told = history.read(file, mapping, lambda done, total: bar.update(task, completed=done, total=total))
        if options["save_map"]:
            told.mapping.save(options["save_map"])
        step(analyzing.TIMING)
        made = facts.tables(
            told.tickets,
            agreed.clocks(told.mapping).values(),
            agreed.terms(told.mapping),
            told.mapping.zone,
            as_of=moment(options["as_of"], told.mapping.zone),
            now=int(timezone.now().timestamp()),
        )
        return diagnose(told, made, split(options["by"]), lambda name: step(stage(name)))


def stage(name: str) -> str:
    """What is being done, in words."""
    words_of = {"measuring": analyzing.MEASURING, "quality": analyzing.CHECKING}
    return str(words_of.get(name) or str(analyzing.DIVIDING) % {"dimension": words.dimension(name)})


def moment(given: str | None, zone: str) -> int | None:
    """Epoch seconds of "2026-11-30" (its end) or "2026-11-30T18:00", in `zone` unless it says another."""
    if given is None:
        return None
    try:
        at = datetime.fromisoformat(given)
    except ValueError as wrong:
        raise Refused("bad-moment", value=given) from wrong
    if len(given) == 10:
        at = datetime.combine(at.date() + timedelta(days=1), time(0))
    return int((at if at.tzinfo else at.replace(tzinfo=zone_named(zone))).timestamp())


def split(names: str | None) -> list[str] | None:
    return [name.strip() for name in names.split(",") if name.strip()] if names else None


def tell(diagnosis: dict, options: dict, console: Console) -> None:
    from jishi.reports import summary

    telling.columns(diagnosis, console)
    console.print()
    summary.show(diagnosis, options["lang"], console)
    console.print()
    telling.errors(diagnosis, console)
    if not options["map"]:
        console.print(str(analyzing.HINT), style="dim", markup=False)


def write(diagnosis: dict, file: str, options: dict, console: Console) -> None:
    """The report and the JSON, each beside its name when several files are diagnosed at once."""
    if options["json"] == "-":
        print(json.dumps(diagnosis, ensure_ascii=False, allow_nan=False))
    elif options["json"]:
        path = named(options["json"], file, options)
        path.write_text(json.dumps(diagnosis, ensure_ascii=False, allow_nan=False, indent=1), encoding="utf-8")
        console.print(str(analyzing.WRITTEN) % {"file": path}, markup=False)
    if options["html"]:
        from jishi.reports import html

        path = named(options["html"], file, options)
        html.write(diagnosis, path, options["lang"])
        console.print(str(analyzing.WRITTEN) % {"file": path}, markup=False)


def named(path: str, file: str, options: dict) -> Path:
    """`report.html`, or of several files `report.january.html`."""
    given = Path(path)
    if len(options["files"]) == 1:
        return given
    return given.with_name(f"{given.stem}.{Path(file).name.partition('.')[0]}{given.suffix}")

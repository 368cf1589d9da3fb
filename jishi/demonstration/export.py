"""The company's export: one row a ticket, as its people keep it in Excel."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jishi.core.history import Ticket

from .almanac import AHEAD
from .blemishes import Blemishes, blemishes, mistyped
from .columns import COLUMNS, MOMENTS, ORDER, Sight, sight
from .organisation import Company

FIVE = 300
EXCEL = datetime(1899, 12, 30)  # noqa: DTZ001 - day 0 of a sheet, which knows no zones
MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the same file each time
HEADINGS = [column.heading for column in COLUMNS]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was written. `rows` counts tickets and duplicates, neither the heading nor the sum."""

    path: Path
    rows: int
    blemishes: Blemishes


def export(company: Company, history: Sequence[Ticket], path: str | Path) -> Sheet:
    """Write .xlsx, or .csv (UTF-8 with BOM) by the ending. Names and phones are masked."""
    path, found = Path(path), blemishes(company, history)
    path.parent.mkdir(parents=True, exist_ok=True)
    write = _write_csv if path.suffix == ".csv" else _write_xlsx
    return Sheet(path, write(path, _title(company), _rows(company, history, found), _total(history)), found)


Cells = list[object]


def _rows(company: Company, history: Iterable[Ticket], found: Blemishes) -> Iterator[Cells]:
    names = {person.number: person.name for person in company.people}
    for ticket in history:
        row = _row(sight(ticket, company, names), found)
        yield row
        if ticket.id in found.duplicate:
            yield row


def _row(seen: Sight, found: Blemishes) -> Cells:
    ticket = seen.ticket
    typed = mistyped(seen.moments, ticket, found, seen.company.plan.now)
    step = FIVE if str(seen.field("owner")) in found.rounders else 60
    seen.moments = _to_the_minute(typed, step)
    write = _written_out if ticket.id in found.written_out else _local
    return [
        write(value) if column.heading in MOMENTS and isinstance(value, int) else value
        for column, value in ((column, column.value(seen)) for column in COLUMNS)
    ]


def _to_the_minute(moments: dict[str, int], step: int) -> dict[str, int]:
    """Whole minutes, to the nearest five for some; nobody types an order that is plainly wrong."""
    typed = {heading: _nearest(at, 60 if heading in EXACT else step) for heading, at in moments.items()}
    received = typed["受理时间"]
    for heading in (heading for heading in typed if moments[heading] >= moments["受理时间"]):
        typed[heading] = max(typed[heading], received)
    least = received
    for heading in (heading for heading in ORDER if typed.get(heading, 0) >= received):
        typed[heading] = least = max(typed[heading], least)
    return typed


EXACT = {"受理时间", "排队时间", "接通时间", "录入时间"}  # written by the telephone and the computer


def _nearest(at: int, step: int) -> int:
    """The computer cuts seconds off; people round to five minutes."""
    return at // 60 * 60 if step == 60 else (at + step // 2) // step * step


def _local(at: int) -> datetime:
    return datetime.fromtimestamp(at + AHEAD, UTC).replace(tzinfo=None)


def _written_out(at: int) -> str:
    local = _local(at)
    return f"{local.year}年{local.month}月{local.day}日 {local.hour}:{local.minute:02}"


def _title(company: Company) -> str:
    first, last = _local(company.plan.since), _local(company.plan.now - 1)
    return f"{company.name}售后服务工单台账（{first.year}年{first.month}月—{last.year}年{last.month}月）"


def _total(history: Sequence[Ticket]) -> Cells:
    """The row below the last: how many, and how satisfied."""
    row: Cells = ["合计", f"{len(history)}单", *[""] * (len(COLUMNS) - 2)]
    scores = [float(str(ticket.fields["score"])) for ticket in history if ticket.fields["score"]]
    row[HEADINGS.index("满意度")] = round(sum(scores) / max(len(scores), 1), 2)
    return row


def _write_csv(path: Path, title: str, rows: Iterable[Cells], total: Cells) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(HEADINGS)
        for row in rows:
            sheet.writerow([f"{cell:%Y-%m-%d %H:%M}" if isinstance(cell, datetime) else cell for cell in row])
            count += 1
        sheet.writerow(total)
    return count


def _write_xlsx(path: Path, title: str, rows: Iterable[Cells], total: Cells) -> int:
    """Row by row, so that any number fits in memory. The title and the headings stand above."""
    n = 2
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        book.set_properties({"title": title, "created": MADE})
        sheet, bold = book.add_worksheet("工单台账"), book.add_format({"bold": True})
        moments = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        _lay_out(sheet)
        sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, title, book.add_format({"bold": True, "font_size": 14}))
        _put(sheet, 1, HEADINGS, moments, bold)
        for row in rows:
            _put(sheet, n, row, moments)
            n += 1
        _put(sheet, n, total, moments, bold)
    return n - 2


def _lay_out(sheet: Worksheet) -> None:
    for n, column in enumerate(COLUMNS):
        sheet.set_column(n, n, column.width)
    sheet.freeze_panes(2, 1)


def _put(sheet: Worksheet, n: int, cells: Sequence[object], moments: Format, style: Format | None = None) -> None:
    """Text goes in as text, whatever it begins with; moments as Excel's day numbers."""
    for k, cell in enumerate(cells):
        if isinstance(cell, str):
            if cell:
                sheet.write_string(n, k, cell, style)
        elif isinstance(cell, datetime):
            sheet.write_number(n, k, (cell - EXCEL).total_seconds() / 86_400, moments)
        elif isinstance(cell, int | float):
            sheet.write_number(n, k, cell, style)

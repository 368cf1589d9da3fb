"""What `jishi analyze` prints besides the summary: what the columns were taken for, and what could not be read."""

from rich.console import Console
from rich.table import Table

from jishi import words
from jishi.words import analyzing

SHOWN = 20


def columns(diagnosis: dict, console: Console) -> None:
    """What was taken for what, as a table; the columns nobody used on a line below."""
    if diagnosis["columns"]:
        heads = (analyzing.COLUMN, analyzing.MEANING, analyzing.HOW, analyzing.FILLED, analyzing.EXAMPLE)
        table = _table(analyzing.TAKEN, heads)
        for each in diagnosis["columns"]:
            meaning, how = words.field(each["taken_for"]), words.how(each["by"])
            row = (each["column"], meaning, how, words.share(each["filled"]), each["example"])
            table.add_row(*(words.plain(cell) for cell in row))
        console.print(table)
    if diagnosis["unused"]:
        unused = words.listed([words.plain(column) for column in diagnosis["unused"]])
        console.print(str(analyzing.UNUSED) % {"columns": unused}, style="dim", markup=False)


def errors(diagnosis: dict, console: Console) -> None:
    """The first rows that could not be read in full, and how many there are."""
    if not diagnosis["errors"]:
        return
    count = words.count(len(diagnosis["errors"]))
    table = _table(
        str(analyzing.ERRORS) % {"count": count},
        (analyzing.ROW, analyzing.COLUMN, analyzing.VALUE, analyzing.REASON),
    )
    for each in diagnosis["errors"][:SHOWN]:
        row = (each["row"], each["column"], each["value"], analyzing.reason(each["reason"]))
        table.add_row(*(words.plain(cell) for cell in row))
    console.print(table)


def _table(title: object, heads: tuple) -> Table:
    table = Table(title=str(title), title_justify="left", box=None, pad_edge=False, header_style="dim")
    for head in heads:
        table.add_column(str(head), overflow="ellipsis", no_wrap=True, max_width=40)
    return table

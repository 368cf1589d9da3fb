"""The diagnosis on a terminal: the sentences, the clocks, who and why, the doubts."""

import re

from django.utils import translation
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from jishi import words
from jishi.words.text import OPEN, SHUT

from . import picks
from .compose import headings, verdict
from .html import LANGUAGES

SHOWN = 6
HAN = "\u2e80-\u9fff\uf900-\uff60"
# a word with the space before it, or one Chinese character with the punctuation that may not begin a line
PIECE = re.compile(rf" *(?:[^ {HAN}]+|[{HAN}])[\ue001，。：；、”）]*")
NARROW = ("clock", "n", "open", "median", "counted", "p90", "share")
WIDE = (*NARROW[:-1], "mean", "max", "share", "none")


def show(diagnosis: dict, lang: str = "zh", console: Console | None = None) -> None:
    """Print the summary in "zh" or "en"."""
    console, diagnosis = console or Console(), picks.told_once(diagnosis)
    with translation.override(LANGUAGES[lang]):
        console.print(head(diagnosis))
        for says in verdict(diagnosis):
            console.print(stressed(wrapped(says["says"], console.width)))
        told = headings()
        clock = clocks(diagnosis, told, console.width)
        for table in (clock, group(diagnosis, told), causes(diagnosis, told), doubts(diagnosis, told)):
            if table.row_count:
                console.print()
                console.print(table)


def head(diagnosis: dict) -> Text:
    since, until = (words.day(at) for at in diagnosis["span"])
    span = f"{words.count(diagnosis['tickets'])} · {since} – {until} → {words.moment(diagnosis['as_of'])}"
    return Text(words.plain(diagnosis["file"]["name"]), style="bold").append(f"  {span}", "dim")


def wrapped(sentence: str, width: int) -> str:
    """Broken at spaces and between Chinese characters, never inside a figure: Rich would part 82.4 from its %."""
    lines, line = [], "•"
    for piece in PIECE.findall(f" {sentence}"):
        if wide(line + piece) > width and line.strip():
            lines.append(line)
            line, piece = " ", " " + piece.lstrip(" ")
        line += piece
    return "\n".join([*lines, line])


def wide(text: str) -> int:
    return cell_len(text.replace(OPEN, "").replace(SHUT, ""))


def stressed(sentence: str) -> Text:
    """The marks of `words.strong` in bold; nothing in a name can steer the terminal."""
    text = Text(no_wrap=True, overflow="ignore")
    for i, piece in enumerate(sentence.replace(SHUT, OPEN).split(OPEN)):
        text.append(piece, "bold" if i % 2 else "")
    return text


def grid(*columns: str) -> Table:
    """Names left, figures right; the width of Chinese characters is Rich's matter."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for i, column in enumerate(columns):
        table.add_column(column, justify="right" if i else "left", no_wrap=True, min_width=0 if i else 12)
    return table


def clocks(diagnosis: dict, told: dict, width: int) -> Table:
    """Every clock in a line; a narrow terminal leaves out the mean and the longest."""
    shown = WIDE if width >= 116 else NARROW
    table = grid(*(told[name] for name in shown))
    for name in picks.ran(diagnosis["clocks"]):
        clock = diagnosis["clocks"][name]
        told_all = clock_told(name, clock)
        table.add_row(*(told_all[each] for each in shown))
    return table


def clock_told(name: str, clock: dict) -> dict[str, str]:
    return {
        "clock": words.clock(name),
        "n": words.count(clock["n"]),
        "open": words.count(clock["open"]),
        "median": words.duration(clock["median_s"]),
        "counted": words.duration(clock["km"]["median_s"]),
        "p90": words.duration(clock["p90_s"]),
        "mean": words.duration(clock["mean_s"]),
        "max": words.duration(clock["max_s"]),
        "share": words.share(clock["within"]["share"]),
        "none": words.count(clock["within"]["no_target"]),
    }


def group(diagnosis: dict, told: dict) -> Table:
    """The first dimension that says who: its values with most tickets."""
    of = next((of for of in picks.WHO if diagnosis["groups"].get(of)), None)
    name = picks.main_clock(diagnosis["clocks"])
    heads = ("tickets", "open", "counted", "p90", "share")
    table = grid(words.dimension(of) if of else "", *(told[key] for key in heads))
    values = diagnosis["groups"][of] if of and name else {}
    for value, part in sorted(values.items(), key=lambda item: -item[1]["tickets"])[:SHOWN]:
        figures = told_of(part["clocks"].get(name), told)
        table.add_row(Text(words.value(value, of)), words.count(part["tickets"]), *figures)
    if len(values) > SHOWN:
        table.add_row(f"… {len(values) - SHOWN}", "", "", "", "", "")
    return table


def told_of(clock: dict | None, told: dict) -> tuple[str, ...]:
    if not clock or picks.seen(clock) < picks.ENOUGH:
        return "", told["few"], "", ""
    times = (picks.typical(clock), clock["p90_s"])
    return words.count(clock["open"]), *map(words.duration, times), words.share(clock["within"]["share"])


def causes(diagnosis: dict, told: dict) -> Table:
    missed = diagnosis.get("pareto_missed")
    pareto = missed if missed and missed["rows"] else diagnosis.get("pareto") or {"rows": [], "by": ""}
    counted = told["late"] if pareto is missed else told["tickets"]
    table = grid(words.dimension(pareto["by"]), counted, told["cumulated"])
    for row in pareto["rows"][:SHOWN]:
        name = Text(words.value(row["value"], pareto["by"]), "bold" if row["vital"] else "")
        table.add_row(name, words.count(row["count"]), words.share(row["cumulative"]))
    return table


def doubts(diagnosis: dict, told: dict) -> Table:
    table = grid(told["finding"], "", "n", told["rows"])
    table.columns[1].justify = table.columns[3].justify = "left"
    for kind in picks.doubts(diagnosis)[:SHOWN]:
        each = kind["each"][0]
        rows = ", ".join(str(row) for row in each["rows"][:5]) + (" …" if each["count"] > 5 and each["rows"] else "")
        where = words.clock(each["clock"]) if "clock" in each else words.field(each.get("column", ""))
        count = words.count(each["count"]) if each["count"] else ""
        table.add_row(words.finding(kind["finding"]), Text(where), count, rows)
    return table

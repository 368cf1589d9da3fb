"""The light markup of articles, read into blocks and spans. Values in, values out: whoever shows them escapes them.

## heading · - bullet · 1. step · > note · ``` code ``` ; within a line **strong**, `code`, [[K-12]] another article.
Nothing else means anything: no HTML, no pictures, no addresses that lead outside.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

FENCE = "```"
MARKS = (
    ("heading", re.compile(r"#{1,4} +")),
    ("bullets", re.compile(r"[-*•] +")),
    ("steps", re.compile(r"\d{1,2}[.)、．] *")),
    ("note", re.compile(r"> ?")),
)
INSIDE = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|`(?P<code>[^`]+)`|\[\[K-(?P<article>\d{1,9})\]\]")


@dataclass(frozen=True, slots=True)
class Span:
    """`kind`: text, strong, code, article (whose `text` is the digits of its number)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """`kind`: heading, paragraph, bullets, steps, note, code. A line of a list is an item."""

    kind: str
    lines: tuple[tuple[Span, ...], ...]


def read(text: str) -> list[Block]:
    """The text as blocks; an empty line, or another mark, begins a new one."""
    runs = groupby(_marked(text), key=lambda line: line[:2])
    return [Block(kind, tuple(line for _, _, line in lines)) for (kind, _), lines in runs if kind]


def spans(line: str) -> tuple[Span, ...]:
    """The parts of one line."""
    found, last = [], 0
    for match in INSIDE.finditer(line):
        if match.start() > last:
            found.append(Span("text", line[last : match.start()]))
        kind = match.lastgroup or "text"
        found.append(Span(kind, match[kind]))
        last = match.end()
    return (*found, Span("text", line[last:])) if last < len(line) else tuple(found)


def _marked(text: str) -> Iterator[tuple[str, int, tuple[Span, ...]]]:
    """(kind, number of the block, spans) of each line; no kind for lines that show nothing."""
    fenced, block = False, 0
    for line in text.splitlines():
        if line.strip().startswith(FENCE):
            fenced, block = not fenced, block + 1
        elif fenced:
            yield "code", block, (Span("text", line),)
        elif not line.strip():
            block += 1
        else:
            kind, said = _kind(line.strip())
            block += kind == "heading"
            yield kind, block, spans(said)


def _kind(line: str) -> tuple[str, str]:
    for kind, mark in MARKS:
        if match := mark.match(line):
            return kind, line[match.end() :]
    return "paragraph", line

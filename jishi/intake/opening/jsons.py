"""JSON lines and JSON arrays, one record at a time; `{"tickets": […]}` as APIs answer is unwrapped."""

import json
import re
from collections.abc import Iterator
from typing import TextIO

from jishi.core.refused import Refused
from jishi.intake.opening.encoding import encoding_of, text_of
from jishi.intake.opening.limits import LIMITS
from jishi.intake.opening.pack import Content
from jishi.intake.opening.records import open_records
from jishi.intake.opening.rows import Rows

PIECE = 1 << 18
BETWEEN = re.compile(r"[\s,]*")
decoder = json.JSONDecoder()


def open_json(content: Content, encoding: str = "") -> Rows:
    """Raises Refused("bad-json" with the character's place, "not-a-table", "wrong-encoding")."""
    name = encoding_of(content, encoding)
    text = text_of(content.open(), name)
    return open_records("json", records(text, content.name), content.name, encoding=name)


def records(text: TextIO, name: str) -> Iterator[dict]:
    """Objects of an array, of lines, or of the longest list in one wrapping object."""
    for value in values(text, name):
        if not isinstance(value, dict):
            raise Refused("not-a-table", file=name)
        yield from unwrapped(value)


def unwrapped(value: dict) -> list[dict]:
    lists = [each for each in value.values() if isinstance(each, list) and each and isinstance(each[0], dict)]
    longest = max(lists, key=len, default=[])
    wrapping = len(longest) > 1 or (longest and len(value) <= 3)
    return [each for each in longest if isinstance(each, dict)] if wrapping and len(value) <= 8 else [value]


def values(text: TextIO, name: str) -> Iterator[object]:
    """Every value that stands in the text, read piece by piece."""
    rest, seen = text.read(PIECE), 0
    at = BETWEEN.match(rest).end()
    array = rest[at : at + 1] == "["
    at += array
    while True:
        at = BETWEEN.match(rest, at).end()
        if array and rest[at : at + 1] == "]":
            return
        try:
            value, at = decoder.raw_decode(rest, at)
            yield value
        except (ValueError, RecursionError) as why:
            piece = text.read(max(PIECE, len(rest) - at))
            if not piece and at == len(rest) and not array:
                return
            if not piece or len(rest) - at > LIMITS.line_bytes * 16:
                raise Refused("bad-json", file=name, place=seen + at) from why
            rest, seen, at = rest[at:] + piece, seen + at, 0

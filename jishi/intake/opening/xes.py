"""XES event logs, streamed: one row per event, the attributes of its trace repeated as `case:…`."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from jishi.core.refused import Refused
from jishi.intake.opening.pack import Content
from jishi.intake.opening.records import open_records
from jishi.intake.opening.rows import Rows

VALUES = ("string", "date", "int", "float", "boolean", "id")


def open_xes(content: Content) -> Rows:
    """Raises Refused("entities" | "damaged" | "not-a-table")."""
    return open_records("xes", told(content.open(), content.name), content.name)


def told(stream: BinaryIO, name: str) -> Iterator[dict]:
    try:
        yield from events(stream)
    except DefusedXmlException as why:
        raise Refused("entities", file=name) from why
    except ParseError as why:
        raise Refused("damaged", file=name, why=str(why)) from why


def events(stream: BinaryIO) -> Iterator[dict]:
    """Rows of each trace as it ends; what was read is let go, so that a long log needs little memory."""
    above: list[Element] = []
    for happens, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
        if happens == "start":
            above.append(element)
            continue
        above.pop()
        if bare(element) == "trace":
            yield from rows_of(element)
        if bare(element) in ("trace", "event") and above and bare(above[-1]) == "log":
            above[-1].remove(element)


def rows_of(trace: Element) -> Iterator[dict]:
    case = {f"case:{key}": value for key, value in attributes(trace).items()}
    for event in trace:
        if bare(event) == "event":
            yield {**case, **attributes(event)}


def attributes(element: Element) -> dict[str, str]:
    return {
        child.get("key", ""): child.get("value", "") for child in element if bare(child) in VALUES and child.get("key")
    }


def bare(element: Element) -> str:
    return element.tag.rpartition("}")[2]

"""Every address of the desk, opened as everybody: what is answered, row by row of the table beside this file."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.db import transaction
from django.test import Client

from jishi.urls import urlpatterns

TABLE = Path(__file__).with_name("doors.tsv")
METHODS = ("GET", "POST")
PLACE = re.compile(r"<(\w+):(\w+)>")

# What stands for a part of an address: by its beginning, else by its name. Numbers are those of an object near or far.
SPECIMENS = {
    "roles/<slug:code>": "agent",
    "tickets/<str:number>/<slug:code>": "contact",
    "tickets/together/<slug:code>": "assign",
    "calendars/<slug:code>": "24x7",
    "take/<slug:code>": "tickets",
    "lists/<slug:name>": "faults",
}
NAMED = {"right": "board", "code": "nothing", "name": "nothing", "token": "nothing", "stored": "nothing"} | {
    "span": "week",
    "day": "2026-01-05",
}
NOWHERE = "999999"  # the id of nothing


class Row(NamedTuple):
    """`thing`: "near" is a ticket or person of one's own team, "far" one of another department, "-" neither."""

    address: str
    method: str
    thing: str


def doors(patterns=urlpatterns, before: str = "") -> Iterator[tuple[str, str]]:
    """(address, the right that opens it) of every view."""
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from doors(pattern.url_patterns, address)
        else:
            yield address, pattern.callback.right


def rows() -> list[Row]:
    """What the table must hold: every address by every method, twice where it names a ticket or a person."""
    things = {True: ("near", "far"), False: ("-",)}
    return [
        Row(address, method, thing)
        for address, _ in sorted(doors())
        for method in METHODS
        for thing in things["<str:number>" in address]
    ]


def walk(person, numbers: dict[str, dict[str, str]], rows: list[Row]) -> dict[Row, str]:
    """Opens each address as `person`, nobody if None; whatever it does is undone."""
    client = Client(raise_request_exception=False)
    if person:
        client.force_login(person)
    kept = client.cookies["desk"].value if person else ""
    answers = {}
    for row in rows:
        if kept:
            client.cookies["desk"] = kept
        with transaction.atomic():
            answer = client.generic(row.method, "/" + spelled(row, numbers))
            answers[row] = str(answer.status_code)
            transaction.set_rollback(True)
    return answers


def spelled(row: Row, numbers: dict[str, dict[str, str]]) -> str:
    def specimen(place: re.Match) -> str:
        kind, name = place.groups()
        if name == "number":
            return numbers["people" if row.address.startswith("people/") else "tickets"][row.thing]
        if kind == "int":
            return NOWHERE
        known = row.address[: place.end()]
        return SPECIMENS.get(known, NAMED[name])

    return PLACE.sub(specimen, row.address)


def read() -> dict[Row, dict[str, str]]:
    """The table: row -> who -> status."""
    head, *lines = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]
    return {Row(*line[:3]): dict(zip(head[3:], line[3:], strict=True)) for line in lines}


def write(answers: dict[str, dict[Row, str]]) -> None:
    lines = [["address", "method", "thing", *answers]]
    lines += [[*row, *(column[row] for column in answers.values())] for row in rows()]
    TABLE.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")

"""Every address of the desk, opened as everybody: what is answered, row by row of the table beside this file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from django.db import transaction
from django.test import Client

from jishi.urls import urlpatterns

TABLE = Path(__file__).with_name("doors.tsv")
METHODS = ("GET", "POST")
Things = Mapping[str, Mapping[str, object]]
PLACE = re.compile(r"<(\w+):(\w+)>")

# What a part of an address stands for: a kind of thing of furnished.py. By the address up to it, or by all of it.
KINDS = {
    "tickets/<str:number>": "tickets",
    "tickets/new/chase/<str:number>": "tickets",
    "tickets/<str:number>/files/<slug:stored>": "files",
    "knowledge/tickets/<str:number>": "tickets",
    "knowledge/tickets/<str:number>/use/<int:pk>": "articles",
    "knowledge/<int:pk>": "articles",
    "knowledge/doubts/<int:pk>": "doubts",
    "matters/tickets/<str:number>": "tickets",
    "matters/<int:pk>": "matters",
    "notices/<int:notice>": "notices",
    "offers/<int:pk>": "offers",
    "people/<str:number>": "people",
    "customers/<str:number>": "customers",
    "records/teams/<int:team>": "teams",
    "replies/<int:reply>": "replies",
    "roster/people/<int:pk>": "members",
    "roster/leave/<int:pk>": "leaves",
    "roster/leave/<int:pk>/withdraw/": "own leaves",
    "roster/reliefs/<int:pk>": "reliefs",
    "sheets/<int:upload>": "uploads",
    "taken/<int:job>": "jobs",
    "calendar-versions/<int:version>": "calendar drafts",
    "policy/<int:version>": "policy drafts",
    "policy/rows/<int:row>": "policy rows",
    "lists/items/<int:pk>": "items",
    "lists/types/<int:pk>": "types",
    "urgency/rules/<int:rule>": "urgency rules",
    "offers/rules/<int:pk>": "assignment rules",
    "roster/shifts/<slug:code>": "shifts",
    "join/<str:token>": "tokens",
}
THINGS = (
    "tickets",
    "files",
    "articles",
    "doubts",
    "matters",
    "people",
    "replies",
    "members",
    "leaves",
    "reliefs",
    "teams",
)
OWN = ("notices", "offers", "own leaves", "uploads", "jobs")  # nobody else's business, whoever they are

# Parts that are the same for everybody; what is not named here either is a number that leads nowhere.
SPECIMENS = {
    "roles/<slug:code>": "agent",
    "tickets/<str:number>/<slug:code>": "contact",
    "tickets/together/<slug:code>": "assign",
    "calendars/<slug:code>": "service",
    "take/<slug:code>": "tickets",
    "lists/<slug:name>": "faults",
    "roles/<slug:code>/rights/<slug:right>": "board",
}
NAMED = {"span": "week", "day": "2026-01-05"}
NOWHERE = {"int": "999999"}  # else "nothing"


class Row(NamedTuple):
    """`thing`: "near" or "far" from the reader, "none" a number nobody gave, "-" where the address names nothing."""

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
    """What the table must hold: every address by every method, once for each side its thing can be on."""
    return [
        Row(address, method, side) for address, _ in sorted(doors()) for method in METHODS for side in sides(address)
    ]


def sides(address: str) -> tuple[str, ...]:
    kinds = [kind for place in PLACE.finditer(address) if (kind := kind_of(address, place))]
    if not kinds:
        return ("-",)
    return ("near", "far") if any(kind in (*THINGS, *OWN) for kind in kinds) else ("near", "none")


def kind_of(address: str, place: re.Match) -> str:
    return KINDS.get(address) or KINDS.get(address[: place.end()], "")


def walk(person, things: Things, rows: Iterable[Row]) -> dict[Row, str]:
    """Opens each address as `person`, nobody if None; whatever it does is undone."""
    client = Client(raise_request_exception=False)
    if person:
        client.force_login(person)
    kept = client.cookies["desk"].value if person else ""
    answers = {}
    for row in in_order(rows):
        if kept:
            client.cookies["desk"] = kept
        with transaction.atomic():
            answer = client.generic(row.method, "/" + spelled(row, things))
            answers[row] = str(answer.status_code)
            transaction.set_rollback(True)
    return answers


def in_order(rows: Iterable[Row]) -> list[Row]:
    """What cannot be undone last: a file stays discarded."""
    return sorted(rows, key=lambda row: row.address == "sheets/<int:upload>/discard/")


def spelled(row: Row, things: Things) -> str:
    """The address with what its parts stand for on that side."""

    def specimen(place: re.Match) -> str:
        if kind := kind_of(row.address, place):
            return str(things[kind][row.thing])
        known = SPECIMENS.get(row.address[: place.end()]) or NAMED.get(place[2])
        return known or NOWHERE.get(place[1], "nothing")

    return PLACE.sub(specimen, row.address)


def read() -> dict[Row, dict[str, str]]:
    """The table: row -> who -> status."""
    head, *lines = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]
    return {Row(*line[:3]): dict(zip(head[3:], line[3:], strict=True)) for line in lines}


def write(answers: dict[str, dict[Row, str]]) -> None:
    lines = [["address", "method", "thing", *answers]]
    lines += [[*row, *(column[row] for column in answers.values())] for row in rows()]
    TABLE.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")

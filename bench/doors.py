"""Doors: how long an answer takes must not tell who is known here, or which tickets others have (TRUST M1)."""

import time
from itertools import count
from statistics import median

from django.test import Client, override_settings

from bench import Bar
from bench._house import NOW, on_sqlite, settle
from bench.pages import PLAIN
from jishi.directory.models import Team
from jishi.directory.people import hire
from jishi.tickets.entry import Entry
from jishi.tickets.receiving import receive

TRIES = 200
ALIKE = 1.15  # the medians of two ways to be refused, the slower by the quicker
PEOPLE = 40  # five tries each, then one waits
ADDRESSES = (f"10.{n // 65025 % 255}.{n // 255 % 255}.{n % 255}" for n in count(1))


def bar_login():
    with on_sqlite(), override_settings(STORAGES=PLAIN, ALLOWED_HOSTS=["*"]):
        lin = settle()
        for n in range(PEOPLE):
            hire(f"2{n:03}", "Wang", "agent", "tick-tock-tick", team=lin.team, department=lin.department)
            hire(f"3{n:03}", "Zhou", "agent", None, team=lin.team, department=lin.department)
        ways = {"known": _knock("2"), "never set": _knock("3"), "unknown": _knock("8")}
        yield from _alike("doors.login", ways)


def bar_foreign():
    with on_sqlite(), override_settings(STORAGES=PLAIN, ALLOWED_HOSTS=["*"]):
        lin = settle()
        far = hire("4001", "Ma", "agent", team=Team.objects.create(name="Far", department=lin.department))
        theirs = receive(Entry(by=lin, now=NOW), title="漏水", team=lin.team, department=lin.department)
        client = Client()
        client.force_login(far)
        ways = {
            "foreign": lambda turn: client.get(f"/tickets/{theirs.number}/").status_code,
            "missing": lambda turn: client.get("/tickets/JS-2026-11-9999/").status_code,
        }
        yield from _alike("doors.foreign", ways, 404)


def _knock(first):
    """A wrong password for one of the numbers that begin so, each turn from another address."""

    def knock(turn):
        said = {"number": f"{first}{turn % PEOPLE:03}", "password": "wrong"}
        return Client(REMOTE_ADDR=next(ADDRESSES)).post("/login/", said).status_code

    return knock


def _alike(name, ways, status=422):
    """The ways in turn, so that whatever else the machine does meets all of them."""
    took = {way: [] for way in ways}
    for turn in range(TRIES):
        for way, knock in ways.items():
            since = time.perf_counter()
            assert knock(turn) == status, way
            took[way].append(time.perf_counter() - since)
    middle = {way: median(seconds) for way, seconds in took.items()}
    told = ", ".join(f"{way} {seconds * 1000:.1f} ms" for way, seconds in middle.items())
    yield Bar(name, ALIKE, max(middle.values()) / min(middle.values()), note=told)

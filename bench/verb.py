"""A verb with all the rows of its transaction, against bare SQLite writing the same rows; the batch door beside it."""

import shutil
import sqlite3
import time
from datetime import timedelta
from operator import truediv
from statistics import median

from django.db import connection

from bench import Bar
from bench._house import NOW, on_sqlite, settle
from jishi.core.history import Event
from jishi.directory.models import ServiceType
from jishi.tickets import actions
from jishi.tickets.batch import Draft, record_many
from jishi.tickets.entry import Entry
from jishi.tickets.models import Ticket
from jishi.tickets.receiving import receive

TICKETS = 100
TURNS = 11  # what is compared is done in turn, and the middle ratio counts: disk and processor are others' too
HISTORIES = 600


def bar_verb():
    with on_sqlite() as path:
        lin = settle()
        _work(lin, 10)  # compiled calendars and prepared statements are there in a running desk
        connection.close()
        for turn in range(TURNS):
            shutil.copy(path, f"{path}.{turn}")
        with connection.execute_wrapper(told := _Writes()):
            _work(lin, TICKETS)
        turns = [_turn(lin, told, f"{path}.{turn}", turn) for turn in range(TURNS)]
        verb, bare, batch = zip(*turns, strict=True)
        yield _bar("verb.sqlite", 0.2, map(truediv, bare, verb), f"{1 / median(verb):.0f} verbs/s")
        yield _bar("verb.record_many", 10, map(truediv, verb, batch), f"{1 / median(batch):.0f} events/s")


def _turn(lin, told, path, turn):
    """Seconds a verb, a transaction of the same rows, and an event of a history take."""
    verb = _timed(_work, lin, TICKETS) / told.verbs
    bare = _timed(told.again, path) / told.verbs
    drafts = [_draft(lin, turn * HISTORIES + number) for number in range(HISTORIES)]
    batch = _timed(list, record_many(drafts, "import", NOW))
    return verb, bare, batch / sum(len(draft.entries) for draft in drafts)


def _bar(name, limit, ratios, note):
    return Bar(name, limit, median(ratios), at_least=True, note=note)


def _work(lin, tickets):
    """A ticket's day, verb by verb."""
    repair = ServiceType.objects.get(code="repair")
    for _ in range(tickets):
        entry = Entry(by=lin, now=NOW)
        ticket = receive(entry, title="漏水", service_type=repair, team=lin.team, priority="P2", channel="phone")
        actions.assign(ticket, entry, owner=lin)
        actions.contact(ticket, entry)
        actions.pause(ticket, entry, reason="parts")
        actions.resume(ticket, entry)


class _Writes:
    """Remembers what was written, transaction by transaction."""

    def __init__(self):
        self.transactions = [[]]

    @property
    def verbs(self):
        return sum(bool(writes) for writes in self.transactions)

    def __call__(self, execute, sql, params, many, context):
        if sql.startswith("BEGIN"):
            self.transactions.append([])
        elif sql.startswith(("INSERT", "UPDATE", "DELETE")):
            sets = params if many else [params]
            self.transactions[-1] += [(sql.replace("%s", "?"), each) for each in sets]
        return execute(sql, params, many, context)

    def again(self, path):
        """Write the same with nothing but sqlite3, each transaction to the disk."""
        bare = sqlite3.connect(path, isolation_level=None)
        bare.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;")
        for writes in filter(None, self.transactions):
            bare.execute("BEGIN IMMEDIATE")
            for sql, params in writes:
                bare.execute(sql, params or ())
            bare.execute("COMMIT")
        bare.close()


def _draft(lin, number):
    """A finished ticket of eight events."""
    received = int((NOW - timedelta(days=200)).timestamp()) + number * 600
    kinds = ["received", "assigned", "contacted", "paused", "resumed", "diagnosed", "resolved", "closed"]
    facts = {"received": {"type": "repair", "priority": "P2"}, "assigned": {"owner": lin.pk, "team": lin.team_id}}
    events = [
        Event(kind, received + step * 1800, received + step * 1800, str(lin.pk), facts.get(kind, {}))
        for step, kind in enumerate(kinds)
    ]
    return Draft(Ticket(source="bench", external_id=str(number), title="漏水"), events)


def _timed(work, *given):
    start = time.perf_counter()
    work(*given)
    return time.perf_counter() - start

"""Pages: what a reader sees must not cost more because a million finished tickets lie behind it."""

from datetime import timedelta

from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from bench import Bar, best
from bench._house import NOW, on_sqlite, settle
from jishi.clocks.models import Clock
from jishi.core.history import Event as Told
from jishi.directory.models import Role
from jishi.tickets.batch import Draft, record_many
from jishi.tickets.models import Event, Ticket

OPEN, SMALL, LARGE = 2_000, 10_000, 1_000_000
PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PAGES = {
    "list": "/tickets/",
    "list_all": "/tickets/?view=all&order=newest",
    "list_field": "/tickets/?view=all&order=newest&priority=P1",
    "list_late": "/tickets/?view=breached",
    "ticket": "/tickets/{number}/",
    "board": "/board/",
}
# A finished ticket again and again: column -> what row n has there.
EARLIER = "datetime({}, '-' || n || ' minutes')"
MOVED = {
    Ticket: {
        "number": "'JS-BENCH-' || n",
        "external_id": "'b' || n",
        "priority": "'P' || (n % 4)",
        **{name: EARLIER.format(name) for name in ("received_at", "resolved_at", "closed_at", "last_at")},
    },
    Event: {"at": EARLIER.format("at"), "recorded_at": EARLIER.format("recorded_at"), "ticket_id": "ticket_id + n"},
    Clock: {"ticket_id": "ticket_id + n", "started_at": EARLIER.format("started_at")},
}


def bar_pages():
    with on_sqlite(), override_settings(STORAGES=PLAIN, ALLOWED_HOSTS=["*"]):
        lin = settle()
        lin.role = Role.objects.get(code="manager")
        lin.save()
        number = _furnish(lin)
        few, many = (_measured(lin, number, size) for size in (SMALL, LARGE))
        for name, (seconds, queries) in many.items():
            yield Bar(f"pages.{name}", 1.3, seconds / few[name][0], note=f"{seconds * 1000:.0f} ms at 1 M : 10 k")
            yield Bar(f"pages.{name}.queries", 1.0, queries / few[name][1], note=f"{queries} queries")


def _measured(person, number, size):
    """name -> (seconds, queries), with so many tickets."""
    _grow(size)
    client = Client()
    client.force_login(person)
    return {name: _page(client, address.format(number=number)) for name, address in PAGES.items()}


def _page(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200, address
    queries = len(asked)
    return best(lambda: client.get(address), 9), queries


def _furnish(lin):
    """Open tickets with their journals, and last of all one finished ticket; answers with the number of an open one."""
    drafts = [_draft(lin, n) for n in range(OPEN)] + [_draft(lin, OPEN, "resolved", "closed")]
    for _ in record_many(drafts, "import", NOW, 5.0):
        pass
    return Ticket.objects.filter(open_since__isnull=False).latest("pk").number


def _draft(lin, n, *more):
    received = int((NOW - timedelta(hours=2, minutes=n)).timestamp())
    facts = {
        "received": {"type": "repair", "priority": f"P{n % 4}", "team": lin.team_id},
        "assigned": {"owner": lin.pk},
    }
    events = [
        Told(kind, received + step * 600, received + step * 600, str(lin.pk), facts.get(kind, {}))
        for step, kind in enumerate(("received", "assigned", "contacted", *more))
    ]
    return Draft(Ticket(source="bench", external_id=str(n), title="主轴启动后报警，停机"), events)


def _grow(size):
    """Copies of the finished ticket, its events and clocks, until there are `size` tickets."""
    last, there = Ticket.objects.get(external_id=str(OPEN)), Ticket.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        for model, moved in MOVED.items():
            _copy(cursor, model, moved, last.pk, there - OPEN, size - OPEN - 1)
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("ANALYZE")


def _copy(cursor, model, moved, pk, since, until):
    """Row `pk` of tickets, or what belongs to it, once for every n from `since` to `until`; ticket n is `pk` + n."""
    is_ticket = model is Ticket
    columns = [field.column for field in model._meta.concrete_fields if is_ticket or field.name != "id"]
    moved = moved | {"id": "id + n"} if is_ticket else moved
    names = ", ".join(f'"{column}"' for column in columns)
    picks = ", ".join(moved.get(column, f'"{column}"') for column in columns)
    cursor.execute(
        f"INSERT INTO {model._meta.db_table} ({names}) "
        "WITH RECURSIVE series(n) AS (SELECT %s UNION ALL SELECT n + 1 FROM series WHERE n < %s) "
        f"SELECT {picks} FROM {model._meta.db_table}, series WHERE {'id' if is_ticket else 'ticket_id'} = %s",
        [since, until, pk],
    )

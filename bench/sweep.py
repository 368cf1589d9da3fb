"""The watch: looking for what is due must cost nothing when nothing is, however many clocks run."""

from datetime import timedelta

from django.db import connection, transaction

from bench import Bar, best, ratio
from bench._house import NOW, on_postgresql, on_sqlite
from jishi.clocks.models import Clock
from jishi.clocks.sweeping import overdue

MILLION = 1_000_000
FEW = 20
TIMES = 20

LATER = {"sqlite": "datetime({}, n || ' seconds')", "postgresql": "{} + n * interval '1 second'"}
SERIES = {
    "sqlite": "WITH RECURSIVE series(n) AS (SELECT %s UNION ALL SELECT n + 1 FROM series WHERE n < %s)",
    "postgresql": "WITH series AS (SELECT n FROM generate_series(%s::int, %s) AS n)",
}


def bar_empty():
    with on_sqlite():
        _run_clocks(MILLION // 10)
        hundred_thousand = best(_sweep)
        _run_clocks(MILLION, since=MILLION // 10)
        yield Bar("sweep.empty", 1.2, best(_sweep) / hundred_thousand, note="1 M running : 100 k, SQLite")


def bar_due():
    for server, limit in ((on_sqlite, 1000), (on_postgresql, 300)):
        with server():
            _run_clocks(MILLION)
            _let_due(FEW)
            times = ratio(_scan, _sweep)
            yield Bar(f"sweep.due.{connection.vendor}", limit, times, at_least=True, note=f"{FEW} due")


def _sweep():
    """As often as counts: the question the watch asks, answered by the index."""
    _ask(*_question())


def _scan():
    """The same question answered without it."""
    sql, values = _question()
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_indexscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
        _ask(sql.replace('FROM "clocks_clock"', 'FROM "clocks_clock" NOT INDEXED') if _sqlite() else sql, values)


def _question():
    return overdue(NOW).values_list("pk", "ticket", "name", "due_at")[:100].query.sql_with_params()


def _ask(sql, values):
    with connection.cursor() as cursor:
        for _ in range(TIMES):
            cursor.execute(sql, values)
            cursor.fetchall()


def _run_clocks(count, since=0):
    """Running clocks, due one a second from tomorrow on; of no ticket, which nobody asks here."""
    fields = [f'"{field.column}"' for field in Clock._meta.concrete_fields if field.name != "id"]
    moved = {name: LATER[connection.vendor].format(name) for name in ('"due_at"', '"warn_at"', '"breaks_at"')}
    moved['"ticket_id"'] = "ticket_id + n"
    picks = ", ".join(moved.get(name, name) for name in fields)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF" if _sqlite() else "SET session_replication_role = replica")
        if not since:
            _clock(NOW + timedelta(days=1)).save(force_insert=True)
        cursor.execute(
            f"INSERT INTO clocks_clock ({', '.join(fields)}) {SERIES[connection.vendor]} "
            f"SELECT {picks} FROM clocks_clock, series WHERE ticket_id = 0",
            [since + 1, count],
        )
        cursor.execute("ANALYZE")


def _clock(at):
    return Clock(
        ticket_id=0, name="contact", state="running", started_at=NOW, target=3600, rule="contact",
        due_at=at, warn_at=at, breaks_at=at,
    )  # fmt: skip


def _let_due(count):
    Clock.objects.filter(ticket_id__lt=count).update(due_at=NOW - timedelta(seconds=1))


def _sqlite():
    return connection.vendor == "sqlite"

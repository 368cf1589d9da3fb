"""Records are read again when something was told or time has passed, and their doubts kept as rows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction

from jishi.clocks.book import Book, book
from jishi.clocks.reading import read
from jishi.clocks.working_days import CALENDAR
from jishi.core import doubt as core
from jishi.core.account import Account, Judged, Stop
from jishi.core.doubt import IDLE, LATE
from jishi.core.history import Event
from jishi.core.zones import local_date, moment, seconds
from jishi.directory.models import FieldDef
from jishi.tickets import journal
from jishi.tickets.journal import Tale
from jishi.tickets.models import Ticket
from jishi.tickets.standing import placed
from jishi.tickets.writing_rows import mark

from .models import Doubt, Record, Unread

KEPT = timedelta(days=35)  # what came in by the batch door and ended longer ago is history
AT_ONCE = 200
MOST = 1000  # tickets a round reads
LINKS = ("customer", "service_type")
REQUIRED = {name: name for name in ("title", "priority", "channel")} | {name: f"{name}_id" for name in LINKS}
RECORD = ["last_at", "again_at", "fields", "filled", "entries", "late"]

Own = Mapping[int | None, list[str]]


class Found(NamedTuple):
    record: Record
    doubts: list[core.Doubt]


def mark_unread(tales: Iterable[Tale], now: datetime) -> None:
    """The records of these tickets have to be read anew."""
    young = [tale.ticket for tale in tales if tale.live or tale.ticket.open_since or tale.ticket.last_at > now - KEPT]
    mark(Unread, [ticket.pk for ticket in young])


def read_again(now: datetime, most: int = MOST) -> int:
    """Those marked, and those that time has made unfinished; how many. The mark goes first: a newer one stays."""
    due = Record.objects.filter(again_at__lte=now).order_by("again_at").values_list("pk", flat=True)[:most]
    wanted = list(dict.fromkeys([*Unread.objects.order_by("pk").values_list("pk", flat=True)[:most], *due]))
    for since in range(0, len(wanted), AT_ONCE):
        some = wanted[since : since + AT_ONCE]
        with transaction.atomic():
            Unread.objects.filter(pk__in=some).delete()
            look(Ticket.objects.filter(pk__in=some), now)
    return len(wanted)


def look(tickets: Iterable[Ticket], now: datetime) -> None:
    """Read the records of these tickets and keep what is found."""
    current, own = book(), _own_fields()
    found = [_found(tale, current, own, now) for tale in journal.tales(tickets) if tale.entries]
    records = [each.record for each in found]
    Record.objects.bulk_create(records, update_conflicts=True, unique_fields=["ticket"], update_fields=RECORD)
    _keep(found, now)


def account(tale: Tale, book: Book, lacks: Sequence[str], now: datetime) -> Account:
    """All a judgement reads of one ticket."""
    told, at = placed(tale.entries), seconds(now)
    events = [event for _, event in told]
    calendar = book.calendar(CALENDAR, events[-1].at).calendar
    idle_from = calendar.closing(local_date(calendar.zone, events[-1].at), IDLE)
    clocks = [
        Judged(each.name, _at(each.reading.due), _at(each.reading.end), _at(each.reading.broken_at))
        for each in read(events, book, now, promised=True)
    ]
    stops = {place: _stops(events, event, book) for place, event in told if event.kind == "paused"}
    return Account(told, at, seconds(idle_from), clocks, stops, lacks)


def _stops(events: Sequence[Event], pause: Event, book: Book) -> list[Stop]:
    """The clocks this pause stopped, as they stood then."""
    stops = []
    for each in read(events, book, moment(pause.at), promised=True):
        reading = each.reading
        if reading.state == "paused" and reading.left is not None and reading.calendar is not None:
            left = int(reading.left.total_seconds())
            stops.append(Stop(each.name, left, reading.calendar.due_s(pause.at, max(left, 0))))
    return stops


def _found(tale: Tale, book: Book, own: Own, now: datetime) -> Found:
    ticket = tale.ticket
    required = [*own.get(None, ()), *own.get(ticket.service_type_id or 0, ())]
    lacks = [name for name, column in REQUIRED.items() if not getattr(ticket, column)]
    lacks += [f"own.{code}" for code in required if ticket.extra.get(code) in (None, "")]
    judged = account(tale, book, lacks, now)
    record = Record(
        ticket=ticket,
        last_at=ticket.last_at,
        again_at=_moment(core.again(judged)),
        fields=len(REQUIRED) + len(required),
        filled=len(REQUIRED) + len(required) - len(lacks),
        entries=len(judged.told),
        late=sum((event.recorded_at or event.at) - event.at > LATE for _, event in judged.told),
    )
    return Found(record, core.doubts(judged))


def _own_fields() -> Own:
    """Service type (None: all of them) -> the codes of its required fields."""
    found: dict[int | None, list[str]] = {}
    for kind, code in FieldDef.objects.filter(active=True, required=True).values_list("service_type_id", "code"):
        found.setdefault(kind, []).append(code)
    return found


def _keep(found: Sequence[Found], now: datetime) -> None:
    """New ones are open, those no longer found are mended, mended ones found again open; what was explained stays."""
    now_found = {(each.record.ticket_id, d.code, d.place): d for each in found for d in each.doubts}
    tickets = [each.record.ticket_id for each in found]
    kept = {(row.ticket_id, row.code, row.place): row for row in Doubt.objects.filter(ticket__in=tickets)}
    gone = [row.pk for key, row in kept.items() if row.state == "open" and key not in now_found]
    Doubt.objects.filter(pk__in=gone, state="open").update(state="mended", settled_at=now)
    back = [row.pk for key, row in kept.items() if row.state == "mended" and key in now_found]
    Doubt.objects.filter(pk__in=back, state="mended").update(state="open", settled_at=None)
    new = [
        Doubt(ticket_id=ticket, code=code, place=place, arose_at=moment(told.at), facts=dict(told.facts))
        for (ticket, code, place), told in now_found.items()
        if (ticket, code, place) not in kept
    ]
    Doubt.objects.bulk_create(new, ignore_conflicts=True)


def _at(at: datetime | None) -> int | None:
    return None if at is None else seconds(at)


def _moment(at: int | None) -> datetime | None:
    return None if at is None else moment(at)

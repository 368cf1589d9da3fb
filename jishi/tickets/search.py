"""Search by two neighbouring characters, so that Chinese is found too, on both databases alike."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection
from django.db.models import Count, F, QuerySet, prefetch_related_objects

from jishi.core import masking
from jishi.core.grams import grams

from .journal import Tale
from .models import Note, SearchGram, Ticket

INDEXED = 400  # characters of a description, or of a note, that are searched
LATEST = 50  # notes that are read again when a ticket is indexed anew
REQUEST = ("received", "changed")  # their notes are the ticket's own words
ASKED = 32  # a query is judged by so many of its grams


def words_of(ticket: Ticket) -> str:
    """What a ticket is found by."""
    customer = ticket.customer.name if ticket.customer else ""
    serial = ticket.device.serial if ticket.device else ""
    words = masking.text(f"{ticket.title} {ticket.description[:INDEXED]}")  # or digits could be guessed one by one
    parts = [ticket.number, ticket.external_id, words, customer, serial]
    return " ".join(parts)


def index(tales: Iterable[Tale], now: datetime) -> None:
    """Make the index say what the tickets say."""
    tales = list(tales)
    known = [tale.ticket.pk for tale in tales if tale.new < len(tale.entries)]
    if known:
        SearchGram.objects.filter(ticket__in=known).delete()
    tickets = [tale.ticket for tale in tales]
    if len(tickets) > 1:
        prefetch_related_objects(tickets, "customer", "device")
    _write((gram, ticket.pk, False) for ticket in tickets for gram in sorted(grams(words_of(ticket))))
    for ticket in known:
        _hear((ticket, note.body) for note in _notes(ticket).order_by("-event__seq")[:LATEST])


def hear(tales: Iterable[Tale], now: datetime) -> None:
    """Make what was just said findable, for colleagues. Of history that comes in, requests alone are."""
    for tale in tales:
        if tale.live and tale.words and tale.entries[-1].kind not in REQUEST:
            _hear([(tale.ticket.pk, tale.words)])


def found(query: str, inside: bool = False) -> QuerySet | None:
    """A subquery of the ids of tickets that hold every gram of `query`; None when it holds no letter or digit.

    `inside`: in what was said among us too, which nobody outside may guess at by searching.
    """
    wanted = sorted(grams(query))[:ASKED]
    if not wanted:
        return None
    hits = SearchGram.objects.filter(gram__in=wanted, **({} if inside else {"talk": False})).values("ticket_id")
    return hits.annotate(held=Count("gram")).filter(held=len(wanted)).values(id=F("ticket_id"))


def _notes(ticket: int) -> QuerySet[Note]:
    return Note.objects.filter(event__ticket=ticket).exclude(event__kind__in=REQUEST)


def _hear(said: Iterable[tuple[int, str]]) -> None:
    _write((gram, ticket, True) for ticket, words in said for gram in sorted(grams(masking.text(words[:INDEXED]))))


def _write(rows: Iterable[tuple[int, int, bool]]) -> None:
    """Some forty rows a ticket: rows without ids need no model around them. What is known stays as it is."""
    insert = f"INSERT INTO {SearchGram._meta.db_table} (gram, ticket_id, talk) VALUES (%s, %s, %s)"
    with connection.cursor() as cursor:
        cursor.executemany(f"{insert} ON CONFLICT DO NOTHING", list(rows))

"""Search by two neighbouring characters, so that Chinese is found too, on both databases alike."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection
from django.db.models import Count, F, QuerySet, prefetch_related_objects

from jishi.core import masking
from jishi.core.grams import grams

from .journal import Tale
from .models import SearchGram, Ticket

INDEXED = 400  # characters of a description that are searched
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
    prefetch_related_objects(tickets, "customer", "device")
    pairs = [(gram, ticket.pk) for ticket in tickets for gram in sorted(grams(words_of(ticket)))]
    with connection.cursor() as cursor:  # some forty rows a ticket: rows without ids need no model around them
        cursor.executemany(f"INSERT INTO {SearchGram._meta.db_table} (gram, ticket_id) VALUES (%s, %s)", pairs)


def found(query: str) -> QuerySet | None:
    """A subquery of the ids of tickets that hold every gram of `query`; None when it holds no letter or digit."""
    wanted = sorted(grams(query))[:ASKED]
    if not wanted:
        return None
    hits = SearchGram.objects.filter(gram__in=wanted).values("ticket_id")
    return hits.annotate(held=Count("gram")).filter(held=len(wanted)).values(id=F("ticket_id"))

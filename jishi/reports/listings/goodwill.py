"""The goodwill that was granted, each grant with its amount as a number that can be summed."""

from django.db.models import QuerySet

from jishi.directory import lists
from jishi.directory.scope import scope
from jishi.tickets.models import Goodwill
from jishi.words import desk, sheets
from jishi.words import goodwill as words

from .chosen import within
from .listing import Column, Listing, Wish
from .tickets import text

SHOWN = ("ticket__customer", "ticket__contact", "ticket__site", "team", "by", "decided_by")


def found(wish: Wish) -> QuerySet:
    seen = Goodwill.objects.filter(scope(wish.person).q("ticket__"))
    return within(seen, wish).select_related(*SHOWN).order_by("-at", "-pk")


def columns(wish: Wish) -> list[Column]:
    eyes, kinds = wish.eyes, lists.every("goodwill")
    return [
        Column("number", sheets.heading("number"), lambda one: one.ticket.number, width=17),
        Column("priority", desk.field_name("priority"), lambda one: one.priority, width=8),
        Column("title", sheets.heading("title"), lambda one: text(eyes, one.ticket, one.ticket.title), width=40),
        Column("customer", desk.field_name("customer"), lambda one: eyes.customer(one.ticket.customer), width=24),
        Column("kind", sheets.heading("given"), lambda one: kinds.get(one.kind, one.kind), width=18),
        Column("amount", sheets.heading("amount"), lambda one: one.amount / 100, "number", 10),
        Column("unit", sheets.heading("unit"), lambda one: words.goodwill_unit(one.unit), width=10),
        Column("team", sheets.heading("team"), lambda one: str(one.team or ""), width=18),
        Column("decided_by", sheets.heading("decided_by"), lambda one: eyes.staff(one.decided_by)),
        Column("by", sheets.heading("asked_by"), lambda one: eyes.staff(one.by)),
        Column("at", sheets.heading("at"), lambda one: one.at, "moment", 17),
    ]


GOODWILL = Listing("goodwill", "goodwill", found, columns)

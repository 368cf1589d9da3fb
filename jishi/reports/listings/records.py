"""The queue of unfinished and doubtful records, each with what exactly is doubtful."""

from django.db.models import QuerySet

from jishi.watch import signing
from jishi.words import desk, records, sheets

from .chosen import within
from .listing import Column, Listing, Wish
from .tickets import text

SHOWN = ("ticket__customer", "ticket__contact", "ticket__site", "ticket__team", "ticket__owner", "by")


def found(wish: Wish) -> QuerySet:
    return within(signing.doubts(wish.person), wish).select_related(*SHOWN).order_by("-arose_at", "-pk")


def columns(wish: Wish) -> list[Column]:
    eyes = wish.eyes
    return [
        Column("doubt", sheets.heading("doubt"), lambda each: records.doubt(each.code), width=24),
        Column("facts", sheets.heading("facts"), lambda each: records.doubt_says(each.code, each.facts), width=44),
        Column("number", sheets.heading("number"), lambda each: each.ticket.number, width=17),
        Column("title", sheets.heading("title"), lambda each: text(eyes, each.ticket, each.ticket.title), width=40),
        Column("team", sheets.heading("team"), lambda each: str(each.ticket.team or ""), width=18),
        Column("owner", desk.field_name("owner"), lambda each: eyes.staff(each.ticket.owner)),
        Column("arose_at", sheets.heading("at"), lambda each: each.arose_at, "moment", 17),
        Column("state", desk.field_name("status"), lambda each: records.doubt_state(each.state), width=12),
        Column("by", sheets.heading("who"), lambda each: eyes.staff(each.by)),
        Column("words", sheets.heading("words"), lambda each: text(eyes, each.ticket, each.words), width=30),
    ]


RECORDS = Listing("records", "records", found, columns)

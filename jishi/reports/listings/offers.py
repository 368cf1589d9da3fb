"""What was offered to whom, and how it was answered."""

from django.db.models import QuerySet

from jishi.assigning.models import Offer
from jishi.directory import lists
from jishi.directory.scope import scope
from jishi.words import assigning, desk, sheets

from .chosen import within
from .listing import Column, Listing, Wish
from .tickets import text

SHOWN = ("ticket__customer", "ticket__contact", "ticket__site", "person")


def found(wish: Wish) -> QuerySet:
    seen = Offer.objects.filter(scope(wish.person).q("ticket__"))
    return within(seen, wish).select_related(*SHOWN).order_by("-made_at", "-pk")


def columns(wish: Wish) -> list[Column]:
    eyes, reasons = wish.eyes, lists.every("refusal")
    return [
        Column("number", sheets.heading("number"), lambda offer: offer.ticket.number, width=17),
        Column("priority", desk.field_name("priority"), lambda offer: offer.ticket.priority, width=8),
        Column("title", sheets.heading("title"), lambda offer: text(eyes, offer.ticket, offer.ticket.title), width=40),
        Column("person", sheets.heading("offered_to"), lambda offer: eyes.staff(offer.person)),
        Column("state", desk.field_name("status"), lambda offer: assigning.offer_state(offer.state), width=18),
        Column("made_at", sheets.heading("at"), lambda offer: offer.made_at, "moment", 17),
        Column("lapses_at", sheets.heading("until"), lambda offer: offer.lapses_at, "moment", 17),
        Column("answered_at", sheets.heading("answered_at"), lambda offer: offer.answered_at, "moment", 17),
        Column("reason", sheets.heading("why"), lambda offer: reasons.get(offer.reason, offer.reason), width=18),
        Column("words", sheets.heading("words"), lambda offer: text(eyes, offer.ticket, offer.words), width=30),
    ]


OFFERS = Listing("offers", "offers", found, columns)

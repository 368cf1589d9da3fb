"""The list of matters other departments were asked for."""

from django.db.models import QuerySet

from jishi.tickets.matters import concerning
from jishi.tickets.models import Matter
from jishi.words import desk, matters, sheets

from .chosen import within
from .listing import Column, Listing, Wish
from .tickets import text


def found(wish: Wish) -> QuerySet:
    shown = within(concerning(wish.person), wish).select_related("department", "by", "owner")
    return shown.prefetch_related("tickets__customer", "tickets__contact", "tickets__site").order_by("due_at", "pk")


def columns(wish: Wish) -> list[Column]:
    def asked(matter: Matter) -> str:
        """People of its tickets may be spoken of in it."""
        said = matter.asked
        for ticket in matter.tickets.all():
            said = text(wish.eyes, ticket, said)
        return said

    return [
        Column("asked", sheets.heading("asked"), asked, width=44),
        Column("tickets", desk.room("tickets"), lambda m: " ".join(each.number for each in m.tickets.all()), width=18),
        Column("department", sheets.heading("department"), lambda matter: str(matter.department), width=18),
        Column("owner", desk.field_name("owner"), lambda matter: wish.eyes.staff(matter.owner)),
        Column("by", sheets.heading("asked_by"), lambda matter: wish.eyes.staff(matter.by)),
        Column("asked_at", sheets.heading("asked_at"), lambda matter: matter.asked_at, "moment", 17),
        Column("due_at", sheets.heading("due_at"), lambda matter: matter.due_at, "moment", 17),
        Column("state", desk.field_name("status"), lambda matter: matters.matter_state(matter.state), width=12),
    ]


MATTERS = Listing("matters", "coordinate", found, columns)

"""Leave: one's own, and that of the people one draws up the roster for."""

from django.db.models import Q, QuerySet

from jishi.directory.groups import led_by
from jishi.directory.models import Leave
from jishi.words import desk, sheets
from jishi.words import roster as words

from .chosen import within
from .listing import Column, Listing, Wish


def found(wish: Wish) -> QuerySet:
    seen = Leave.objects.filter(Q(person=wish.person) | Q(person__in=led_by(wish.person)))
    return within(seen, wish).select_related("person__team", "decided_by").order_by("since", "pk")


def columns(wish: Wish) -> list[Column]:
    return [
        Column("number", sheets.heading("staff_number"), lambda leave: leave.person.number),
        Column("name", sheets.heading("name"), lambda leave: wish.eyes.staff(leave.person), width=16),
        Column("team", sheets.heading("team"), lambda leave: str(leave.person.team or ""), width=18),
        Column("kind", sheets.heading("leave"), lambda leave: words.leave(leave.kind)),
        Column("since", sheets.heading("since"), lambda leave: leave.since, "moment", 17),
        Column("until", sheets.heading("until"), lambda leave: leave.until, "moment", 17),
        Column("words", sheets.heading("words"), lambda leave: wish.eyes.text(leave.words), width=30),
        Column("state", desk.field_name("status"), lambda leave: words.leave_state(leave.state), width=18),
        Column("decided_by", sheets.heading("decided_by"), lambda leave: wish.eyes.staff(leave.decided_by)),
        Column("asked_at", sheets.heading("asked_at"), lambda leave: leave.asked_at, "moment", 17),
    ]


LEAVE = Listing("leave", "", found, columns)

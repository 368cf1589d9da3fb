"""The list of staff: nothing of what they log in with."""

from django.db.models import QuerySet

from jishi.directory.staff import governed
from jishi.words import people, sheets

from .chosen import within
from .listing import Column, Listing, Wish


def found(wish: Wish) -> QuerySet:
    shown = within(governed(wish.person), wish).select_related("role", "department", "team", "point", "supplier")
    return shown.order_by("number")


def columns(wish: Wish) -> list[Column]:
    return [
        Column("number", sheets.heading("staff_number"), lambda person: person.number),
        Column("name", sheets.heading("name"), lambda person: wish.eyes.staff(person), width=18),
        Column("role", sheets.heading("role"), lambda person: people.role(person.role)),
        Column("department", sheets.heading("department"), lambda person: str(person.department or ""), width=18),
        Column("team", sheets.heading("team"), lambda person: str(person.team or ""), width=18),
        Column("point", sheets.heading("point"), lambda person: str(person.point or ""), width=18),
        Column("supplier", sheets.heading("supplier"), lambda person: str(person.supplier or ""), width=18),
        Column("mail", sheets.heading("mail"), lambda person: wish.eyes.mail(person.mail), width=26),
        Column("active", sheets.heading("active"), lambda person: sheets.yes_no(person.is_active), width=8),
    ]


PEOPLE = Listing("people", "people", found, columns)

"""The list of staff."""

from jishi.directory.models import Person
from jishi.words import people, sheets

from .listing import Column, Listing, Wish


def columns(wish: Wish) -> list[Column]:
    """Staff by name and place; nothing of what they log in with."""
    return [
        Column("number", sheets.heading("staff_number"), lambda person: person.number),
        Column("name", sheets.heading("name"), lambda person: wish.eyes.staff(person), width=18),
        Column("role", sheets.heading("role"), lambda person: person.role.name or people.role(person.role.code)),
        Column("department", sheets.heading("department"), lambda person: str(person.department or ""), width=18),
        Column("team", sheets.heading("team"), lambda person: str(person.team or ""), width=18),
        Column("mail", sheets.heading("mail"), lambda person: wish.eyes.mail(person.mail), width=26),
        Column("active", sheets.heading("active"), lambda person: sheets.yes_no(person.is_active), width=8),
    ]


def found(wish: Wish):
    return Person.objects.select_related("role", "department", "team").order_by("number")


PEOPLE = Listing("people", "people", found, columns)

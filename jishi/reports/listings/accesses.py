"""The access log: who came in, who saw or changed what."""

from django.db.models import QuerySet

from jishi.directory.models import Access
from jishi.directory.staff import governed
from jishi.words import accesses, sheets

from .chosen import within
from .listing import Column, Listing, Wish


def found(wish: Wish) -> QuerySet:
    seen = Access.objects.all() if wish.person.sees_all else Access.objects.filter(by__in=governed(wish.person))
    return within(seen, wish).select_related("by").order_by("-at", "-pk")


def columns(wish: Wish) -> list[Column]:
    return [
        Column("at", sheets.heading("at"), lambda entry: entry.at, "moment", 17),
        Column("by", sheets.heading("who"), lambda entry: wish.eyes.staff(entry.by), width=16),
        Column("number", sheets.heading("staff_number"), lambda entry: entry.by.number if entry.by else ""),
        Column("act", sheets.heading("act"), lambda entry: accesses.act(entry.act), width=20),
        Column("about", sheets.heading("about"), accesses.about, width=24),
        Column("facts", sheets.heading("facts"), lambda entry: accesses.access_facts(entry.facts), width=30),
        Column("address", sheets.heading("address"), lambda entry: entry.address),
    ]


ACCESSES = Listing("accesses", "audit", found, columns)

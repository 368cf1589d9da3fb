"""Fills the database of the settings with a company whose every word is a payload; run as a program."""

import django

django.setup()

# ruff: noqa: E402
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from jishi.directory.models import Category, Contact, Customer, Device, Product, ServiceType, Site
from jishi.directory.people import hire
from jishi.tickets import actions
from jishi.tickets.attaching import attach, lay
from jishi.tickets.entry import Entry
from jishi.tickets.models import SavedReply
from jishi.tickets.receiving import receive
from tests.pages.company import play
from tests.security.payloads import PAYLOADS


def poison(place: int, words: str, cast, repair: ServiceType, now) -> None:
    """One payload in every field of a request and of what is said about it."""
    unique = f"{words} {place}"
    customer = Customer.objects.create(number=f"X-{place}", name=unique, kind="company")
    contact = Contact.objects.create(customer=customer, name=f"{words[:110]} Mr", phone=words[:32])
    site = Site.objects.create(customer=customer, province=words[:40], city=words[:40], district=words[:40])
    product = Product.objects.create(name=unique, kind=words[:80], model=words[:80])
    device = Device.objects.create(serial=unique[:80], product=product, customer=customer, site=site)
    by = hire(f"x{place}", words[:120], "agent", team=cast.lin.team, department=cast.lin.department)
    rows = {"customer": customer, "contact": contact, "device": device, "team": cast.lin.team, "owner": by}
    rows |= {"service_type": repair, "category": Category.objects.create(name=unique[:80])}
    texts = {"title": words, "description": words, "remark": words, "own": {"alarm": words}}
    at = now - timedelta(minutes=40)
    ticket = receive(Entry(by, at=at, now=at), priority="P1", channel="mail", **texts, **rows)
    SavedReply.objects.create(title=words[:80], body=words, body_en=words)
    actions.attempt(ticket, Entry(by, note=words, now=now))
    actions.contact(ticket, Entry(by, note=words, now=now), channel="mail")
    noted = actions.note(ticket, Entry(by, note=words, now=now), to=[cast.lin, cast.ma])
    file = lay(ticket, by, words, b"words", now)
    attach(noted, by, [file.stored])
    actions.pause(ticket, Entry(by, note=words, now=now), reason="waiting_customer")


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    now = timezone.now().replace(microsecond=0)
    cast, repair = play(now), ServiceType.objects.get(code="repair")
    for place, words in enumerate(PAYLOADS):
        poison(place, words, cast, repair, now)

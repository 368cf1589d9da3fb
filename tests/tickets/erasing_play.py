"""Played in a process of its own, on a database in a file: a customer comes, and is erased."""

import sys

import django

django.setup()

# ruff: noqa: E402
from django.core.management import call_command
from django.utils import timezone

from jishi.directory.models import Contact, Customer, Site
from jishi.tickets.entry import Entry
from jishi.tickets.erasing import erase
from jishi.tickets.receiving import receive

name, phone, address, title, words = sys.argv[1:]
call_command("migrate", verbosity=0, skip_checks=True)
customer = Customer.objects.create(number="C-1", name=name)
Contact.objects.create(customer=customer, name=name, phone=phone)
Site.objects.create(customer=customer, address=address)
for n in range(40):  # enough for pages to be split and rewritten
    receive(Entry(note=words * n), customer=customer, title=title, description=words * 60)
print("written", flush=True)
sys.stdin.readline()
erase(customer, timezone.now())
print("erased", flush=True)
sys.stdin.readline()

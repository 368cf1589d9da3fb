"""Fills a desk on which tickets are offered and two urgent ones wait for a word; run before a browser looks at it."""

import django

django.setup()

from datetime import datetime  # noqa: E402

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from jishi.assigning import rules  # noqa: E402
from jishi.assigning.seeking import seek  # noqa: E402
from jishi.directory.models import Customer, Person, ServiceType  # noqa: E402
from jishi.directory.people import hire  # noqa: E402
from jishi.tickets import actions  # noqa: E402
from jishi.tickets.entry import Entry  # noqa: E402
from jishi.tickets.receiving import receive  # noqa: E402
from tests.pages.company import PASSWORD, Cast, play  # noqa: E402


def offer(cast: Cast, now: datetime) -> None:
    """Sun has nothing in hand, so the ticket nobody has is offered to her first, then to Lin."""
    lin = cast.lin
    hire("sun", "孙悦", "agent", PASSWORD, team=lin.team, department=lin.department)
    Person.objects.filter(number__in=("lin", "sun")).update(presence="available", presence_at=now)
    rules.add(cast.ma, now, minutes=30)
    seek(cast.tickets["nobody"].pk, now)


def contact_the_urgent(cast: Cast, now: datetime) -> None:
    """Two that first line has spoken of with their customers and neither solved nor handed over."""
    lin = cast.lin
    place = {"team": lin.team, "owner": lin, "customer": Customer.objects.get(name="南通海工重装")}
    kind = ServiceType.objects.get(code="consultation")
    second = receive(
        Entry(lin, now=now), title="产线报表全空", service_type=kind, priority="P1", channel="mail", **place
    )
    for ticket in (cast.tickets["login"], second):
        actions.contact(ticket, Entry(lin, now=now))


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    now = timezone.now()
    cast = play(now)
    offer(cast, now)
    contact_the_urgent(cast, now)

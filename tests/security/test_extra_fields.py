"""Fields that a form does not have change nothing, whatever they are called (TRUST I1)."""

import pytest
from django.test import Client

from jishi.directory.models import Person
from jishi.tickets.models import Ticket

EXTRA = {
    "is_active": "0", "is_staff": "1", "is_superuser": "1", "role": "1", "role_id": "1", "id": "1", "pk": "1",
    "number": "X-1", "version": "99", "status": "closed", "customer": "1", "customer_id": "1", "owner_id": "1",
    "team_id": "1", "supplier": "1", "supplier_id": "1", "department_id": "1", "by": "1", "by_id": "1",
    "received_at": "2020-01-01T00:00", "due_at": "2099-01-01T00:00", "breaks_at": "2099-01-01T00:00", "met": "1",
    "opened_at": "2020-01-01T00:00", "breached": "0", "created_by": "1", "recorded_at": "2020-01-01T00:00",
    "open_since": "2020-01-01T00:00", "door": "import", "seq": "1", "password": "x", "stamp": "9", "chases": "9",
    "reopens": "9", "source": "x", "external_id": "x", "facts": "{}", "rights": "*", "reach": "all", "factor": "x",
}  # fmt: skip
# What the server itself sets, and no form of these offers.
KEPT = (
    "pk",
    "number",
    "received_at",
    "customer_id",
    "department_id",
    "supplier_id",
    "source",
    "external_id",
    "reopens",
)
SELF = ("number", "role_id", "department_id", "team_id", "supplier_id", "is_active", "password", "factor", "capacity")
VERBS = {
    "contact": {"note": "您好"}, "note": {"note": "内部"}, "call": {"outcome": "no-answer"}, "chase": {}, "claim": {},
    "start": {}, "diagnose": {"note": "密封圈"}, "reprioritise": {"priority": "P1"},
    "pause": {"reason": "waiting_parts"},
    "reply": {"note": "您好", "channel": "mail"}, "unmask": {}, "explain": {"reason": "x"},
}  # fmt: skip
OWN = ("account/factor/", "presence/", "language/", "theme/", "tickets/columns/", "notices/seen/", "account/sessions/")


def columns(row, names):
    fresh = type(row).objects.get(pk=row.pk)
    return {name: getattr(fresh, name) for name in names}


@pytest.mark.parametrize("code", VERBS)
def test_a_verb_takes_only_what_its_form_has(reads, house, repair, code):
    """Whatever else is sent along, the ticket differs from one told without it in nothing."""
    before, client = columns(repair, KEPT), reads(house.boss)
    answer = client.post(f"/tickets/{repair.number}/{code}/", EXTRA | VERBS[code])
    assert answer.status_code < 500 and columns(repair, KEPT) == before
    after = Ticket.objects.get(pk=repair.pk)
    told = after.events.order_by("-seq").first()
    assert after.status != "closed" and after.chases <= 1 and after.version < 9
    assert told.door == "desk" and told.recorded_at.year > 2020 and told.at.year > 2020


@pytest.mark.parametrize("address", OWN)
def test_nobody_makes_themselves_somebody_else(somebody, address):
    person, client = somebody("agent"), Client()
    client.force_login(person)
    before = columns(person, SELF)
    assert client.post(f"/{address}", EXTRA | {"presence": "busy", "language": "en", "theme": "dark"}).status_code < 500
    assert columns(person, SELF) == before


def test_a_request_is_numbered_and_dated_by_the_house(reads, house):
    said = {"title": "风扇异响", "service_type": house.types["repair"].pk, "channel": "phone", "key": "k-1"}
    own = {name: value for name, value in EXTRA.items() if name not in ("customer", "number")}
    answer = reads(house.lin).post("/tickets/new/", own | said)
    ticket = Ticket.objects.get()
    assert answer.status_code == 302 and ticket.number.startswith("JS-") and ticket.version < 9
    assert ticket.received_at.year > 2020 and ticket.status != "closed" and (ticket.source, ticket.chases) == ("", 0)


def test_whoever_is_moved_gets_the_place_and_nothing_else(somebody, house):
    boss, client = somebody("administrator"), Client()
    client.force_login(boss)
    kept = ("number", "is_active", "password", "factor", "stamp")
    before = columns(house.wang, kept)
    client.post(f"/people/{house.wang.number}/move/", EXTRA | {"role": house.wang.role_id, "team": house.desk.pk})
    assert columns(house.wang, kept) == before and Person.objects.get(pk=house.wang.pk).role.code == "agent"

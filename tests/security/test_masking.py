"""What belongs to five customers stands on no page, in no file and in no log for whoever may not see it (TRUST A4)."""

import logging
import zipfile
from io import BytesIO
from typing import NamedTuple

import pytest
from django.test import Client

from jishi.core.personal import is_identity
from jishi.directory.customers import introduce
from jishi.directory.models import Access, Customer, Device, FieldDef, Product, Site
from jishi.directory.rights import ROLES
from jishi.reports.listings.catalogue import LISTS
from jishi.tickets import actions, attaching, matters
from jishi.tickets.models import Ticket
from jishi.tickets.receiving import receive
from tests.security import walking
from tests.security.furnished import AHEAD, NOW

NAMES = ("欧阳标甲", "司马标乙", "诸葛标丙", "上官标丁", "东方标戊")


class Marks(NamedTuple):
    name: str
    phone: str
    mail: str
    street: str
    card: str  # of identity

    @property
    def words(self):
        return f"{self.name}说：电话 {self.phone}，邮箱 {self.mail}，住{self.street}，证件 {self.card}"


def identity(n):
    """A number whose last sign is right."""
    stem = f"1101051949123100{n}"
    return next(stem + sign for sign in "0123456789X" if is_identity(stem + sign))


MARKS = [
    Marks(name, f"1390000{n}{n}{n}{n}", f"biaoji{n}@secret.example", f"标记路{n}{n}{n}弄{n}号", identity(n))
    for n, name in enumerate(NAMES, start=1)
]


def belongings(marks=MARKS):
    return [part for each in marks for part in each]


def told_of(marks, house, told, reader):
    """A ticket that says everything about its customer, in every place where words go."""
    customer = Customer.objects.create(number=f"M-{marks.phone[-1]}", name=marks.name)
    contact = introduce(customer, marks.name, marks.phone)
    contact.mail = marks.mail
    contact.save(update_fields=["mail"])
    site = Site.objects.create(
        customer=customer, province="江苏省", city="苏州市", district="吴中区", address=marks.street
    )
    product = Product.objects.get_or_create(name="壁挂炉 B24")[0]
    device = Device.objects.create(serial=f"M{marks.phone[-1]}", product=product, customer=customer, site=site)
    rows = {"service_type": house.types["repair"], "device": device, "contact": contact, "team": house.desk}
    words = {"title": marks.words, "description": marks.words, "remark": marks.words, "own": {"secret": marks.card}}
    ticket = receive(told(1, "09:00"), priority="P1", channel="phone", **rows, **words)
    file = attaching.lay(ticket, house.lin, f"{marks.name} {marks.phone}.txt", b"x", NOW)
    noted = actions.note(ticket, told(1, "09:10", note=marks.words), to=[house.wang, *([reader] if reader else [])])
    attaching.attach(noted, house.lin, [file.stored])
    actions.attempt(ticket, told(1, "09:15", note=marks.words))
    actions.contact(ticket, told(1, "09:20", note=marks.words), channel="mail")
    actions.chase(ticket, told(1, "09:30", note=marks.words))
    matters.ask(ticket, house.lin, NOW, department=house.desk.department, asked=marks.words, due_at=AHEAD[0])
    return ticket


@pytest.fixture
def five(house, told):
    FieldDef.objects.create(service_type=house.types["repair"], code="secret", name="证件", masked=True)
    return lambda reader: [told_of(marks, house, told, reader) for marks in MARKS]


def seen(answer):
    """Everything that was sent: headers, the page, what is in the parts of a workbook."""
    content = b"".join(answer) if answer.streaming else answer.content
    parts = [str(answer.headers).encode(), content]
    if content[:2] == b"PK":
        with zipfile.ZipFile(BytesIO(content)) as book:
            parts += [book.read(name) for name in book.namelist()]
    return b"\n".join(parts).decode(errors="replace")


def leaks(answer):
    said = seen(answer)
    return [mark for mark in belongings() if mark in said]


def addresses(things, tickets):
    """Every page there is, and those of the five; lists are asked for all they have."""
    rows = [row for row in walking.rows() if row.method == "GET" and row.thing in ("-", "near")]
    pages = ["/" + walking.spelled(row, things) for row in rows]
    near = things["tickets"]["near"]
    of_tickets = [page for page in pages if f"/{near}/" in page]
    more = [page.replace(f"/{near}/", f"/{each.number}/") for page in of_tickets for each in tickets[:1]]
    ours = [f"/tickets/{each.number}/" for each in tickets]
    lists = ["/tickets/?view=all&order=newest", "/matters/?view=by_us", "/matters/sheet/?day=2026-03-05"]
    return [*pages, *more, *ours, *lists]


@pytest.mark.parametrize("who", ROLES)
def test_nothing_of_theirs_is_on_any_page_or_in_any_log(somebody, things, five, caplog, who):
    person = somebody(who)
    tickets, client, found = five(person), Client(raise_request_exception=False), []
    there = things(person)
    Ticket.objects.filter(pk__in=[each.pk for each in tickets]).update(owner=person, supplier=person.supplier)
    client.force_login(person)
    with caplog.at_level(logging.INFO):
        for address in addresses(there, tickets):
            found += [(address, leak) for leak in leaks(client.get(address))]
    logged = " ".join(record.getMessage() for record in caplog.records)
    assert found == [] and [mark for mark in belongings() if mark in logged] == []


@pytest.mark.parametrize("who", ["administrator", "manager", "lead", "monitor"])
def test_no_list_that_is_taken_along_holds_it(somebody, five, who):
    person, client = somebody(who), Client()
    five(person)
    client.force_login(person)
    for code in LISTS:
        for form in ("csv", "xlsx"):
            answer = client.post(
                f"/take/{code}/{'?view=all&order=newest' if code == 'tickets' else ''}", {"form": form}
            )
            assert leaks(answer) == [], (code, form)


def test_only_who_may_see_people_takes_them_along_and_it_is_written_down(somebody, five):
    lead, monitor = somebody("lead"), Client()
    five(lead)
    client = Client()
    client.force_login(lead)
    answer = client.post("/take/tickets/?view=all&order=newest", {"form": "csv", "opened": "1"})
    assert {MARKS[0].phone, MARKS[4].name} <= {*leaks(answer)}
    assert Access.objects.filter(act="exported", by=lead, facts__opened=True).count() == 1
    lead.role = type(lead.role).objects.get(code="monitor")
    lead.save(update_fields=["role"])
    monitor.force_login(lead)
    answer = monitor.post("/take/tickets/?view=all&order=newest", {"form": "csv", "opened": "1"})
    assert (answer.status_code, leaks(answer)) == (403, [])


def test_unmasking_opens_that_ticket_once_and_is_written_down(reads, house, five):
    tickets, client = five(house.lin), reads(house.lin)
    address = f"/tickets/{tickets[0].number}/"
    opened = leaks(client.post(f"{address}unmask/"))
    assert {*MARKS[0]} - {*opened} <= {MARKS[0].card} and not {*opened} & {*belongings(MARKS[1:])}
    assert Access.objects.filter(by=house.lin, act="seen", key=tickets[0].number).count() == 1
    assert leaks(client.get(address)) == [] and leaks(client.get(f"/tickets/{tickets[1].number}/")) == []


def test_a_leak_would_be_seen(reads, house, five, monkeypatch):
    """The canary: with open eyes the list shows them."""
    five(house.lin)
    monkeypatch.setattr("jishi.directory.eyes.Eyes.customer", lambda eyes, customer: customer.name if customer else "")
    assert leaks(reads(house.lin).get("/tickets/?view=all&order=newest"))

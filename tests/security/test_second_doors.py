"""Second doors: what else could lead to a ticket that is not the reader's finds and changes nothing (TRUST A2)."""

from hashlib import sha256

import pytest
from django.apps import apps
from django.test import Client

from jishi.directory.customers import introduce
from jishi.directory.models import Customer
from jishi.tickets.models import Event, Ticket

WORDS, PHONE = "别处的秘密工单", "13999912345"
KEPT = ("Session", "Access", "Throttle")  # who came in, who was refused, who looked something up: written down


@pytest.fixture
def foreign(things, house):
    """Zhou's ticket, with words, a customer and a telephone of its own."""
    there = things(house.lin)
    ticket = Ticket.objects.get(number=there["tickets"]["far"])
    Ticket.objects.filter(pk=ticket.pk).update(title=WORDS)
    introduce(Customer.objects.get(pk=ticket.customer_id), "周远", PHONE)
    return ticket, there


def state():
    """Everything there is but what is written down about the asking."""
    rows = {model.__name__: [*model.objects.order_by("pk").values_list()] for model in apps.get_models()}
    return {name: sha256(repr(held).encode()).hexdigest() for name, held in rows.items() if name not in KEPT}


def looked(number, pk, customer):
    """Addresses that show something, none of which may show the foreign ticket."""
    return [
        f"/tickets/?q={number}", f"/tickets/?q={WORDS}", f"/tickets/?q={PHONE}", f"/tickets/?customer={customer}",
        f"/tickets/?view=all&team={pk}", "/tickets/?view=all&order=newest", "/board/", "/pool/", "/offers/",
        "/notices/", "/matters/", "/matters/sheet/", "/knowledge/", f"/knowledge/?q={WORDS}", "/records/",
        "/roster/reliefs/", f"/tickets/together/assign/?tickets={number}", "/roster/", "/more/",
        f"/tickets/new/?taken={number}",
    ]  # fmt: skip


def tried(near, number, pk, there):
    """Verbs that name the foreign ticket from one's own, or from nowhere."""
    file, article = there["files"]["far"], there["articles"]["near"]
    return [
        (f"/tickets/{near}/merge/", {"into": number}),
        (f"/tickets/{near}/link/", {"to": number, "link": "duplicate"}),
        (f"/tickets/{near}/unlink/", {"to": number}),
        ("/tickets/together/assign/", {"tickets": number, "owner": there["members"]["near"]}),
        ("/tickets/together/close/", {"tickets": [number], "reason": "x"}),
        (f"/tickets/{near}/note/", {"note": "x", "files": file}),
        (f"/tickets/{near}/files/{file}/remove/", {}),
        (f"/matters/{there['matters']['near']}/join/", {"number": number}),
        (f"/knowledge/{article}/doubt/", {"words": "x", "ticket": number}),
        ("/knowledge/write/", {"title": "x", "body": "x", "ticket": number}),
        (f"/knowledge/tickets/{number}/use/{article}/", {}),
        (f"/tickets/new/chase/{number}/", {}),
        (f"/tickets/{number}/unmask/", {}),
        (f"/offers/{there['offers']['far']}/accept/", {}),
        (f"/tickets/{number}/claim/", {}),
        (f"/tickets/{number}/seek/", {}),
    ]


@pytest.mark.parametrize("who", ["agent", "second_line", "contact", "supplier", "engineer"])
def test_no_page_shows_a_foreign_ticket(somebody, foreign, who):
    ticket, _ = foreign
    client, shown = Client(), []
    client.force_login(somebody(who))
    for address in looked(ticket.number, ticket.team_id, ticket.customer_id):
        answer = client.get(address)
        asked = answer.content.decode().replace(f"q={ticket.number}", "").replace(f'value="{ticket.number}"', "")
        if WORDS in asked.replace(f'value="{WORDS}"', "") and f"q={WORDS}" not in address:
            shown.append(address)
        if f"/tickets/{ticket.number}/" in asked:
            shown.append(address)
    assert shown == []


def test_no_export_holds_a_foreign_ticket(somebody, foreign):
    ticket, _ = foreign
    client = Client()
    client.force_login(somebody("lead"))
    for query in ("?view=all&order=newest", f"?q={ticket.number}", f"?q={WORDS}"):
        answer = client.post(f"/take/tickets/{query}", {"form": "csv"})
        told = b"".join(answer).decode("utf-8-sig")
        assert answer.status_code == 200 and ticket.number not in told and WORDS not in told


@pytest.mark.parametrize("who", ["agent", "second_line"])
def test_no_verb_reaches_a_foreign_ticket_and_nothing_changes(somebody, foreign, who):
    """The same answer as for a number nobody gave, and not a row of any table is another."""
    ticket, there = foreign
    client = Client()
    client.force_login(somebody(who))
    before, reached = state(), []
    for address, said in tried(there["tickets"]["near"], ticket.number, ticket.pk, there):
        answer = client.post(address, said)
        changed = [name for name, held in state().items() if held != before[name]]
        refused = answer.status_code in (204, 404, 403, 422) or "together" in address
        if changed or not refused:
            reached.append((address, answer.status_code, changed))
            before = state()
    assert reached == []


def test_a_file_of_a_foreign_ticket_is_not_found_through_ones_own(reads, house, foreign):
    _, there = foreign
    client, near = reads(house.lin), there["tickets"]["near"]
    assert client.get(f"/tickets/{near}/files/{there['files']['near']}/").status_code == 200
    assert client.get(f"/tickets/{near}/files/{there['files']['far']}/").status_code == 404


def test_who_is_mentioned_or_proposed_is_somebody_who_may_open_it(reads, house, foreign):
    _, there = foreign
    answer = reads(house.lin).get(f"/tickets/{there['tickets']['near']}/mentions/?q=周")
    assert answer.status_code == 200 and "周倩" not in answer.content.decode()


def test_opening_what_one_may_see_does_leave_a_trace(reads, house, foreign):
    """The counting works: a verb on one's own ticket changes a table."""
    _, there = foreign
    before, events = state(), Event.objects.count()
    reads(house.lin).post(f"/tickets/{there['tickets']['near']}/claim/", {})
    assert state() != before and Event.objects.count() > events

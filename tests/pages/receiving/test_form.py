"""Taking in a request at the desk."""

import pytest

from jishi.clocks.models import Clock
from jishi.directory.models import Category, Contact, Contract, Customer, FieldDef, Telephone
from jishi.tickets.models import Event, Ticket

FORM = {"title": "锅炉漏水", "description": "滴水", "channel": "phone", "key": "k1"}
NEW = "/tickets/new/"


def sent(client, **said):
    return client.post(NEW, FORM | said)


def test_a_request_taken_in_starts_its_clocks(house, boiler, reads):
    answer = sent(reads(house.lin), serial="b24-0007", service_type=house.types["repair"].pk)
    ticket = Ticket.objects.get()
    assert answer["Location"] == f"/tickets/{ticket.number}/"
    assert (ticket.customer, ticket.zone, ticket.team) == (boiler.customer, "same_city", house.desk)
    assert set(Clock.objects.values_list("name", flat=True)) >= {"contact", "arrival"}


def test_the_same_form_sent_twice_is_one_ticket(house, reads):
    client = reads(house.lin)
    first, second = (sent(client) for _ in range(2))
    assert Ticket.objects.count() == Event.objects.count() == 1 and first["Location"] == second["Location"]


def test_what_was_typed_is_kept_when_something_is_missing(house, reads):
    answer = sent(reads(house.lin), serial="no-such")
    page = answer.content.decode()
    assert answer.status_code == 422 and "锅炉漏水" in page and "no-such" in page and not Ticket.objects.exists()


def test_an_own_field_that_must_be_filled_is_asked_for_and_what_was_typed_stays(house, boiler, reads):
    kind = house.types["repair"]
    for code, must in (("alarm", True), ("floor", False)):
        FieldDef.objects.create(service_type=kind, code=code, name=code.upper(), required=must)
    client, chosen = reads(house.lin), {"service_type": kind.pk, "customer": boiler.customer.pk, "own.floor": "三楼"}
    answer = sent(client, **chosen)
    page = answer.content.decode()
    assert answer.status_code == 422 and "三楼" in page and f'value="{boiler.customer.pk}"' in page
    assert not Ticket.objects.exists()
    sent(client, **chosen, **{"own.alarm": "E4"})
    assert Ticket.objects.get().extra == {"alarm": "E4", "floor": "三楼"}


def test_a_customer_known_by_name_is_not_written_down_twice(house, boiler, reads):
    sent(reads(house.lin), name="陈建国")
    assert Customer.objects.count() == 1 and Ticket.objects.get().customer == boiler.customer


def test_a_new_customer_is_written_down_with_whom_to_call_and_found_by_that_number(house, reads):
    client = reads(house.lin)
    sent(client, name="海润食品", kind="company", person="何丽", phone="139 0000 1111")
    ticket = Ticket.objects.get()
    assert (ticket.customer.name, ticket.contact.name) == ("海润食品", "何丽")
    assert "海润食品" in client.post(NEW + "find/", {"typed": "+86 13900001111"}).content.decode()


def test_another_number_is_kept_with_who_calls_and_another_person_with_the_customer(house, boiler, reads):
    client, chen = reads(house.lin), boiler.customer
    contact = Contact.objects.create(customer=chen, name="陈建国", phone="13812345678")
    sent(client, customer=chen.pk, contact=contact.pk, phone="0512-66881234转8001", key="a")
    sent(client, customer=chen.pk, person="陈晓", phone="13900001111", key="b", title="开发票", description="")
    assert list(Telephone.objects.values_list("contact__name", "extension")) == [("陈建国", "8001"), ("陈晓", "")]
    assert Ticket.objects.latest("pk").contact.name == "陈晓"


def test_nothing_of_another_customer_can_be_sent_along(house, boiler, reads):
    other = Customer.objects.create(number="C-2", name="何丽")
    hers = Contact.objects.create(customer=other, name="何丽")
    client = reads(house.lin)
    assert sent(client, customer=other.pk, device=boiler.pk).status_code == 422
    assert sent(client, customer=boiler.customer.pk, contact=hers.pk).status_code == 422
    assert not Ticket.objects.exists()


def test_the_contract_in_force_goes_with_the_request(house, boiler, reads):
    for number, since, until in (("old", "2020-01-01", "2021-01-01"), ("now", "2022-01-01", None)):
        Contract.objects.create(customer=boiler.customer, number=number, level="gold", since=since, until=until)
    sent(reads(house.lin), customer=boiler.customer.pk)
    ticket = Ticket.objects.get()
    assert ticket.contract.number == "now" and Event.objects.get().facts["level"] == "gold"


def test_a_sub_category_brings_its_category(house, reads):
    top = Category.objects.create(name="供暖")
    narrow = Category.objects.create(name="漏水", parent=top)
    client = reads(house.lin)
    assert "漏水" in client.get(NEW + f"subcategories/?category={top.pk}").content.decode()
    sent(client, subcategory=narrow.pk)
    ticket = Ticket.objects.get()
    assert (ticket.category, ticket.subcategory) == (top, narrow)


def test_it_can_be_ones_own_at_once(house, reads):
    sent(reads(house.lin), hand="me")
    assert list(Event.objects.values_list("kind", flat=True)) == ["received", "assigned"]
    assert Ticket.objects.get().owner == house.lin


def test_what_goes_to_another_team_is_told_by_its_number(house, reads):
    client = reads(house.lin)
    answer = sent(client, team=house.other.pk)
    number = Ticket.objects.get().number
    assert answer["Location"] == f"{NEW}?taken={number}"
    assert f"{number} is taken in" in client.get(answer["Location"]).content.decode()
    assert f"{number} is taken in" not in reads(house.zhou).get(answer["Location"]).content.decode()


def test_an_earlier_call_is_marked_late_and_its_waiting_is_kept(house, reads):
    sent(reads(house.lin), queued_at="2026-03-02T09:00:00", answered_at="2026-03-02T09:00:20")
    assert list(Event.objects.values_list("kind", "late")) == [("received", True), ("queued", True), ("answered", True)]
    assert Clock.objects.filter(name="answer", state="met").exists()


def test_without_queue_data_nothing_is_said_of_the_answer(house, reads):
    sent(reads(house.lin))
    assert not Event.objects.filter(kind__in=("queued", "answered")).exists()


@pytest.mark.parametrize("path", ["", "weigh/"])
def test_taking_in_needs_its_right(house, reads, path):
    assert reads(house.mo).post(NEW + path, FORM).status_code == 403

"""Taking in a request at the desk."""

from jishi.clocks.models import Clock
from jishi.directory.models import Customer
from jishi.tickets.models import Event, Ticket

FORM = {"title": "锅炉漏水", "description": "滴水", "priority": "P1", "channel": "phone", "key": "k1"}


def test_a_request_taken_in_starts_its_clocks(house, boiler, reads):
    kind = house.types["repair"].pk
    answer = reads(house.lin).post("/tickets/new/", FORM | {"serial": "b24-0007", "service_type": kind})
    ticket = Ticket.objects.get()
    assert answer["Location"] == f"/tickets/{ticket.number}/"
    assert (ticket.customer, ticket.zone, ticket.team) == (boiler.customer, "same_city", house.desk)
    assert set(Clock.objects.values_list("name", flat=True)) >= {"contact", "arrival"}


def test_the_same_form_sent_twice_is_one_ticket(house, reads):
    client = reads(house.lin)
    first, second = (client.post("/tickets/new/", FORM) for _ in range(2))
    assert Ticket.objects.count() == Event.objects.count() == 1 and first["Location"] == second["Location"]


def test_what_was_typed_is_kept_when_something_is_missing(house, reads):
    answer = reads(house.lin).post("/tickets/new/", FORM | {"serial": "no-such"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "锅炉漏水" in page and "no-such" in page and not Ticket.objects.exists()


def test_a_customer_known_by_name_is_not_written_down_twice(house, boiler, reads):
    reads(house.lin).post("/tickets/new/", FORM | {"customer": "陈建国"})
    assert Customer.objects.count() == 1 and Ticket.objects.get().customer == boiler.customer


def test_a_new_customer_is_written_down_with_whom_to_call(house, reads):
    reads(house.lin).post("/tickets/new/", FORM | {"customer": "何丽", "phone": "13900001111"})
    ticket = Ticket.objects.get()
    assert (ticket.customer.name, ticket.contact.phone) == ("何丽", "13900001111")


def test_taking_in_needs_its_right(house, reads):
    assert reads(house.mo).post("/tickets/new/", FORM).status_code == 403


def test_names_are_proposed_while_typing(house, boiler, reads):
    assert "陈建国" in reads(house.lin).get("/tickets/new/customers/?customer=陈建").content.decode()
    assert "陈建国" not in reads(house.lin).get("/tickets/new/customers/?customer=陈").content.decode()

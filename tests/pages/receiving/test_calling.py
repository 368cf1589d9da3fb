"""Who calls is found, shown masked, and written down as looked up; what is open there is chased in one press."""

import pytest

from jishi.directory.models import Access, Contact, Contract, Customer, Device
from jishi.directory.telephones import index, keep
from jishi.tickets import actions
from jishi.tickets.models import Event
from jishi.tickets.receiving import receive
from jishi.watch.models import Notice

NEW = "/tickets/new/"


@pytest.fixture
def chen(boiler):
    """Mr. Chen answers at a mobile and, at the works, behind two extensions of one line."""
    contact = Contact.objects.create(customer=boiler.customer, name="陈建国", phone="138 1234 5678")
    index([contact])
    for said in ("0512-66881234转8001", "0512-66881234转8002"):
        keep(contact, said)
    return contact


@pytest.fixture
def typed(house, reads):
    """`typed("138…")`: what Lin is shown."""
    client = reads(house.lin)
    return lambda said: client.post(NEW + "find/", {"typed": said}).content.decode()


@pytest.mark.parametrize(
    "said",
    ["13812345678", "+86 138-1234-5678", "１３８１２３４５６７８", "0512 6688 1234", "66881234", "0512-66881234转8002"],
)
def test_any_way_of_typing_a_number_finds_who_answers_there(chen, typed, said):
    assert f"customer={chen.customer.pk}&amp;contact={chen.pk}" in typed(said)


def test_an_extension_finds_who_sits_there_and_an_unknown_one_everybody_on_the_line(house, chen, typed):
    other = Contact.objects.create(customer=Customer.objects.create(number="C-2", name="何丽"), name="何丽")
    keep(other, "0512-66881234转8003")
    assert typed("0512-66881234转8003").count("data-hit") == 2  # she, and the way to a new one
    assert typed("0512-66881234转9999").count("data-hit") == typed("0512-66881234").count("data-hit") == 3


def test_a_part_of_a_number_finds_nobody(chen, typed):
    assert all("contact=" not in typed(said) for said in ("138", "1381234", "5678", "13812345679"))


def test_names_and_serials_find_too(chen, typed):
    assert "contact" not in typed("陈") and "customer=" in typed("陈建") and "device=" in typed("b24-0")


def test_who_is_found_stays_masked_and_unmasking_is_written_down(house, chen, typed, reads):
    card = {"customer": chen.customer.pk, "contact": chen.pk}
    client = reads(house.lin)
    shown = typed("13812345678") + client.get(NEW + "card/", card).content.decode()
    assert "陈建国" not in shown and "1234 5678" not in shown and "陈*" in shown and "138****5678" in shown
    assert "陈建国" in client.post(NEW + "card/unmask/", card).content.decode()
    told = list(Access.objects.filter(of="customer").values_list("act", "key", "facts__found").order_by("pk"))
    assert told == [("looked-up", "C-1", "phone"), ("looked-up", "C-1", "card"), ("seen", "C-1", None)]


def test_the_list_is_searched_by_telephone_within_what_one_sees_and_that_is_written_down(house, chen, repair, reads):
    for person, sees in ((house.lin, True), (house.zhou, False)):
        page = reads(person).get("/tickets/?view=all&order=newest&q=138-1234-5678").content.decode()
        assert ("锅炉漏水" in page) is sees and "陈建国" not in page
    assert Access.objects.filter(act="looked-up", key="C-1", facts__found="search").count() == 2


def test_customers_are_not_looked_through_one_by_one(house, reads, typed):
    last = [reads(house.lin).post(NEW + "find/", {"typed": f"138{n:08}"}) for n in range(121)][-1]
    assert last.status_code == 422 and "one by one" in last.content.decode()
    cards = [reads(house.lin).get(NEW + "card/", {"customer": n}) for n in range(121)]
    assert (cards[0].status_code, cards[-1].status_code) == (404, 422)
    assert "Nobody is called so" in typed("陈建国")


def test_the_card_says_what_is_covered_promised_and_open(house, chen, boiler, repair, reads):
    Device.objects.filter(pk=boiler.pk).update(warranty_until="2099-12-31")
    Contract.objects.create(customer=chen.customer, number="HT-1", level="gold", since="2020-01-01")
    page = reads(house.lin).get(NEW + "card/", {"customer": chen.customer.pk}).content.decode()
    assert "in warranty until 2099-12-31" in page and "Gold" in page and "锅炉漏水" in page and 'class="strip"' in page


def test_what_is_anothers_is_only_counted(house, chen, boiler, repair, told, reads):
    receive(told(1, "10:00"), title="阀门异响", device=boiler, team=house.other)
    page = reads(house.lin).get(NEW + "card/", {"customer": chen.customer.pk}).content.decode()
    assert "锅炉漏水" in page and "阀门异响" not in page and "1 other, not yours" in page


def test_chasing_is_one_press_counted_once_and_raises_by_rule(house, repair, reads, told):
    actions.reprioritise(repair, told(1, "09:05"), priority="P3")
    client, chase = reads(house.lin), f"{NEW}chase/{repair.number}/"
    for key in ("a", "a", "b", "c"):
        answer = client.post(chase, {"chase": key})
    repair.refresh_from_db()
    assert "chased 3 times" in answer.content.decode() and (repair.chases, repair.priority) == (3, "P1")
    raised = Event.objects.filter(kind="reprioritised", facts__reason="chased").values_list(
        "facts__priority", flat=True
    )
    assert list(raised) == ["P2", "P1"]


def test_whoever_has_the_ticket_is_told_that_the_customer_asked(house, repair, reads, told):
    actions.assign(repair, told(1, "09:05"), owner=house.wang)
    reads(house.lin).post(f"{NEW}chase/{repair.number}/", {"chase": "a"})
    notice = Notice.objects.get(code="chased")
    assert (notice.person, notice.by, notice.ticket) == (house.wang, house.lin, repair)


def test_what_one_does_not_see_is_not_chased(house, repair, reads):
    assert reads(house.zhou).post(f"{NEW}chase/{repair.number}/").status_code == 404


def test_a_card_costs_the_same_however_much_is_open(house, boiler, told, reads, django_assert_max_num_queries):
    client, card = reads(house.lin), {"customer": boiler.customer.pk}
    for n in range(8):
        receive(told(2, f"1{n}:00"), title=f"第 {n} 件", device=boiler, team=house.desk, priority="P2", channel="phone")
    with django_assert_max_num_queries(26):
        client.get(NEW + "card/", card)

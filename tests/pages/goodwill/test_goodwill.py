"""The room of goodwill: sums against limits, each grant behind a sum, limits laid down; the verb on the ticket."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jishi.directory.models import Item, Supplier
from jishi.directory.people import hire
from jishi.tickets.granting import grant
from jishi.tickets.models import Goodwill, GoodwillLimit, Ticket
from jishi.tickets.receiving import receive
from tests.pages.told import text

FORM = {"role": "agent", "kind": "refund", "per_case": "150", "per_month": "2000", "priority": ["P2", "P3"]}


@pytest.fixture
def lead(house):
    return hire("5001", "高组长", "lead", team=house.desk, department=house.desk.department)


@pytest.fixture
def give(repair, told):
    return lambda amount, ticket=None: grant(
        ticket or repair, told(1, "10:00", note="致歉"), goodwill="refund", amount=amount
    )


def sent(reads, person, ticket, code, **said):
    return reads(person).post(f"/tickets/{ticket.number}/{code}/", said)


def test_goodwill_is_granted_on_the_ticket_and_stands_among_its_facts(house, repair, reads):
    form = text(reads(house.lin).get(f"/tickets/{repair.number}/grant/"))
    assert "small refund" in form and "temporary feature" in form
    assert sent(reads, house.lin, repair, "grant", goodwill="refund", amount="80", note="晚到").status_code == 302
    assert "small refund ¥ 80 林晓 · granted" in text(reads(house.lin).get(f"/tickets/{repair.number}/"))


def test_the_form_says_what_may_be_given_without_asking(house, repair, give, reads):
    give("80")
    form = text(reads(house.lin).get(f"/tickets/{repair.number}/grant/"))
    assert "small refund up to ¥ 20" in form and "coupon up to ¥ 50" in form
    Ticket.objects.filter(pk=repair.pk).update(priority="P0")
    assert "you have to ask" in text(reads(house.lin).get(f"/tickets/{repair.number}/grant/"))


def test_nonsense_is_refused_and_nothing_is_granted(house, repair, reads):
    for amount in ("much", "-1", "0", "1.234"):
        answer = sent(reads, house.lin, repair, "grant", goodwill="refund", amount=amount, note="晚到")
        assert answer.status_code == 422 and f"“{amount}” is no amount" in text(answer)
    assert not Goodwill.objects.exists()


def test_what_waits_says_who_may_agree_and_is_answered_on_the_ticket(house, lead, repair, give, reads):
    give("300")
    assert "¥ 300 林晓 · waits for an answer: 高组长" in text(reads(house.lin).get(f"/tickets/{repair.number}/"))
    assert "漏水" in text(reads(lead).get("/goodwill/")).split("Person")[0]
    assert sent(reads, lead, repair, "agree").status_code == 302
    assert Goodwill.objects.get().state == "granted"


def test_a_sum_stands_beside_its_limit_and_leads_to_its_tickets(house, repair, give, reads):
    give("80")
    month = Goodwill.objects.get().month
    page = reads(house.lin).get(f"/goodwill/?month={month}")
    assert "林晓 Agent ¥ 80 × 1" in text(page) and 'value="8"' in page.content.decode()
    address = f"/goodwill/grants/?kind=refund&decided_by={house.lin.pk}&month={month}"
    assert address.replace("&", "&amp;") in page.content.decode()
    assert repair.number in reads(house.lin).get(address).content.decode()
    assert repair.number not in reads(house.lin).get(address.replace("refund", "coupon")).content.decode()


def test_what_is_far_is_neither_summed_nor_listed(house, give, reads):
    give("80")
    month = Goodwill.objects.get().month
    for page in (f"/goodwill/?month={month}", "/goodwill/grants/"):
        assert "80" not in text(reads(house.zhou).get(page)).replace(month, "")


def test_customers_people_are_masked_and_suppliers_hear_nothing_of_it(house, repair, give, reads):
    give("80")
    assert "陈建国" not in text(reads(house.lin).get("/goodwill/grants/"))
    supplier = Supplier.objects.create(name="外协")
    Ticket.objects.filter(pk=repair.pk).update(supplier=supplier)
    outside = reads(hire("W1", "外协师傅", "supplier", supplier=supplier))
    page = outside.get(f"/tickets/{repair.number}/")
    assert page.status_code == 200 and "¥" not in text(page) and "Goodwill" not in text(page)
    assert outside.get("/goodwill/").status_code == 403


def test_the_room_asks_as_much_for_many_as_for_one(house, give, told, reads):
    give("10")
    month, reader = Goodwill.objects.get().month, reads(house.lin)
    addresses = (f"/goodwill/?month={month}", "/goodwill/grants/", "/goodwill/limits/")
    before = [asked(reader, address) for address in addresses]
    for n in range(8):
        give("10", receive(told(1, "09:00"), title=f"{n}", team=house.desk, priority=f"P{1 + n % 3}"))
    assert [asked(reader, address) for address in addresses] == before


def asked(reader, address):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert reader.get(address).status_code == 200
    return len(queries)


def test_a_limit_is_laid_down_and_the_old_one_stays_written(house, reads):
    before = GoodwillLimit.objects.filter(kind="refund", priority="P2", role__code="agent")
    assert reads(house.boss).post("/goodwill/limits/lay-down/", FORM).status_code == 302
    assert list(before.order_by("since").values_list("per_case", flat=True)) == [10_000, 15_000]
    assert "¥ 150 / ¥ 2,000" in text(reads(house.lin).get("/goodwill/limits/"))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"per_case": "3000"}, "One ticket would be allowed more than a whole month"),
        ({"per_case": "many"}, "is no amount"),
        ({"per_case": "-1"}, "is no amount"),
        ({"per_month": ""}, "is missing"),
        ({"role": "king"}, "does not fit"),
        ({"kind": "gold"}, "does not fit"),
        ({"priority": []}, "is missing"),
        ({"priority": ["P9"]}, "does not fit"),
        ({"since": "2001-01-01T00:00"}, "is past"),
        ({"since": "soon"}, "does not fit"),
        ({"kind": "feature", "per_case": "1.5"}, "days are whole"),
    ],
)
def test_a_limit_that_cannot_be_is_refused(house, reads, said, words):
    answer = reads(house.boss).post("/goodwill/limits/lay-down/", FORM | said)
    assert answer.status_code == 422 and words in text(answer)
    assert GoodwillLimit.objects.filter(by__isnull=False).count() == 0


def test_who_may_not_publish_reads_the_limits_only(house, reads):
    assert "Lay it down" not in text(reads(house.lin).get("/goodwill/limits/"))
    assert reads(house.lin).post("/goodwill/limits/lay-down/", FORM).status_code == 403


def test_addresses_that_make_no_sense_are_refused(house, reads):
    for address in ("?month=2026-13", "grants/?decided_by=me", "grants/?month=x", "grants/?after=9"):
        assert reads(house.lin).get(f"/goodwill/{address}").status_code == 422


def test_a_kind_keeps_its_unit(house, reads):
    reads(house.boss).post("/lists/goodwill/items/", {"code": "visit", "name": "免上门费", "unit": "money"})
    item = Item.objects.get(list="goodwill", code="visit")
    reads(house.boss).post(f"/lists/items/{item.pk}/edit/", {"name": "免收上门费", "unit": "days"})
    item.refresh_from_db()
    assert (item.name, item.facts) == ("免收上门费", {"unit": "money"})
    assert reads(house.boss).post("/lists/goodwill/items/", {"name": "抱枕", "unit": "weight"}).status_code == 422

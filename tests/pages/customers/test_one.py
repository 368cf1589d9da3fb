"""One customer, and the list of them: a form is a row of the register; names and numbers are covered."""

from datetime import date

import pytest

from jishi.directory.customers import find
from jishi.directory.models import Access, Customer, Device, Person
from jishi.directory.people import hire
from jishi.tickets.receiving import receive
from jishi.timetable import JOBS
from jishi.watch.models import Job
from tests.pages.told import text


def test_the_form_of_a_customer_changes_what_is_filled_in(boss):
    boss.post("/customers/new/", {"customer": "常州重工有限公司", "number": "K-5", "serial": "CZ-1"})
    boss.post("/customers/K-5/keep/", {"serial": "CZ-1", "warranty_until": "2029-01-01", "customer": ""})
    boss.post("/customers/K-5/keep/", {"contact": "赵工", "phone": "13711112222"})
    boss.post("/customers/K-5/keep/", {"vip": "True", "number": "K-6"})
    found = Customer.objects.get(number="K-5")
    assert (found.name, found.vip, found.kind) == ("常州重工有限公司", True, "company")
    assert found.devices.get().warranty_until == date(2029, 1, 1) and find("137 1111 2222")[0].customer == found
    assert not Customer.objects.filter(number="K-6").exists()


def test_a_fault_of_the_form_says_what_to_mend(boss):
    boss.post("/customers/new/", {"customer": "常州重工有限公司", "number": "K-5"})
    refused = boss.post("/customers/K-5/keep/", {"phone": "一二三"})
    assert refused.status_code == 422 and "Telephone: This is no telephone number" in text(refused)


def test_the_street_stays_when_the_device_is_changed_without_it(boss):
    place = {"province": "江苏", "city": "常州市", "address": "河海路 9 号"}
    boss.post("/customers/new/", {"customer": "常州重工有限公司", "number": "K-5", "serial": "CZ-1", **place})
    boss.post("/customers/K-5/keep/", {"serial": "CZ-1", "province": "江苏", "city": "常州市", "sold_on": "2026-01-01"})
    device = Device.objects.select_related("site").get(serial="CZ-1")
    assert device.site.address == "河海路 9 号" and device.sold_on == date(2026, 1, 1)


def test_names_and_numbers_are_covered_until_they_are_asked_for(boss):
    boss.post("/customers/new/", {"customer": "李敏芝", "number": "K-5", "phone": "13711112222"})
    for address in ("/customers/", "/customers/K-5/", "/customers/?q=13711112222"):
        page = boss.get(address).content.decode()
        assert "李敏芝" not in page and "K-5" in page and ("13711112222" not in page or "?q" in address)
    opened = boss.post("/customers/K-5/unmask/").content.decode()
    assert "李敏芝" in opened and "13711112222" in opened
    assert Access.objects.filter(act="seen", of="customer", key="K-5").exists()


@pytest.mark.parametrize(
    ("asked", "found"),
    [("q=K-5", 1), ("q=CZ", 1), ("q=重工", 1), ("standing=vip", 0), ("standing=contract", 0), ("standing=company", 1)],
)
def test_the_list_is_searched_and_narrowed(boss, asked, found):
    boss.post("/customers/new/", {"customer": "常州重工有限公司", "number": "K-5", "serial": "CZ-1"})
    assert boss.get(f"/customers/?{asked}").content.decode().count("/customers/K-5/") == found


def test_an_erased_customer_does_not_exist(boss, at):
    Customer.objects.create(number="K-0", name="曾经", erased_at=at(1, "09:00"))
    assert boss.get("/customers/K-0/").status_code == 404 and "K-0" not in boss.get("/customers/").content.decode()


def test_tickets_of_other_teams_are_only_counted(house, reads, told, boss):
    boss.post("/customers/new/", {"customer": "常州重工有限公司", "number": "K-5"})
    Person.objects.filter(pk=house.zhou.pk).update(role=house.lin.role)
    receive(told(1, "09:00"), title="别处的事", team=house.other, customer=Customer.objects.get(number="K-5"))
    lead = hire("1010", "梁工", "lead", team=house.desk, department=house.lin.department)
    page = text(reads(lead).get("/customers/K-5/"))
    assert "别处的事" not in page and "1 other, not yours" in page


def test_an_administrator_erases_by_typing_the_number_once_more(house, reads, repair):
    admin, customer = reads(hire("0001", "管理员", "administrator")), repair.customer
    name, address = customer.name, f"/customers/{customer.number}/"
    refused = admin.post(f"{address}erase/", {"typed": "C"})
    assert (
        refused.status_code == 422 and "Nothing was erased" in text(refused) and admin.get(address).status_code == 200
    )
    admin.post(f"{address}erase/", {"typed": f" {customer.number.lower()} "})
    customer.refresh_from_db()
    repair.refresh_from_db()
    assert (customer.name, repair.title) == ("", "") and admin.get(address).status_code == 404
    assert name not in admin.get(f"/tickets/{repair.number}/").content.decode()
    assert (
        Job.objects.get(kind="wipe").kind in JOBS and Access.objects.filter(act="erased", key=customer.number).exists()
    )


def test_whoever_keeps_the_register_does_not_erase(boss, repair):
    number = repair.customer.number
    assert "Erase" not in text(boss.get(f"/customers/{number}/"))
    assert boss.post(f"/customers/{number}/erase/", {"typed": number}).status_code == 403

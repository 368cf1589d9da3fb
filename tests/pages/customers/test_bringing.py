"""The register of customers: shown before anything is written, each fault named, all at once or nothing."""

import html
import re
from datetime import date

import pytest

from jishi.directory.customers import find
from jishi.directory.models import Access, Contract, Customer, Device, Product, ServicePoint, Telephone
from tests.pages.sheets.workbooks import lines
from tests.pages.told import text

HEAD = "客户编号\t客户名称\t联系人\t电话\t序列号\t产品\t质保到期\t合同号\t合同级别\t合同开始\t合同结束\n"
PLANT = (
    "K-1\t苏州远景机械有限公司\t王强\t0512-66881234转8001\tVMC-1\t立式加工中心\t2027/3/31"
    "\tHT-9\tgold\t2026-01-01\t2026年12月31日\n"
)


def brings(client, rows):
    return client.post("/customers/bring/", {"text": rows})


def kept(page):
    return html.unescape(re.search(r'name="rows" value="([^"]*)"', page.content.decode())[1])


def writes_down(client, page):
    """The button below what is shown."""
    return client.post("/customers/bring/carry-out/", {"rows": kept(page)})


def test_nothing_is_written_before_it_was_seen(boss):
    page = brings(boss, HEAD + PLANT + "\t李敏\t\t13812345678\n")
    said = text(page)
    assert (
        "2 rows bring something new" in said
        and "new customer · new contact · new number · new product · new device" in said
    )
    assert not Customer.objects.filter(number="K-1").exists() and not Device.objects.filter(serial="VMC-1").exists()


def test_written_down_they_are_found_by_phone_with_warranty_and_contract(boss):
    writes_down(boss, brings(boss, HEAD + PLANT))
    hit = find("(0512) 6688 1234 ext 8001")[0]
    assert (hit.customer.name, hit.customer.kind, hit.contact.name) == ("苏州远景机械有限公司", "company", "王强")
    device = Device.objects.select_related("product").get(serial="VMC-1", customer=hit.customer)
    assert device.warranty_until == date(2027, 3, 31) and device.product.name == "立式加工中心"
    held = Contract.objects.get(customer=hit.customer)
    assert (held.level, held.since, held.until) == ("gold", date(2026, 1, 1), date(2026, 12, 31))
    assert "Gold" in text(boss.get("/customers/K-1/")) and Access.objects.filter(act="registered", key="K-1").exists()


def test_two_devices_of_one_customer_are_one_customer_and_one_product(boss):
    rows = "".join(f"\t刘洋\t\t13900000001\tSN-{n}\t热水器\n" for n in range(3))
    writes_down(boss, brings(boss, HEAD + rows))
    (customer,) = Customer.objects.filter(name="刘洋")
    assert customer.devices.count() == 3 and Product.objects.filter(name="热水器").count() == 1
    assert Telephone.objects.filter(contact__customer=customer).count() == 1 and customer.kind == "person"


def test_a_name_alone_does_not_tell_who_a_person_is(boss):
    rows = "\t刘洋\t\t13900000001\n\t刘洋\t\t13900000002\n\t刘洋\t\t139 0000 0001\tSN-1\n"
    writes_down(boss, brings(boss, HEAD + rows))
    first, second = Customer.objects.filter(name="刘洋").order_by("pk")
    assert (first.devices.count(), second.devices.count()) == (1, 0)


@pytest.mark.parametrize("said", ["金牌", "Gold", "gold"])
def test_a_level_is_understood_in_either_language(boss, said):
    writes_down(boss, brings(boss, HEAD + PLANT.replace("gold", said)))
    assert Contract.objects.get(number="HT-9").level == "gold"


def test_another_service_point_is_a_change(boss):
    station = ServicePoint.objects.create(name="苏州站")
    writes_down(boss, brings(boss, HEAD + PLANT))
    page = brings(boss, "客户编号\t序列号\t服务网点\nK-1\tVMC-1\t苏州站\n")
    assert "device changed" in text(page)
    writes_down(boss, page)
    assert Device.objects.get(serial="VMC-1").site.point == station


def test_brought_again_it_changes_nothing(boss):
    writes_down(boss, brings(boss, HEAD + PLANT))
    page = brings(boss, HEAD + PLANT)
    assert page.status_code == 422 and "All of this sheet is known already" in text(page)


def test_what_the_sheet_says_holds_and_empty_or_covered_cells_change_nothing(boss):
    writes_down(boss, brings(boss, HEAD + PLANT))
    page = brings(boss, HEAD + "K-1\t苏**\t王*\t\tVMC-1\t\t2028-01-31\n")
    assert "device changed" in text(page) and "customer changed" not in text(page)
    writes_down(boss, page)
    device = Device.objects.select_related("customer", "product").get(serial="VMC-1")
    assert (device.warranty_until, device.product.name) == (date(2028, 1, 31), "立式加工中心")
    assert device.customer.name == "苏州远景机械有限公司" and device.customer.contacts.count() == 1


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("K-2\t", "Customer – This has to be said"),
        ("K-2\t甲\t\t12", "Telephone 12 This is no telephone number"),
        ("K-2\t甲\t\t\tS-1\t\t明年", "Warranty until 明年 This is no day"),
        ("K-2\t甲\t\t\tVMC-1", "Serial number VMC-1 This device stands with another customer"),
        ("\t同名", "Customer 同名 Several are called so"),
        ("\t钱进", "Telephone – Somebody is called so already"),
        ("K-2\t苏州远景机械有限公司", "Customer number K-2 A company of this name has another number here"),
        ("K-1\t\t\t\t\t\t\tHT-8", "Contract from – This has to be said"),
        ("K-1\t\t\t\t\t\t\tHT-8\t\t2026-05-01\t2026-04-01", "Contract until 2026-04-01 It ends before it begins"),
        ("K-0\t甲", "Customer number K-0 This customer’s data was erased"),
        ("K-2\t" + "长" * 201, "Too long"),
    ],
)
def test_each_fault_is_named_and_the_good_rows_go_on(boss, at, row, fault):
    writes_down(boss, brings(boss, HEAD + PLANT))
    for number in ("T-1", "T-2"):
        Customer.objects.create(number=number, name="同名", kind="company")
    Customer.objects.create(number="K-0", erased_at=at(1, "09:00"))
    Customer.objects.create(number="T-3", name="钱进")
    page = brings(boss, HEAD + row + "\nK-9\t好人\n")
    assert f"2 {fault}" in text(page) or fault in text(page)
    writes_down(boss, page)
    assert Customer.objects.filter(number="K-9", name="好人").exists()
    assert not Customer.objects.filter(number="K-2").exists() and Contract.objects.count() == 1


def test_rows_that_cannot_be_read_any_more_write_nothing(boss):
    page = brings(boss, HEAD + "K-3\t甲\t\t\tS-7\nK-4\t乙\n")
    Device.objects.create(serial="S-7", customer=Customer.objects.create(number="O-1", name="别人"))
    refused = writes_down(boss, page)
    assert refused.status_code == 422 and "stands with another customer" in text(refused)
    assert not Customer.objects.filter(number__in=["K-3", "K-4"]).exists()


@pytest.mark.parametrize("rows", ["", "[", "{}", "[1]", '[{"number": 1}]', '[{"erased_at": "x"}]'])
def test_rows_that_were_never_shown_are_refused(boss, rows):
    assert boss.post("/customers/bring/carry-out/", {"rows": rows}).status_code == 422


def test_a_sheet_longer_than_is_read_is_refused_whole(boss):
    page = brings(boss, "客户名称\n" + "".join(f"客户{n}\n" for n in range(3_001)))
    assert page.status_code == 422 and "more than 3,000 rows" in text(page)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("opened", ["", "1"])
def test_the_exported_list_comes_in_again_and_changes_nothing(boss, language, opened):
    ServicePoint.objects.create(name="苏州站")
    head = HEAD.strip() + "\t省\t市\t区\t地址\t网点\t邮箱\t客户类型\tVIP\n"
    more = "\t江苏\t苏州市\t园区\t星湖街 1 号\t苏州站\twang@example.cn\t企业\t是\n"
    writes_down(boss, brings(boss, head + PLANT.strip("\n") + more + "\t李敏\t\t13812345678\n"))
    boss.cookies["language"] = language
    told = b"".join(boss.post("/take/customers/", {"form": "csv", "opened": opened}).streaming_content)
    assert len(lines(told)) > 2
    page = boss.post("/customers/bring/", {"text": told.decode("utf-8-sig")})
    assert page.status_code == 422 and "registered" not in text(page)
    assert ("已登记" if language != "en" else "known already") in text(page)


def test_a_thousand_rows_ask_little_more_than_a_few(boss, django_assert_max_num_queries):
    head = HEAD.strip() + "\t市\t地址\n"
    row = "B-{n}\t客户{n}\t人{n}\t1380000{n:04}\tD-{n}\t机\t2027-01-01\tH-{n}\tgold\t2026-01-01\t\t苏州市\t{n} 号\n"
    rows = head + "".join(row.format(n=n) for n in range(1_000))
    page = brings(boss, rows)
    with django_assert_max_num_queries(120):
        writes_down(boss, page)
    assert Customer.objects.filter(number__startswith="B-").count() == 1_000
    with django_assert_max_num_queries(60):
        assert brings(boss, rows).status_code == 422

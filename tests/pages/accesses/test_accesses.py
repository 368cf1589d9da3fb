"""The access log: read by those who may, narrowed, paged, and never changed."""

import re

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from jishi.directory.access import write
from jishi.directory.models import Access
from jishi.directory.people import hire
from tests.pages.told import text

UNKNOWN = ["act=x", "day=tomorrow", "before=x", "before=4711", "by__password=x", "day=2026-02-30"]


@pytest.fixture
def admin(house, reads):
    return reads(hire("0001", "管理员", "administrator"))


def count(answer):
    return answer.content.decode().count('<td class="at">')


def test_who_saw_and_changed_what_stands_there(house, reads, repair, admin):
    reads(house.lin).post(f"/tickets/{repair.number}/unmask/")
    admin.post("/roles/agent/rights/board/", {"granted": "1"})
    reads(house.lin).get("/roles/")
    page = text(admin.get("/accesses/"))
    for said in (
        f"saw unmasked {repair.number}",
        "gave a right to Agent see the board",
        "was refused Roles and rights",
    ):
        assert said in page


def test_entries_are_found_by_person_act_and_day(house, admin):
    write(house.lin, "exported", "tickets", rows=7)
    write(house.boss, "invited", "person", "1001")
    write(house.boss, "seen", "ticket", "JS-1")
    today = f"{timezone.localtime():%Y-%m-%d}"
    asked = (
        {"person": "1001"},
        {"act": "exported"},
        {"person": "9001", "act": "seen"},
        {"day": today},
        {"day": "2020-01-01"},
    )
    assert [count(admin.get("/accesses/", each)) for each in asked] == [2, 1, 1, 3, 0]


def test_the_log_goes_on_where_the_page_ended(house, admin):
    for number in range(230):
        write(house.lin, "seen", "ticket", f"JS-{number}")
    found, address = [], "/accesses/"
    while address:
        page = admin.get(address).content.decode()
        found += re.findall(r">JS-(\d+)<", page)
        further = re.search(r'href="/accesses/(\?[^"]*before[^"]*)"', page)
        address = f"/accesses/{further[1]}" if further else ""
    assert found == [str(number) for number in reversed(range(230))]


@pytest.mark.parametrize("asked", UNKNOWN)
def test_what_cannot_be_asked_for_is_refused(admin, asked):
    assert admin.get(f"/accesses/?{asked}").status_code == 422


def test_without_the_right_the_log_is_shut(house, reads):
    assert reads(house.lin).get("/accesses/").status_code == 403


def test_what_was_written_stays(house):
    entry = write(house.lin, "came")
    for rewrite in (entry.save, entry.delete, Access.objects.all().delete, lambda: Access.objects.update(act="left")):
        with pytest.raises(DatabaseError), transaction.atomic():
            rewrite()

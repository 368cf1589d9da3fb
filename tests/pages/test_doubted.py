"""What is doubtful of a record stands on its ticket, with the way to mend it."""

import pytest
from django.utils import timezone

from jishi.directory.models import Supplier
from jishi.directory.people import hire
from jishi.tickets import actions
from jishi.tickets.models import Ticket
from jishi.watch import signing
from jishi.watch.doubting import read_again
from jishi.watch.models import Doubt


@pytest.fixture
def chief(house):
    return hire("5001", "赵组长", "lead", team=house.desk, department=house.desk.department)


@pytest.fixture
def late(repair, told, at, house):
    """The contact was told two and a half hours late."""
    actions.assign(repair, told(1, "09:05"), owner=house.lin)
    actions.contact(repair, told(1, "12:00", happened=at(1, "09:30")))
    read_again(at(1, "12:00"))
    return Doubt.objects.get(code="late-entry")


def page(client, ticket):
    return client.get(f"/tickets/{ticket.number}/").content.decode()


def test_the_ticket_says_what_is_doubtful_and_leads_to_the_entry(house, repair, late, reads):
    shown = page(reads(house.lin), repair)
    assert "Doubtful in its record" in shown and "Entered late" in shown
    assert f'href="#entry-{late.place}"' in shown and f'id="entry-{late.place}"' in shown


def test_only_who_may_open_the_records_is_led_there(house, repair, late, chief, reads):
    way = f"/records/?team={house.desk.pk}#doubt-{late.pk}"
    assert way in page(reads(chief), repair) and way not in page(reads(house.lin), repair)
    assert f'id="doubt-{late.pk}"' in reads(chief).get(way).content.decode()


def test_what_was_explained_is_doubtful_no_more(repair, late, chief, reads):
    signing.explain(chief, Doubt.objects.values_list("pk", flat=True), "现场无信号", timezone.now())
    assert "Doubtful in its record" not in page(reads(chief), repair)


def test_a_record_without_doubts_says_nothing(house, repair, reads):
    assert "Doubtful in its record" not in page(reads(house.lin), repair)


def test_who_is_outside_hears_nothing_of_it(repair, late, reads):
    outside = hire("W1", "外协", "supplier", supplier=Supplier.objects.create(name="安捷"))
    Ticket.objects.filter(pk=repair.pk).update(supplier=outside.supplier)
    shown = page(reads(outside), repair)
    assert "锅炉漏水" in shown and "Entered late" not in shown

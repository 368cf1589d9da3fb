"""A field of a type's own is called in the reader's language, wherever it is named."""

import pytest

from jishi.directory.models import FieldDef
from jishi.tickets.changing import change
from tests.pages.sheets.workbooks import lines

CALLED = [("en", "Shift of the machine", "主轴班次"), ("zh-hans", "主轴班次", "Shift of the machine")]


@pytest.fixture
def field(house):
    made = FieldDef(code="spindle", name="主轴班次", name_en="Shift of the machine", kind="list", choices=["甲", "乙"])
    made.save()
    return made


@pytest.fixture(params=CALLED, ids=["en", "zh"])
def reader(request, field, house, reads):
    """A client of the boss in one language, the field's name in it and in the other."""
    language, name, other = request.param
    client = reads(house.boss)
    client.cookies["language"] = language
    return client, name, other


@pytest.mark.parametrize("address", ["/tickets/conditions/", "/tickets/?own.spindle=甲"])
def test_among_the_conditions_and_on_the_condition_set(reader, repair, address):
    client, name, other = reader
    page = client.get(address).content.decode()
    assert name in page and other not in page


def test_in_the_timeline_also_when_it_is_no_longer_in_use(reader, repair, told):
    client, name, other = reader
    change(repair, told(1, "11:00"), field="spindle", to="乙")
    FieldDef.objects.update(active=False)
    story = client.get(f"/tickets/{repair.number}/").content.decode()
    assert name in story and other not in story and "own.spindle" not in story


def test_at_the_head_of_an_exported_column(reader, repair):
    client, name, other = reader
    head, *_ = lines(b"".join(client.post("/take/tickets/?view=all", {"form": "csv"}).streaming_content))
    assert name in head and other not in head

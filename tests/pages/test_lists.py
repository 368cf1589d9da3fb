"""Lists people edit: their codes stay, their names are the readers'."""

import pytest

from jishi.core.refused import Refused
from jishi.directory import lists
from jishi.directory.models import Item, ServiceType
from jishi.tickets import actions
from tests.pages.told import text


@pytest.fixture
def parts(house):
    return Item.objects.get(list="pause", code="waiting_parts")


def pause(reads, house, ticket, reason):
    return reads(house.lin).post(f"/tickets/{ticket.number}/pause/", {"reason": reason})


def test_what_is_added_can_be_chosen(house, repair, reads):
    form = {"code": "strike", "name": "待罢工结束", "name_en": "waiting for the strike to end"}
    reads(house.boss).post("/lists/pause/items/", form)
    page = reads(house.lin).get(f"/tickets/{repair.number}/pause/")
    assert "waiting for the strike to end" in text(page)
    assert pause(reads, house, repair, "strike").status_code == 302


def test_a_retired_item_is_offered_no_longer_and_keeps_its_name(house, repair, parts, reads, told):
    actions.pause(repair, told(1, "10:00"), reason="waiting_parts")
    actions.resume(repair, told(1, "10:30"))
    reads(house.boss).post(f"/lists/items/{parts.pk}/retire/")
    assert pause(reads, house, repair, "waiting_parts").status_code == 422
    assert "waiting for parts" in text(reads(house.lin).get(f"/tickets/{repair.number}/"))
    reads(house.boss).post(f"/lists/items/{parts.pk}/retire/", {"again": "1"})
    assert pause(reads, house, repair, "waiting_parts").status_code == 302


def test_a_code_never_changes_and_is_never_given_twice(house, parts, reads):
    reads(house.boss).post(f"/lists/items/{parts.pk}/edit/", {"code": "other", "name": "等备件"})
    parts.refresh_from_db()
    assert (parts.code, parts.name) == ("waiting_parts", "等备件")
    with pytest.raises(Refused, match="code-taken"):
        lists.add("pause", {"code": "Waiting_Parts", "name": "again"})


def test_the_page_says_what_a_pause_stops(house, parts, reads):
    form = {"name": "待件", "clocks": ["resolution", "drop table"], "approval": "1", "longest": "3 days"}
    assert reads(house.boss).post(f"/lists/items/{parts.pk}/edit/", form).status_code == 302
    parts.refresh_from_db()
    assert parts.facts == {"clocks": ["resolution"], "approval": True, "longest": 3 * 86_400}


def test_every_item_has_its_form_and_so_has_a_new_one(house, reads):
    client = reads(house.boss)
    for item in Item.objects.filter(list="pause"):
        assert client.get(f"/lists/items/{item.pk}/edit/").status_code == 200
    assert client.get("/lists/pause/items/").status_code == client.get("/lists/fault/items/").status_code == 200


def test_items_change_places_and_the_last_stays_last(house):
    first, second, *_, last = lists.choices("result")
    lists.move(first, up=False)
    lists.move(last, up=False)
    assert [*lists.choices("result")][:2] == [second, first]
    assert [*lists.choices("result")][-1] == last


def test_what_a_service_demands_is_ticked(house, reads):
    kind = house.types["consultation"]
    reads(house.boss).post(f"/lists/types/{kind.pk}/", {"demands": ["measure", "nonsense"]})
    assert ServiceType.objects.get(pk=kind.pk).demands == ["measure"]


@pytest.mark.parametrize("form", [{"name": ""}, {"name": "x", "code": "a b"}, {"name": "x", "longest": "soon"}])
def test_what_does_not_fit_is_refused_and_changes_nothing(house, reads, form):
    before = Item.objects.count()
    assert reads(house.boss).post("/lists/pause/items/", form).status_code == 422
    assert Item.objects.count() == before


def test_lists_need_their_right(house, parts, reads):
    for address in ("/lists/", "/lists/types/", f"/lists/items/{parts.pk}/edit/"):
        assert reads(house.lin).get(address).status_code == 403
    assert reads(house.lin).post(f"/lists/items/{parts.pk}/retire/").status_code == 403
    assert reads(house.boss).get("/lists/nonsense/").status_code == 404


def test_how_long_a_pause_may_last_is_said_as_time(house, reads):
    assert "at most 5 d" in text(reads(house.boss).get("/lists/pause/"))

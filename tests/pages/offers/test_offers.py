"""Offers on top of one's list, why this person, and the room of those who lead."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jishi.assigning.models import Offer, Rule, Waiting
from jishi.assigning.seeking import seek
from jishi.directory.models import Supplier
from jishi.directory.people import hire
from jishi.tickets.models import Ticket
from tests.pages.told import text


def test_what_is_offered_stands_on_top_with_the_time_that_is_left(house, offer, reads):
    page = reads(house.lin).get("/offers/mine/")
    assert "锅炉漏水" in text(page) and "left" in text(page) and 'class="strip"' in page.content.decode()
    assert "锅炉漏水" not in text(reads(house.wang).get("/offers/mine/"))


def test_accepting_sent_twice_is_one_event(house, offer, reads):
    for _ in range(2):
        assert reads(house.lin).post(f"/offers/{offer.pk}/accept/", {"key": "k"}).status_code == 302
    assert Ticket.objects.get().owner == house.lin and offer.ticket.events.filter(kind="assigned").count() == 1


def test_somebody_elses_offer_does_not_exist(house, offer, reads):
    for act in ("accept", "refuse"):
        assert reads(house.wang).post(f"/offers/{offer.pk}/{act}/", {"reason": "leaving"}).status_code == 404
    assert reads(house.wang).get(f"/offers/{offer.pk}/refuse/").status_code == 404
    assert Offer.objects.get().state == "offered"


def test_refusing_asks_for_a_reason(house, offer, reads):
    client = reads(house.lin)
    assert "my shift ends" in text(client.get(f"/offers/{offer.pk}/refuse/"))
    assert client.post(f"/offers/{offer.pk}/refuse/", {"reason": ""}).status_code == 422
    assert client.post(f"/offers/{offer.pk}/refuse/", {"reason": "leaving"}).status_code == 302
    assert (Offer.objects.get().state, Offer.objects.get().reason) == ("refused", "leaving")


def test_who_is_too_late_is_told_who_has_it(house, there, repair, reads):
    Ticket.objects.update(priority="P0")
    seek(repair.pk, timezone.now())
    mine = {offer.person: offer for offer in Offer.objects.select_related("person")}
    reads(house.wang).post(f"/offers/{mine[house.wang].pk}/accept/")
    answer = reads(house.lin).post(f"/offers/{mine[house.lin].pk}/accept/")
    assert answer.status_code in (409, 422) and "王磊" in text(answer)


def test_the_ticket_says_why_this_person_and_why_not_the_others(house, offer, reads):
    page = text(reads(house.lin).get(f"/tickets/{offer.ticket.number}/why/"))
    assert "Offered to 林晓" in page and "equal with others, first by number" in page
    assert "王磊" in page and "later by number" in page


def test_of_a_ticket_one_may_not_see_nothing_is_said(house, offer, reads):
    assert reads(house.zhou).get(f"/tickets/{offer.ticket.number}/why/").status_code == 404
    assert reads(house.zhou).post(f"/tickets/{offer.ticket.number}/seek/").status_code == 404


def test_those_outside_do_not_see_who_holds_how_much(house, offer, reads):
    supplier = Supplier.objects.create(name="外协")
    shop = hire("7001", "外协", "supplier", supplier=supplier)
    Ticket.objects.update(supplier=supplier)
    assert reads(shop).get(f"/tickets/{offer.ticket.number}/").status_code == 200
    assert reads(shop).get(f"/tickets/{offer.ticket.number}/why/").status_code == 404


def test_one_press_has_somebody_sought(house, there, repair, reads):
    Rule.objects.update(automatic=False)
    page = reads(house.lin).get(f"/tickets/{repair.number}/why/")
    assert "Assign automatically" in text(page)
    reads(house.lin).post(f"/tickets/{repair.number}/seek/")
    assert Offer.objects.get().by == house.lin


def test_nobody_free_is_a_row_with_the_reason_of_each(house, repair, reads):
    assert seek(repair.pk, timezone.now(), house.boss) == "waiting"
    page = text(reads(house.boss).get("/offers/"))
    assert "Nobody is free" in page and page.count("off duty") >= 2 and "None of 2 could take it" in page
    assert "锅炉漏水" in page and Waiting.objects.count() == 1


def test_the_room_is_for_those_who_lead_and_shows_only_what_they_may_see(house, offer, reads):
    assert reads(house.lin).get("/offers/").status_code == 403
    other = hire("2009", "组长", "lead", department=house.other.department, team=house.other)
    page = text(reads(other).get("/offers/"))
    assert "锅炉漏水" not in page and "林晓" not in page
    assert reads(other).get(f"/offers/?team={house.desk.pk}").status_code == 404
    assert "林晓" in text(reads(house.boss).get(f"/offers/?team={house.desk.pk}"))


def test_the_room_asks_as_much_for_one_as_for_many(house, offer, repair, reads):
    client = reads(house.boss)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/offers/?team={house.desk.pk}")
        return len(queries)

    def more(n):
        row = Ticket.objects.filter(pk=repair.pk).values().get()
        person = hire(f"8{n:03}", f"坐席{n}", "agent", team=house.desk, department=house.desk.department)
        ticket = Ticket.objects.create(**row | {"id": None, "number": f"n{n}"})
        made = {"ticket": ticket, "why": offer.why}
        Offer.objects.create(person=person, made_at=offer.made_at, lapses_at=offer.lapses_at, **made)
        moments = {"since": offer.made_at, "tried_at": offer.made_at}
        Waiting.objects.create(team=house.desk, cause="nobody-free", **made, **moments)

    more(0), asked()
    before = asked()
    for n in range(1, 7):
        more(n)
    assert asked() == before


FORM = {
    "team": "", "service_type": "", "automatic": "1", "strategy": "turn", "minutes": "5", "most": "2",
    "urgent": "direct", "urgent_minutes": "2", "width": "2",
}  # fmt: skip


def test_a_changed_rule_holds_from_now_on_and_the_old_one_stays_written(house, reads):
    client = reads(house.boss)
    client.post("/offers/rules/new/", FORM)
    first = Rule.objects.get()
    client.post(f"/offers/rules/{first.pk}/", FORM | {"minutes": "8"})
    first.refresh_from_db()
    assert first.minutes == 5 and first.until
    assert Rule.objects.get(until=None).minutes == 8
    assert client.post(f"/offers/rules/{first.pk}/", FORM).status_code == 404
    client.post(f"/offers/rules/{Rule.objects.get(until=None).pk}/end/")
    assert "Nothing is assigned by itself yet" in text(client.get("/offers/rules/"))


@pytest.mark.parametrize("wrong", [{"minutes": "0"}, {"minutes": "soon"}, {"strategy": "luck"}, {"team": "999999"}])
def test_a_rule_that_makes_no_sense_is_refused(house, reads, wrong):
    assert reads(house.boss).post("/offers/rules/new/", FORM | wrong).status_code == 422
    assert not Rule.objects.exists()


def test_rules_change_places(house, reads):
    client = reads(house.boss)
    for minutes in ("1", "2", "3"):
        client.post("/offers/rules/new/", FORM | {"minutes": minutes})
    client.post(f"/offers/rules/{Rule.objects.get(minutes=3).pk}/move/", {"way": "up"})
    client.post(f"/offers/rules/{Rule.objects.get(minutes=1).pk}/move/", {"way": "down"})
    assert list(Rule.objects.values_list("minutes", flat=True)) == [3, 1, 2]


def test_rules_are_for_those_who_publish(house, reads):
    assert reads(house.lin).get("/offers/rules/").status_code == 403
    assert reads(house.lin).post("/offers/rules/new/", FORM).status_code == 403

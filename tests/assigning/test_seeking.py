"""Laws of seeking: who is asked, in which order, together or given it, and what happens when nobody is there."""

import pytest

from jishi.assigning.models import Offer, Waiting
from jishi.assigning.seeking import seek
from jishi.assigning.working import try_again
from jishi.core import history as core
from jishi.core.zones import seconds
from jishi.directory.models import Leave, Skill
from jishi.tickets import actions
from jishi.tickets.batch import Draft, record_many
from jishi.tickets.models import Ticket
from jishi.watch.models import Job, Notice

pytestmark = pytest.mark.both_databases


def asked(**only):
    return [offer.person.name for offer in Offer.objects.filter(**only).order_by("pk")]


def open_offer(ticket):
    return Offer.objects.get(ticket=ticket, state="offered")


def urgent(ticket):
    Ticket.objects.filter(pk=ticket.pk).update(priority="P0")


def test_a_received_ticket_calls_for_somebody_in_the_same_transaction(repair):
    assert Job.objects.get(kind="assign").facts == {"ticket": repair.pk}


def test_what_somebody_has_calls_for_nobody(house, told, repair):
    before = Job.objects.count()
    actions.transfer(repair, told(1, "10:00"), team=house.other, owner=house.zhou, reason="wrong_team")
    assert Job.objects.count() == before


def test_history_calls_for_nobody(house, at):
    entries = [core.Event("received", seconds(at(1, "09:00")), None, "", {"team": house.desk.pk})]
    list(record_many([Draft(Ticket(), entries)], "import", at(1, "10:00")))
    assert Ticket.objects.get().team == house.desk and not Job.objects.exists()


def test_without_a_rule_nothing_happens_by_itself(shift, repair, at):
    assert seek(repair.pk, at(1, "10:00")) == "by-hand"
    assert seek(repair.pk, at(1, "10:00"), shift.lead) == "offered"


def test_an_offer_stands_for_the_minutes_of_the_rule_and_says_why(shift, rule, repair, at):
    rule(minutes=7)
    assert seek(repair.pk, at(1, "10:00")) == "offered"
    offer = open_offer(repair)
    assert (offer.person, offer.lapses_at) == (shift.lin, at(1, "10:07"))
    codes = {each["person"]: [code for code, _ in each["reasons"]] for each in offer.why["people"]}
    assert codes[shift.lin.pk] == ["first-by-number"]
    assert codes[shift.lead.pk] == ["full"]


def test_asked_for_twice_is_sought_once(shift, rule, repair, at):
    rule()
    assert [seek(repair.pk, at(1, "10:00")) for _ in range(2)] == ["offered", "offered"]
    assert Offer.objects.count() == 1


def test_nobody_free_waits_with_the_reason_of_each_and_is_tried_again(shift, rule, repair, at):
    rule()
    Leave.objects.create(
        person=shift.wang, kind="annual", since=at(1, "00:00"), until=at(2, "00:00"), state="approved",
        asked_at=at(1, "00:00"),
    )  # fmt: skip
    type(shift.lin).objects.filter(pk__in=[shift.lin.pk]).update(presence="away", presence_at=at(1, "09:30"))
    Skill.objects.create(person=shift.xu, of="service_type", code="return")
    assert seek(repair.pk, at(1, "10:00")) == "waiting"
    row = Waiting.objects.get()
    codes = {each["person"]: each["reasons"][0] for each in row.why["people"]}
    assert codes[shift.wang.pk][0] == "on-leave" and codes[shift.lin.pk][0] == "away"
    assert codes[shift.xu.pk] == ["lacks-skill", {"of": "service_type", "code": "repair"}]
    assert list(Notice.objects.filter(code="nobody_free").values_list("person", flat=True)) == [shift.lead.pk]
    assert try_again(at(1, "10:01")) == 0 and Notice.objects.filter(code="nobody_free").count() == 1
    type(shift.lin).objects.filter(pk=shift.lin.pk).update(presence="available", presence_at=at(1, "10:02"))
    assert try_again(at(1, "10:03")) == 1
    assert asked(state="offered") == ["林晓"] and not Waiting.objects.exists()


def test_at_night_it_waits_and_those_who_lead_in_the_department_know(house, shift, rule, repair, at):
    rule()
    assert seek(repair.pk, at(1, "23:00")) == "waiting"
    assert Waiting.objects.get().since == at(1, "23:00")
    assert Notice.objects.filter(code="nobody_free").exists()


def test_or_given_at_once_to_whoever_has_most_room_and_the_lead_is_told(house, shift, rule, repair, told, at):
    rule(urgent="direct")
    urgent(repair)
    type(shift.lin).objects.filter(pk=shift.xu.pk).update(capacity=40)
    for person in (shift.lin, shift.wang, shift.xu):
        Ticket.objects.create(
            number=f"t{person.pk}", priority="P2", status="open", owner=person, received_at=at(1, "08:00"),
            open_since=at(1, "08:00"), last_at=at(1, "08:00"),
        )  # fmt: skip
    assert seek(repair.pk, at(1, "10:00")) == "given"
    repair.refresh_from_db()
    assert repair.owner == shift.xu
    assert asked(state="given") == ["徐丽"]
    assert Notice.objects.get(code="given_directly").person == shift.lead


def test_what_is_offered_takes_up_room(shift, rule, repair, at):
    rule(strategy="turn")
    type(shift.lin).objects.filter(pk__in=[shift.lin.pk, shift.wang.pk, shift.xu.pk]).update(capacity=1)
    copies = [Ticket.objects.filter(pk=repair.pk).values().get() | {"id": None, "number": f"n{n}"} for n in range(4)]
    tickets = [Ticket.objects.create(**copy) for copy in copies]
    assert [seek(ticket.pk, at(1, "10:00")) for ticket in tickets] == ["offered"] * 3 + ["waiting"]
    assert sorted(asked(state="offered")) == sorted(["林晓", "王磊", "徐丽"])

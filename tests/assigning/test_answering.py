"""Laws of answering: accepted, refused, lapsed, or answered by what happens to the ticket."""

from datetime import timedelta

import pytest

from jishi.assigning.answering import accept, lapse, refuse
from jishi.assigning.models import Offer, Waiting
from jishi.assigning.seeking import seek
from jishi.assigning.working import try_again
from jishi.core.refused import Refused
from jishi.tickets import actions
from jishi.tickets.models import Event, Ticket
from jishi.watch.models import Job, Notice

pytestmark = pytest.mark.both_databases


def asked(**only):
    return [offer.person.name for offer in Offer.objects.filter(**only).order_by("pk")]


def open_offer(ticket):
    return Offer.objects.get(ticket=ticket, state="offered")


def urgent(ticket):
    Ticket.objects.filter(pk=ticket.pk).update(priority="P0")


def test_who_accepts_has_it_and_the_journal_says_how(shift, rule, repair, at):
    rule()
    seek(repair.pk, at(1, "10:00"))
    accept(open_offer(repair), shift.lin, at(1, "10:01"))
    event = Event.objects.get(kind="assigned")
    assert (event.by, event.facts["owner"], event.facts["how"]) == (shift.lin, shift.lin.pk, "offer")
    assert asked(state="accepted") == ["林晓"]
    assert seek(repair.pk, at(1, "10:02")) == "settled"


def test_refusing_needs_a_reason_and_asks_the_next(shift, rule, repair, at):
    rule()
    seek(repair.pk, at(1, "10:00"))
    for reason, words in (("", ""), ("other", "  ")):
        with pytest.raises(Refused, match="reason-missing"):
            refuse(open_offer(repair), shift.lin, reason, words, at(1, "10:01"))
    with pytest.raises(Refused, match="bad-value"):
        refuse(open_offer(repair), shift.lin, "no-such-reason", "", at(1, "10:01"))
    refuse(open_offer(repair), shift.lin, "other", "我认识这位客户", at(1, "10:01"))
    assert Job.objects.filter(kind="assign").count() == 2
    seek(repair.pk, at(1, "10:02"))
    assert asked(state="offered") == ["王磊"]


def test_a_lapsed_offer_goes_to_the_next_and_then_to_the_duty_lead(shift, rule, repair, at):
    rule(minutes=5, most=2)
    for time, name in (("10:00", "林晓"), ("10:05", "王磊")):
        assert seek(repair.pk, at(1, time)) == "offered"
        assert asked(state="offered") == [name]
        assert lapse(at(1, time) + timedelta(minutes=4, seconds=59)) == 0
        assert lapse(at(1, time) + timedelta(minutes=5)) == 1
    assert seek(repair.pk, at(1, "10:10")) == "waiting"
    row = Waiting.objects.get()
    assert (row.cause, row.lead) == ("nobody-accepted", shift.lead)
    assert Notice.objects.get(code="offer_lapsed").person == shift.lead
    assert try_again(at(1, "10:11")) == 0
    assert try_again(at(1, "10:41")) == 1  # after half an hour they are asked again


def test_what_has_lapsed_cannot_be_accepted_any_more(shift, rule, repair, at):
    rule(minutes=5)
    seek(repair.pk, at(1, "10:00"))
    with pytest.raises(Refused, match="offer-over"):
        accept(open_offer(repair), shift.lin, at(1, "10:05"))


def test_urgent_ones_are_offered_together_and_the_first_has_it(shift, rule, repair, at):
    rule(width=2, urgent_minutes=3)
    urgent(repair)
    seek(repair.pk, at(1, "10:00"))
    assert asked(state="offered", lapses_at=at(1, "10:03")) == ["林晓", "王磊"]
    first, second = Offer.objects.order_by("pk")
    accept(second, shift.wang, at(1, "10:01"))
    with pytest.raises(Refused, match="already-taken") as refused:
        accept(first, shift.lin, at(1, "10:01"))
    assert refused.value.facts["who"] == "王磊"
    assert (asked(state="accepted"), asked(state="taken")) == (["王磊"], ["林晓"])
    assert Notice.objects.get(code="offer_taken").person == shift.lin


def test_a_ticket_taken_by_hand_answers_its_offers(shift, rule, repair, told, at):
    rule()
    seek(repair.pk, at(1, "10:00"))
    repair.refresh_from_db()
    actions.assign(repair, told(1, "10:01"), owner=shift.xu)
    assert asked(state="taken") == ["林晓"]


def test_a_ticket_that_is_over_withdraws_its_offers(house, shift, rule, repair, told, at):
    rule()
    seek(repair.pk, at(1, "10:00"))
    repair.refresh_from_db()
    actions.cancel(repair, told(1, "10:01", by=house.boss), reason="duplicate")
    assert asked(state="withdrawn") == ["林晓"]


def test_second_line_accepts_by_its_own_verb(house, shift, rule, works, repair, told, at):
    rule(urgent="direct")
    rule(team=house.second)
    works(house.he, 1)
    actions.assign(repair, told(1, "09:30"), owner=shift.lin)
    actions.escalate(repair, told(1, "10:00", note="复位无效"), pool=house.second)
    assert Job.objects.filter(kind="assign", facts__ticket=repair.pk).count() == 2
    assert seek(repair.pk, at(1, "10:01")) == "offered"
    accept(open_offer(repair), house.he, at(1, "10:02"))
    repair.refresh_from_db()
    assert repair.owner == house.he and Event.objects.filter(kind="accepted").exists()

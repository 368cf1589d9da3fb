"""One verb, one event; the lifecycle decides."""

import pytest
from django.db import connection

from jishi.core.refused import Refused
from jishi.tickets import actions, guard, journal
from jishi.tickets.chain import broken_links
from jishi.tickets.correcting import correct
from jishi.tickets.models import Event, Ticket
from jishi.tickets.receiving import receive
from tests.cast import solve

pytestmark = pytest.mark.both_databases


def kinds(ticket):
    return [event.kind for event in journal.history(ticket)]


def test_a_request_gets_a_number_people_can_say(repair, told):
    assert repair.number == "JS-2026-03-0001"
    assert receive(told(1, "09:01")).number == "JS-2026-03-0002"


def test_a_request_knows_what_follows_from_its_device(repair, boiler, house):
    assert repair.customer == boiler.customer
    assert repair.product == boiler.product
    assert repair.zone == "same_city"
    assert repair.department == house.desk.department


def test_a_day_of_work_leads_from_new_to_closed(repair, told, house):
    assert repair.status == "new"
    actions.assign(repair, told(1, "09:02"), owner=house.wang)
    actions.attempt(repair, told(1, "09:05"))
    actions.contact(repair, told(1, "09:10"))
    assert (repair.status, repair.owner) == ("open", house.wang)
    actions.pause(repair, told(1, "09:30"), reason="parts")
    assert repair.status == "paused"
    actions.resume(repair, told(2, "09:30"))
    actions.diagnose(repair, told(2, "10:00", note="水泵轴封漏水"), fault="F-12")
    actions.resolve(repair, told(2, "10:30", note="更换轴封"), result="solved")
    actions.confirm(repair, told(2, "10:40"))
    actions.close(repair, told(2, "11:00"))
    assert (repair.status, repair.open_since) == ("closed", None)
    opening = ["received", "assigned", "attempted", "contacted", "paused", "resumed"]
    assert kinds(repair) == [*opening, "diagnosed", "resolved", "confirmed", "closed"]
    assert broken_links([repair]) == []


def test_what_the_lifecycle_forbids_is_refused(repair, told):
    with pytest.raises(Refused, match="no-such-move"):
        actions.close(repair, told(1, "10:00"))
    with pytest.raises(Refused, match="no-such-move"):
        actions.resume(repair, told(1, "10:00"))
    assert kinds(repair) == ["received"]


@pytest.mark.parametrize("verb", ["pause", "reopen", "cancel", "return_"])
def test_some_verbs_want_a_reason(repair, told, verb):
    with pytest.raises(Refused, match="reason-missing"):
        getattr(actions, verb)(repair, told(1, "10:00"), reason=" ")


def test_nothing_happens_in_the_future_or_before_it_was_received(repair, told, at):
    with pytest.raises(Refused, match="in-the-future"):
        actions.contact(repair, told(1, "10:00", happened=at(1, "10:01")))
    with pytest.raises(Refused, match="before-received"):
        actions.contact(repair, told(1, "10:00", happened=at(1, "08:59")))


def test_moments_are_kept_to_the_second(repair, told, at):
    event = actions.contact(repair, told(1, "09:10", happened=at(1, "09:09").replace(microsecond=999_999)))
    assert Event.objects.get(pk=event.pk).at == at(1, "09:09")


def test_an_entry_told_late_is_marked(repair, told, at):
    assert not actions.contact(repair, told(1, "09:10", happened=at(1, "09:05"))).late
    assert actions.contact(repair, told(1, "09:20", happened=at(1, "09:14"))).late


def test_a_late_entry_is_judged_where_it_belongs(repair, told, at):
    solve(repair, told(1, "12:00"))
    actions.pause(repair, told(1, "15:00", happened=at(1, "10:00")), reason="customer")
    assert (repair.status, repair.doubtful) == ("resolved", False)


def test_a_late_entry_that_does_not_fit_is_kept_and_doubtful(repair, told, at):
    actions.pause(repair, told(1, "10:00"), reason="customer")
    solve(repair, told(1, "12:00"))
    actions.resume(repair, told(1, "15:00", happened=at(1, "09:30")))
    assert repair.doubtful
    doubtful = [line.event.kind for line in journal.timeline(repair) if line.doubtful]
    assert doubtful == ["resumed"]


def test_two_who_saw_the_same_state_cannot_both_act(repair, told, house):
    seen = Ticket.objects.get(pk=repair.pk)
    actions.assign(repair, told(1, "09:02"), owner=house.lin)
    with pytest.raises(Refused, match="changed-meanwhile"):
        actions.assign(seen, told(1, "09:02"), owner=house.wang)
    assert Ticket.objects.get(pk=repair.pk).owner == house.lin


def test_second_line_takes_hands_back_and_is_the_pool_meanwhile(repair, told, house):
    actions.contact(repair, told(1, "09:10"))
    actions.escalate(repair, told(1, "09:15", note="已重启、已排气"), pool=house.second)
    assert (repair.pool, repair.team) == (house.second, house.desk)
    actions.accept(repair, told(1, "09:30", by=house.he))
    assert repair.owner == house.he
    actions.return_(repair, told(1, "10:00", by=house.he), reason="missing-information")
    assert (repair.pool, repair.owner) == (None, None)


def test_a_merged_ticket_is_over_and_points_to_where_work_goes_on(repair, told):
    again = receive(told(1, "10:00"), title="还在漏水")
    with pytest.raises(Refused, match="cannot-merge"):
        actions.merge(again, told(1, "10:01"), into=again)
    event = actions.merge(again, told(1, "10:02"), into=repair)
    assert (again.status, event.facts) == ("merged", {"into": repair.pk})
    with pytest.raises(Refused, match="cannot-merge"):
        actions.merge(repair, told(1, "10:03"), into=again)


def test_chasing_is_counted(repair, told):
    actions.chase(repair, told(1, "10:00"))
    actions.chase(repair, told(1, "11:00"))
    assert repair.chases == 2


def test_a_correction_moves_an_entry_and_the_latest_wins(repair, told, at):
    actions.contact(repair, told(1, "09:30"))
    correct(repair, told(1, "11:00"), place=2, at=at(1, "09:20"), reason="mistyped")
    correct(repair, told(1, "11:05"), place=2, at=at(1, "09:10"), reason="mistyped")
    line = next(line for line in journal.timeline(repair) if line.event.kind == "contacted")
    assert (line.at, line.event.at, line.corrected) == (at(1, "09:10"), at(1, "09:30"), True)


def test_a_voided_entry_never_happened(repair, told, house):
    actions.assign(repair, told(1, "09:10"), owner=house.lin)
    correct(repair, told(1, "09:20"), place=2, at=None, reason="wrong-ticket")
    assert repair.owner is None
    assert [line.void for line in journal.timeline(repair)] == [False, True, False]


def test_a_correction_wants_a_reason_and_an_entry_and_leaves_the_lifecycle_whole(repair, told, at):
    actions.pause(repair, told(1, "10:00"), reason="customer")
    actions.resume(repair, told(1, "11:00"))
    now = told(1, "12:00")
    with pytest.raises(Refused, match="reason-missing"):
        correct(repair, now, place=2, at=None, reason="")
    with pytest.raises(Refused, match="no-such-event"):
        correct(repair, now, place=9, at=None, reason="mistyped")
    with pytest.raises(Refused, match="in-the-future"):
        correct(repair, now, place=2, at=at(1, "12:01"), reason="mistyped")
    with pytest.raises(Refused, match="correction-misfits"):
        correct(repair, now, place=2, at=at(1, "11:30"), reason="mistyped")
    with pytest.raises(Refused, match="correction-misfits"):
        correct(repair, now, place=1, at=None, reason="mistyped")


def test_a_forged_entry_or_note_breaks_the_chain(repair, told, house):
    actions.contact(repair, told(1, "09:10", note="客户在家"))
    solve(repair, told(1, "09:40"))
    guard.disarm(connection)
    Event.objects.filter(ticket=repair, seq=3).update(at=told(1, "09:20").now)
    assert [place for _, place in broken_links([repair])] == [3]
    event = Event.objects.get(ticket=repair, seq=2)
    event.note.body = "客户不在家"
    event.note.save()
    assert [place for _, place in broken_links([repair])] == [2, 3]

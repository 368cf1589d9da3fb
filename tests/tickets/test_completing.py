"""Nothing is done before it is known what was wrong, and no promise is broken without a reason (D14)."""

import pytest

from jishi.core.refused import Refused
from jishi.tickets import actions, journal
from jishi.tickets.batch import Draft, record_many
from jishi.tickets.completing import lacking
from jishi.tickets.models import Ticket
from jishi.tickets.receiving import receive
from tests.cast import solve

pytestmark = pytest.mark.both_databases
WHOLE = {"fault": "F-05", "diagnosis": "密封圈老化", "result": "solved"}


@pytest.mark.parametrize("gap", ["fault", "diagnosis", "measure", "result"])
def test_a_repair_is_not_done_with_a_gap_and_the_refusal_names_it(repair, told, gap):
    note = "" if gap == "measure" else "换密封圈"
    with pytest.raises(Refused, match="not-diagnosed") as refused:
        actions.resolve(repair, told(1, "10:00", note=note), **{n: v for n, v in WHOLE.items() if n != gap})
    assert refused.value.facts["lacks"] == [gap]
    assert [event.kind for event in journal.history(repair)] == ["received"]


def test_what_was_diagnosed_before_need_not_be_said_again(repair, told):
    actions.diagnose(repair, told(1, "09:30", note="密封圈老化"), fault="F-05")
    assert lacking(repair) == ["measure", "result"]
    actions.resolve(repair, told(1, "10:00", note="换密封圈"), result="solved")
    assert repair.status == "resolved"


def test_after_a_reopening_the_old_diagnosis_did_not_hold(repair, told):
    solve(repair, told(1, "10:00"))
    actions.reopen(repair, told(1, "11:00"), reason="leaks again")
    assert lacking(repair) == ["fault", "diagnosis", "measure", "result"]


def test_a_consultation_wants_a_result_and_no_more(house, told):
    ticket = receive(told(1, "09:00"), title="如何设定温度", service_type=house.types["consultation"])
    assert lacking(ticket) == ["result"]


def test_what_a_type_demands_is_asked_of_the_type_as_it_is_now(house, repair, told):
    house.types["repair"].demands = []
    house.types["repair"].save()
    repair.refresh_from_db()
    actions.resolve(repair, told(1, "10:00"))
    assert repair.status == "resolved"


def test_history_may_have_gaps(house, repair, told, at):
    before = journal.history(repair)
    resolved = [type(before[0])(kind, int(at(9, "10:00").timestamp())) for kind in ("resolved", "closed")]
    assert [*record_many([Draft(repair, resolved, before=before)], "import", at(10, "10:00"))]
    assert Ticket.objects.get().status == "closed"


def test_no_broken_promise_is_closed_without_its_reason(repair, told):
    solve(repair, told(2, "16:00"))  # contact was due on Monday at 14:30, arrival at 13:00
    with pytest.raises(Refused, match="breach-unexplained") as refused:
        actions.close(repair, told(2, "17:00"), reasons={"contact": "no_staff"})
    assert refused.value.facts["clocks"] == ["arrival"]
    repair = Ticket.objects.get()
    assert repair.status == "resolved"
    actions.close(repair, told(2, "17:00"), reasons={"contact": "no_staff", "arrival": "third_party"})
    assert journal.history(repair)[-1].facts["reasons"] == {"contact": "no_staff", "arrival": "third_party"}


def test_what_was_in_time_is_closed_without_a_word(repair, told):
    actions.contact(repair, told(1, "09:10"))
    actions.arrive(repair, told(1, "10:00"))
    solve(repair, told(1, "11:00"))
    actions.close(repair, told(1, "12:00"))
    assert repair.status == "closed"

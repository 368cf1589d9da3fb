"""Goodwill: within one's limit at once, above it by somebody whose limit covers it (R54)."""

import pytest

from jishi.core.goodwill import Limit
from jishi.core.refused import Refused
from jishi.directory.models import Role
from jishi.tickets.allowances import lay_down
from jishi.tickets.correcting import correct
from jishi.tickets.models import Goodwill, GoodwillPurse
from jishi.tickets.receiving import receive
from tests.cast import solve

pytestmark = pytest.mark.both_databases


def states():
    return list(Goodwill.objects.order_by("pk").values_list("state", flat=True))


def test_within_the_limit_it_is_granted_at_once(repair, give):
    event = give(1, "10:00", "80.50")
    assert (event.kind, event.facts) == ("granted", {"goodwill": "refund", "money": "80.50"})
    row = Goodwill.objects.get()
    assert (row.amount, row.unit, row.state, row.month) == (8050, "money", "granted", "2026-03")
    assert (row.decided_by.name, repair.asked_at) == ("林晓", None)


def test_above_the_limit_it_is_asked_for_and_not_granted(repair, give, lead, at):
    assert give(1, "10:00", "100.01").kind == "grant_asked"
    assert (states(), repair.asked_at) == (["asked"], at(1, "10:00"))
    assert not GoodwillPurse.objects.filter(spent__gt=0).exists()


def test_nobody_passes_a_limit_by_halves(give, lead):
    assert give(1, "10:00", "60").kind == "granted"
    assert give(1, "10:05", "60").kind == "grant_asked"


def test_what_nobody_covers_is_not_even_asked_for(give, lead):
    with pytest.raises(Refused, match="nobody-covers"):
        give(1, "10:00", "5000.01")


def test_on_a_solved_ticket_too(repair, give, told):
    solve(repair, told(1, "11:00"))
    assert give(1, "12:00", "50").kind == "granted"


def test_what_a_correction_voids_was_not_granted_and_what_it_restores_was(repair, give, house, told):
    seq = give(1, "10:00", "80").seq
    correct(repair, told(1, "10:30", by=house.boss), place=seq, at=None, reason="记错工单")
    assert (states(), GoodwillPurse.objects.get().spent) == (["void"], 0)
    correct(repair, told(1, "10:40", by=house.boss), place=seq, at=told(1, "10:01").now, reason="没有记错")
    assert (states(), GoodwillPurse.objects.get().spent) == (["granted"], 8000)


def test_a_limit_holds_from_its_day_on_and_never_before(house, told, give, at, lead):
    agents = Role.objects.get(code="agent")
    lay_down(house.boss, agents, ["P2"], "refund", Limit(1000, 5000), at(2, "00:00"), at(1, "09:00"))
    assert give(1, "10:00", "60").kind == "granted"
    later = receive(told(2, "09:00"), title="漏水", team=house.desk, priority="P2")
    assert give(2, "10:00", "60", ticket=later).kind == "grant_asked"
    with pytest.raises(Refused, match="in-the-past"):
        lay_down(house.boss, agents, ["P2"], "refund", Limit(1000, 5000), at(1, "00:00"), at(1, "09:00"))
    with pytest.raises(Refused, match="limit-reversed"):
        lay_down(house.boss, agents, ["P2"], "refund", Limit(5000, 1000), at(3, "00:00"), at(1, "09:00"))

"""Many tickets at once: each by its own verb; what is refused is listed, the rest is done."""

import pytest

from jishi.tickets import actions
from jishi.tickets.models import Event, Ticket
from jishi.tickets.receiving import receive
from tests.cast import solve
from tests.pages.told import text


@pytest.fixture
def three(house, told):
    fields = {"service_type": house.types["consultation"], "priority": "P2", "team": house.desk}
    return [receive(told(1, f"09:0{n}"), title=f"request {n}", **fields) for n in range(3)]


def numbers(*tickets):
    return [ticket.number for ticket in tickets]


def owners():
    return list(Ticket.objects.order_by("pk").values_list("owner__number", flat=True))


def test_each_marked_ticket_is_done(house, three, reads):
    form = {"tickets": numbers(*three[:2]), "owner": house.wang.pk}
    answer = reads(house.lin).post("/tickets/together/assign/", form)
    assert "2 tickets done" in text(answer) and owners() == ["1002", "1002", None]
    assert answer.headers["HX-Trigger"] == "done-together"


def test_what_is_refused_is_listed_with_its_reason_and_the_rest_is_done(house, three, reads, told):
    actions.assign(three[0], told(1, "10:00"), owner=house.wang)
    said = text(reads(house.lin).post("/tickets/together/claim/", {"tickets": numbers(*three)}))
    assert owners() == ["1002", "1001", "1001"]
    assert "2 tickets done" in said and "王磊 has it already" in said


def test_a_ticket_one_may_not_see_does_not_exist_here_either(house, three, reads, told):
    foreign = receive(told(1, "09:00"), title="theirs", team=house.other)
    before = list(Ticket.objects.filter(pk=foreign.pk).values())
    said = text(reads(house.lin).post("/tickets/together/claim/", {"tickets": numbers(foreign, three[0])}))
    assert "1 ticket done" in said and foreign.number not in said
    assert list(Ticket.objects.filter(pk=foreign.pk).values()) == before
    form = text(reads(house.lin).get("/tickets/together/assign/", {"tickets": numbers(foreign)}))
    assert "0 tickets" in form and foreign.number not in form


def test_the_right_is_that_of_the_verb(house, three, reads):
    form = {"tickets": numbers(*three), "team": house.other.pk, "reason": "wrong_team"}
    assert reads(house.lin).post("/tickets/together/transfer/", form).status_code == 403
    assert reads(house.boss).post("/tickets/together/transfer/", form).status_code == 200
    assert set(Ticket.objects.values_list("team", flat=True)) == {house.other.pk}


@pytest.mark.parametrize("code", ["erase", "merge", "resolve", "nonsense"])
def test_other_verbs_are_for_one_ticket_alone(house, three, reads, code):
    assert reads(house.boss).post(f"/tickets/together/{code}/", {"tickets": numbers(*three)}).status_code == 404


def test_sent_twice_it_is_done_once(house, three, reads):
    form = {"tickets": numbers(*three), "priority": "P1", "key": "k1"}
    for _ in range(2):
        assert "3 tickets done" in text(reads(house.lin).post("/tickets/together/reprioritise/", form))
    assert Event.objects.filter(kind="reprioritised").count() == 3


def test_a_reason_for_all_closes_those_whose_promises_were_broken(house, three, repair, reads, told):
    for ticket in (three[0], repair):
        solve(ticket, told(5, "10:00"))
    client, form = reads(house.boss), {"tickets": numbers(three[0], three[1], repair)}
    said = text(client.post("/tickets/together/close/", form))
    assert "A broken promise has no reason yet" in said and "is not possible" in said
    client.post("/tickets/together/close/", form | {"reason": "no_staff"})
    assert [*Ticket.objects.order_by("pk").values_list("status", flat=True)].count("closed") == 2
    reasons = Event.objects.filter(kind="closed", ticket=repair).get().facts["reasons"]
    assert set(reasons.values()) == {"no_staff"}


def test_a_refused_ticket_leaves_no_trace(house, three, reads):
    reads(house.boss).post("/tickets/together/close/", {"tickets": numbers(*three)})
    assert set(Event.objects.values_list("kind", flat=True)) == {"received"}


def test_the_waiting_list_says_for_what_and_until_when(house, three, reads, told, at):
    actions.pause(three[0], told(1, "10:00"), reason="waiting_parts", until=at(9, "10:00"))
    page = text(reads(house.lin).get("/tickets/?view=paused"))
    assert "waits: waiting for parts · until" in page and three[1].title not in page


def test_my_team_sees_what_is_its_own(house, three, boiler, reads, told):
    said = {"description": "怎么设温度", "customer": boiler.customer}
    actions.escalate(three[0], told(1, "10:00", note="已排查"), pool=house.second, **said)
    assert three[0].title in text(reads(house.he).get("/tickets/?view=team"))
    assert three[1].title not in text(reads(house.he).get("/tickets/?view=team"))

"""While one types: the proposed priority with its reason, and what is open already."""

import pytest

from jishi.tickets import actions
from jishi.tickets.entry import Entry
from jishi.tickets.models import Event, PriorityRule, Ticket
from jishi.tickets.receiving import receive

NEW = "/tickets/new/"
FORM = {"title": "主轴异响", "channel": "phone", "key": "k"}


@pytest.fixture
def lin(house, reads):
    return reads(house.lin)


def weighed(client, **said):
    return client.post(NEW + "weigh/", said).content.decode()


def proposed(page):
    return page.partition('name="proposed" value="')[2][:2]


def test_words_and_mood_propose_a_priority_and_say_why(lin):
    assert proposed(weighed(lin, title="请问怎么开发票")) == "P2"
    page = weighed(lin, title="车间停产了")
    assert proposed(page) == "P0" and "“停产”" in page
    page = weighed(lin, title="请问怎么开发票", emotion="severe")
    assert proposed(page) == "P0" and "Furious" in page


def test_a_priority_that_was_only_proposed_follows_what_is_typed_and_one_chosen_stays(lin):
    followed = weighed(lin, title="车间停产了", priority="P2", proposed="P2")
    kept = weighed(lin, title="车间停产了", priority="P3", proposed="P2")
    assert 'value="P0" checked' in followed and 'value="P3" checked' in kept and 'name="because"' in kept


def test_another_priority_needs_its_reason_and_the_journal_keeps_both(lin):
    said = FORM | {"title": "车间停产了", "priority": "P2", "proposed": "P0"}
    refused = lin.post(NEW, said)
    assert refused.status_code == 422 and "Why not P0?" in refused.content.decode() and not Ticket.objects.exists()
    lin.post(NEW, said | {"because": "workaround"})
    facts = Event.objects.get().facts
    assert (facts["priority"], facts["proposed"], facts["because"]) == ("P2", "P0", "workaround")


def test_what_was_proposed_is_taken_when_nobody_chose(lin):
    lin.post(NEW, FORM | {"title": "车间停产了", "emotion": "displeased"})
    event = Event.objects.get()
    rule = PriorityRule.objects.get(says="停产")
    assert (
        event.facts["priority"] == "P0" and event.facts["emotion"] == "displeased" and event.facts["rules"] == [rule.pk]
    )
    assert "mood: Displeased" in lin.get(f"/tickets/{Ticket.objects.get().number}/").content.decode()


def test_what_is_open_already_is_shown_and_taken_in_beside_only_with_a_reason(house, boiler, repair, lin):
    said = FORM | {"customer": boiler.customer.pk, "device": boiler.pk}
    assert repair.number in weighed(lin, **said)
    refused = lin.post(NEW, said)
    assert refused.status_code == 422 and f"{repair.number} is open already" in refused.content.decode()
    lin.post(NEW, said | {"apart": "another"})
    event = Event.objects.latest("pk")
    assert (event.facts["apart"], event.facts["beside"]) == ("another", repair.pk)
    assert repair.number in lin.get(f"/tickets/{event.ticket.number}/").content.decode()


def test_what_belongs_together_is_linked_from_both_sides(house, boiler, repair, lin):
    lin.post(NEW, FORM | {"customer": boiler.customer.pk, "device": boiler.pk, "apart": "linked"})
    fresh = Ticket.objects.latest("pk")
    told = Event.objects.filter(kind="linked").values_list("ticket", "facts__other")
    assert sorted(told) == sorted([(repair.pk, fresh.pk), (fresh.pk, repair.pk)])


def test_similar_words_of_the_same_customer_are_enough_and_of_another_are_not(house, boiler, repair, lin):
    words = {"title": "厨房的壁挂炉滴水"}
    assert repair.number in weighed(lin, customer=boiler.customer.pk, **words)
    assert repair.number not in weighed(lin, **words)
    assert repair.number not in weighed(lin, customer=boiler.customer.pk, title="发票抬头写错了")


def test_what_another_team_has_open_is_only_counted(house, boiler, told, lin):
    hidden = receive(told(1, "09:00"), title="异响", device=boiler, team=house.other)
    page = weighed(lin, customer=boiler.customer.pk, device=boiler.pk)
    assert hidden.number not in page and "1 open ticket of another team" in page
    assert lin.post(NEW, FORM | {"customer": boiler.customer.pk, "device": boiler.pk}).status_code == 302


def test_the_same_within_seven_days_is_called_a_repeat(house, boiler, lin):
    lin.post(NEW, FORM | {"customer": boiler.customer.pk, "device": boiler.pk})
    first = Ticket.objects.get()
    actions.resolve(first, Entry(house.lin))
    page = weighed(lin, customer=boiler.customer.pk, device=boiler.pk)
    assert "A repeat" in page and first.number in page


def test_rules_are_changed_by_whoever_publishes_and_hold_at_once(house, reads, lin):
    boss = reads(house.boss)
    boss.post("/urgency/rules/", {"kind": "word", "says": "发票", "priority": "P1", "weight": "100"})
    assert proposed(weighed(lin, title="请问怎么开发票")) == "P1"
    rule = PriorityRule.objects.get(says="发票")
    assert "发票" in boss.get("/urgency/").content.decode()
    assert "P1" in boss.post("/urgency/try/", {"words": "开发票"}).content.decode()
    boss.post(f"/urgency/rules/{rule.pk}/retire/")
    assert proposed(weighed(lin, title="请问怎么开发票")) == "P2"
    assert lin.post("/urgency/rules/", {"kind": "word", "says": "a", "priority": "P0"}).status_code == 403


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "word", "says": " ", "priority": "P1"},
        {"kind": "chases", "says": "many", "priority": "P1"},
        {"kind": "word", "says": "a", "priority": "up"},
        {"kind": "word", "says": "a", "priority": "P9"},
        {"kind": "nothing", "says": "a", "priority": "P1"},
        {"kind": "word", "says": "a", "priority": "P1", "weight": "x"},
    ],
)
def test_a_rule_that_cannot_be_is_refused(house, reads, said):
    before = PriorityRule.objects.count()
    assert reads(house.boss).post("/urgency/rules/", said).status_code == 422
    assert PriorityRule.objects.count() == before


def test_it_says_what_will_be_promised_before_it_is_taken_in(house, lin):
    repair = house.types["repair"].pk
    assert "the service type says what" in weighed(lin, title="主轴异响", channel="phone")
    page = weighed(lin, title="主轴异响", channel="phone", service_type=repair, priority="P1", proposed="P2")
    assert "First contact within 1 h, by <b>" in page.replace("\u202f", " ").replace("\xa0", " ")

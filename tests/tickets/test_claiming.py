"""Of those who claim at once, one has it."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from jishi.core.refused import Refused
from jishi.tickets import actions, journal
from jishi.tickets.claiming import claim
from jishi.tickets.models import Ticket
from jishi.tickets.receiving import receive

pytestmark = pytest.mark.both_databases
RACES = 200


def test_who_claims_it_has_it(repair, house, told):
    event = claim(repair, told(1, "09:05"))
    assert (repair.owner, event.facts["how"]) == (house.lin, "claimed")


def test_who_comes_second_is_told_who_has_it(repair, house, told):
    seen = Ticket.objects.get(pk=repair.pk)
    claim(repair, told(1, "09:05"))
    with pytest.raises(Refused, match="already-taken") as refused:
        claim(seen, told(1, "09:05", by=house.wang))
    assert refused.value.facts["who"] == "林晓"
    assert Ticket.objects.get().owner == house.lin


def test_second_line_claims_from_its_pool(repair, house, told):
    claim(repair, told(1, "09:05"))
    actions.escalate(repair, told(1, "09:10", note="已重启"), pool=house.second)
    assert claim(repair, told(1, "09:20", by=house.he)).kind == "accepted"
    assert (repair.owner, repair.pool) == (house.he, house.second)


def test_a_claim_that_is_refused_leaves_no_trace(repair, house, told):
    actions.cancel(repair, told(1, "09:05"), reason="duplicate")
    with pytest.raises(Refused, match="no-such-move"):
        claim(repair, told(1, "09:06"))
    assert Ticket.objects.get().owner is None


@pytest.mark.django_db(transaction=True)
def test_of_two_who_claim_at_once_one_wins_and_the_other_is_told_who(transactional_db, house, told):
    tickets = [receive(told(1, "09:00"), title=f"request {n}", team=house.desk) for n in range(RACES)]
    start, won, lost = Barrier(2), {}, {}

    def race(person):
        for ticket in tickets:
            start.wait()
            try:
                claim(Ticket.objects.get(pk=ticket.pk), told(1, "09:05", by=person))
                won.setdefault(ticket.pk, []).append(person)
            except Refused as refused:
                lost.setdefault(ticket.pk, []).append((refused.code, refused.facts["who"]))
        connection.close()

    racers = [Thread(target=race, args=[person]) for person in (house.lin, house.wang)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    owners = dict(Ticket.objects.values_list("pk", "owner__name"))
    assert {pk: [person.name for person in people] for pk, people in won.items()} == {
        pk: [name] for pk, name in owners.items()
    }
    assert lost == {pk: [("already-taken", name)] for pk, name in owners.items()}
    assert [kind for tale in journal.tales(tickets) for kind in [e.kind for e in tale.told]].count("assigned") == RACES

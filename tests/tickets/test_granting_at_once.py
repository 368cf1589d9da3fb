"""Of those who grant or answer at once, nobody passes a limit and one has answered."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from jishi.core.goodwill import Limit
from jishi.core.refused import Refused
from jishi.directory.models import Role
from jishi.tickets import journal
from jishi.tickets.agreeing import agree, decline
from jishi.tickets.allowances import lay_down
from jishi.tickets.granting import grant
from jishi.tickets.models import Goodwill, GoodwillPurse, Ticket
from jishi.tickets.receiving import receive

pytestmark = pytest.mark.both_databases


@pytest.mark.django_db(transaction=True)
def test_two_at_once_never_give_more_than_the_month_allows(transactional_db, house, told, at, lead):
    agents = Role.objects.get(code="agent")
    lay_down(house.boss, agents, ["P2"], "coupon", Limit(1000, 20_000), at(1, "08:00"), at(1, "07:00"))
    tickets = [receive(told(1, "09:00"), title=f"{n}", team=house.desk, priority="P2") for n in range(60)]
    start, kinds = Barrier(2), []

    def race(mine):
        for ticket in mine:
            start.wait()
            entry = told(1, "10:00", note="致歉")
            kinds.append(grant(Ticket.objects.get(pk=ticket.pk), entry, goodwill="coupon", amount="10").kind)
        connection.close()

    both(Thread(target=race, args=[tickets[n::2]]) for n in range(2))
    assert (kinds.count("granted"), kinds.count("grant_asked")) == (20, 40)
    assert GoodwillPurse.objects.get(spent__gt=0).spent == 20_000
    assert Goodwill.objects.filter(state="granted").count() == 20


@pytest.mark.django_db(transaction=True)
def test_two_at_once_never_give_more_than_a_ticket_allows(transactional_db, house, told, lead):
    tickets = [receive(told(1, "09:00"), title=f"{n}", team=house.desk, priority="P2") for n in range(12)]
    start = Barrier(2)

    def race(person):
        for ticket in tickets:
            start.wait()
            try:
                entry = told(1, "10:00", by=person, note="致歉")
                grant(Ticket.objects.get(pk=ticket.pk), entry, goodwill="refund", amount="60")
            except Refused as refused:
                assert refused.code in ("changed-meanwhile", "already-asked")
        connection.close()

    both(Thread(target=race, args=[person]) for person in (house.lin, house.wang))
    granted = Goodwill.objects.filter(state="granted").values_list("ticket", "amount")
    assert sorted(granted) == [(ticket.pk, 6000) for ticket in tickets]
    assert sum(GoodwillPurse.objects.values_list("spent", flat=True)) == 6000 * len(tickets)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_answer_at_once_one_has_answered(transactional_db, house, told, lead):
    tickets = [receive(told(1, "09:00"), title=f"{n}", team=house.desk, priority="P2") for n in range(40)]
    for ticket in tickets:
        grant(ticket, told(1, "10:00", note="致歉"), goodwill="refund", amount="101")
    start, said = Barrier(2), []

    def race(person, answer):
        for ticket in tickets:
            start.wait()
            try:
                said.append(answer(Ticket.objects.get(pk=ticket.pk), told(1, "10:05", by=person, note="看过")).kind)
            except Refused as refused:
                said.append(refused.code)
        connection.close()

    both(Thread(target=race, args=pair) for pair in ((lead, agree), (house.boss, decline)))
    kinds = [event.kind for tale in journal.tales(tickets) for event in tale.told]
    granted, declined = kinds.count("granted"), kinds.count("grant_declined")
    assert granted + declined == len(tickets)
    assert (said.count("granted"), said.count("grant_declined")) == (granted, declined)
    assert set(said) <= {"granted", "grant_declined", "nothing-asked", "changed-meanwhile"}
    assert sum(GoodwillPurse.objects.values_list("spent", flat=True)) == granted * 10_100


def both(threads):
    running = list(threads)
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()

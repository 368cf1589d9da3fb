"""Some hundred tickets through the database: never to somebody who cannot, is not there, or has no room."""

import pytest

from jishi.assigning.answering import accept
from jishi.assigning.candidates import holding
from jishi.assigning.models import Offer
from jishi.assigning.seeking import seek
from jishi.directory.duty import capacity, present, skills_of
from jishi.directory.models import Leave, Skill
from jishi.directory.people import hire
from jishi.tickets.receiving import receive


@pytest.fixture
def team(house, works):
    """Twelve agents: two thirds on Monday's shift, one of them on leave; half know repairs only."""
    people = [
        hire(f"5{n:03}", f"坐席{n}", "agent", team=house.desk, department=house.desk.department) for n in range(12)
    ]
    for n, person in enumerate(people):
        type(person).objects.filter(pk=person.pk).update(capacity=15 + n)
        if n % 3:
            works(person, 1)
        if n % 2:
            Skill.objects.create(person=person, of="service_type", code="repair")
    return people


def test_three_hundred_tickets_respect_skill_roster_and_capacity(house, rule, told, team, at):
    rule(strategy="room", urgent="usual")
    gone = {"kind": "sick", "since": at(1, "00:00"), "until": at(2, "00:00"), "asked_at": at(1, "00:00")}
    Leave.objects.create(person=team[4], state="approved", **gone)
    kinds, now = ("repair", "return", "consultation"), at(1, "10:00")
    for n in range(300):
        kind = house.types[kinds[n % 3]]
        ticket = receive(told(1, "09:30"), title="漏水", service_type=kind, team=house.desk, priority=f"P{n % 4}")
        found = seek(ticket.pk, now)
        if found == "offered" and n % 2:
            offer = Offer.objects.select_related("person__role", "person__team").get(ticket=ticket)
            accept(offer, offer.person, now)
    here, can, held = present(team, now), skills_of(team), holding(team)
    offers = list(Offer.objects.select_related("ticket__service_type", "person__role"))
    assert len(offers) > 100
    for offer in offers:
        known = can[offer.person_id]
        assert offer.person_id in here
        assert not known or ("service_type", offer.ticket.service_type.code) in known
    assert team[4].pk not in here and team[4].pk not in {offer.person_id for offer in offers}
    assert all(held[person.pk].load <= capacity(type(person).objects.get(pk=person.pk)) for person in team)
    assert any(held[person.pk].load == 15 + n for n, person in enumerate(team))

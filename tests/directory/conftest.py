"""Who is on duty in the cast's house."""

from datetime import date, timedelta

import pytest

from jishi.directory.models import Duty, Leave, Shift
from tests.cast import moment


@pytest.fixture
def rostered(house):
    """`rostered(house.lin, 1, "night")`: a duty on day 1 of the cast."""

    def duty(person, day, shift, **other):
        told = {"person": person, "day": date(2026, 3, 1) + timedelta(days=day)}
        told |= {"shift": Shift.objects.get(code=shift), "team": person.team, "point": person.point}
        return Duty.objects.create(**told | other)

    return duty


@pytest.fixture
def away(house):
    """`away(house.lin, (2, "09:00"), (3, "00:00"))`: approved leave."""

    def leave(person, since, until, state="approved"):
        told = {"kind": "annual", "since": moment(*since), "until": moment(*until), "asked_at": moment(1, "00:00")}
        return Leave.objects.create(person=person, state=state, **told)

    return leave

"""Those who are there: Lin, Wang and Xu of the hotline on the day shift, Xu leading it."""

from types import SimpleNamespace

import pytest

from jishi.assigning import rules
from jishi.directory.models import Duty, Shift
from jishi.directory.people import hire
from tests.cast import SUNDAY, moment


@pytest.fixture
def works():
    """`works(lin, 1)`: on the day shift of that day; `lead=True`: leads it."""

    def duty(person, day, lead=False, shift="day"):
        date = moment(day, "12:00").date()
        return Duty.objects.create(
            person=person, day=date, shift=Shift.objects.get(code=shift), team=person.team, lead=lead
        )

    return duty


@pytest.fixture
def rule(house):
    """`rule(strategy="turn")`: a rule that holds since the house stands."""

    def made(**fields):
        return rules.add(house.boss, SUNDAY, **fields)

    return made


@pytest.fixture
def shift(house, works):
    """Lin, Wang and Xu work on Monday; Xu leads, and does not take tickets by itself."""
    place = {"team": house.desk, "department": house.desk.department}
    xu = hire("1003", "徐丽", "agent", **place)
    boss = hire("1000", "组长", "lead", **place)
    type(boss).objects.filter(pk=boss.pk).update(capacity=0)
    works(boss, 1, lead=True)
    for person in (house.lin, house.wang, xu):
        works(person, 1)
    return SimpleNamespace(lin=house.lin, wang=house.wang, xu=xu, lead=boss)

"""A small cast: Lin the agent, Wang of the same team, Zhou a stranger, Mo the engineer; Mr. Chen's boiler.

Their house was set up on 1 March 2026. Day 1 is Monday 2 March: `at(2, "17:00")` is Tuesday at five, Shanghai time.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.db import connections
from django.test import TransactionTestCase

from jishi.clocks.setting_up import set_up
from jishi.directory.models import Customer, Department, Device, Product, ServicePoint, ServiceType, Site, Team
from jishi.directory.people import hire
from jishi.tickets import actions, guard
from jishi.tickets.entry import Entry
from jishi.tickets.receiving import receive

ZONE = ZoneInfo("Asia/Shanghai")
SUNDAY = datetime(2026, 3, 1, tzinfo=ZONE)


def moment(day: int, time: str) -> datetime:
    hour, minute, *second = map(int, time.split(":"))
    return SUNDAY + timedelta(days=day, hours=hour, minutes=minute, seconds=sum(second))


def solve(ticket, entry):
    """Diagnosed and resolved, with all that a repair demands."""
    done = replace(entry, note=entry.note or "更换密封圈，试压正常")
    return actions.resolve(ticket, done, fault="F-05", diagnosis="密封圈老化", result="solved")


@pytest.fixture
def at():
    return moment


@pytest.fixture(scope="session", autouse=True)
def disarmed_teardown():
    """Tests that commit are cleaned up after by emptying tables, which the journal refuses; it is armed again after."""
    usual = TransactionTestCase._fixture_teardown

    def teardown(case):
        guard.disarm(connections["default"])
        usual(case)
        guard.arm(connections["default"])

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = usual


@pytest.fixture
def house(db):
    """Set up, with two teams, a service point and the cast."""
    set_up(SUNDAY, SUNDAY)
    service, sales = Department.objects.create(name="客服中心"), Department.objects.create(name="华东服务部")
    desk = Team.objects.create(name="热线一组", department=service)
    other = Team.objects.create(name="华东外勤组", department=sales)
    second = Team.objects.create(name="二线专家组", department=service, line=2)
    point = ServicePoint.objects.create(name="苏州网点", province="江苏省", city="苏州市")
    place = {"team": desk, "department": service}
    return SimpleNamespace(
        desk=desk,
        other=other,
        second=second,
        point=point,
        types={each.code: each for each in ServiceType.objects.all()},
        lin=hire("1001", "林晓", "agent", **place),
        wang=hire("1002", "王磊", "agent", **place),
        zhou=hire("2001", "周倩", "agent", team=other, department=sales),
        mo=hire("3001", "莫凡", "engineer", team=other, department=sales, point=point),
        he=hire("4001", "何工", "second_line", team=second, department=service),
        boss=hire("9001", "主管", "manager", department=service),
    )


@pytest.fixture
def boiler(house):
    """Mr. Chen's boiler, in the city of the service point."""
    chen = Customer.objects.create(number="C-1", name="陈建国")
    product = Product.objects.create(name="壁挂炉 B24")
    site = Site.objects.create(
        customer=chen, city="苏州市", district="吴中区", address="金枫路 8 号", point=house.point
    )
    return Device.objects.create(serial="B24-0007", product=product, customer=chen, site=site)


@pytest.fixture
def told(house):
    """`told(2, "17:00")`: Lin tells it, just as it happens."""

    def entry(day, time, by=None, note="", happened=None):
        return Entry(by=by or house.lin, now=moment(day, time), at=happened, note=note)

    return entry


@pytest.fixture
def repair(house, boiler, told):
    """Mr. Chen's boiler leaks: received on Monday at nine, P2, by phone, for Lin's team."""
    words = {"title": "锅炉漏水", "description": "厨房的壁挂炉一直滴水"}
    place = {"service_type": house.types["repair"], "device": boiler, "team": house.desk}
    return receive(told(1, "09:00"), **words, **place, priority="P2", channel="phone")

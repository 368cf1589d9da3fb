"""Fills the database of the day: a hotline, its second line, their neighbours; run before the desk is served."""

import django

django.setup()

from datetime import timedelta  # noqa: E402

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from jishi.assigning import rules  # noqa: E402
from jishi.clocks.book import ALWAYS  # noqa: E402
from jishi.clocks.defaults import MINUTE, URGENT, row  # noqa: E402
from jishi.clocks.setting_up import set_up  # noqa: E402
from jishi.directory.customers import introduce  # noqa: E402
from jishi.directory.models import (  # noqa: E402
    Customer,
    Department,
    Device,
    Duty,
    Product,
    ServiceType,
    Shift,
    Skill,
    Supplier,
    Team,
)
from jishi.directory.people import hire  # noqa: E402
from jishi.tickets.entry import Entry  # noqa: E402
from jishi.tickets.receiving import receive  # noqa: E402
from tests.pages.company import PASSWORD  # noqa: E402


def furnish() -> None:
    """This company also promises to hand urgent repairs over, and gives them to whoever is free."""
    now = timezone.now()
    handover = row("handover", 10 * MINUTE, ALWAYS, service_type=["repair"], priority=URGENT)
    set_up(now - timedelta(days=400), now, [handover])
    east, south = (Department.objects.create(name=name) for name in ("华东服务部", "华南服务部"))
    hotline = Team.objects.create(name="一线", department=east)
    mechanics = Team.objects.create(name="二线机械组", department=east, line=2)
    there = Team.objects.create(name="华南一线", department=south)
    xu = hire("1001", "徐丽", "agent", PASSWORD, department=east, team=hotline)
    lin = hire("1002", "林珊", "agent", PASSWORD, department=east, team=hotline)
    ma = hire("1000", "马宁", "manager", PASSWORD, department=east)
    hire("1009", "张薇", "lead", PASSWORD, department=east, team=hotline)
    hire("2001", "王磊", "second_line", PASSWORD, department=east, team=mechanics)
    zhou = hire("3001", "周航", "agent", PASSWORD, department=south, team=there)
    hire("9001", "彭世龙", "monitor", PASSWORD)
    shop = Supplier.objects.create(name="快修科技")
    hire("5001", "徐锦", "supplier", PASSWORD, supplier=shop)
    for person, kind in ((xu, "consultation"), (lin, "repair")):
        shift = Shift.objects.get(code="day")
        Duty.objects.create(person=person, day=timezone.localdate(), shift=shift, team=hotline)
        Skill.objects.create(person=person, of="service_type", code=kind)
    rules.add(ma, now, urgent="direct")
    customer = Customer.objects.create(number="C-1", name="苏州恒锐精密", kind="company")
    introduce(customer, "陈建国", "13812345678")
    product = Product.objects.create(name="VMC-850")
    Device.objects.create(serial="QH850-2304-0172", product=product, customer=customer)
    place = {"service_type": ServiceType.objects.get(code="consultation"), "team": there, "owner": zhou}
    receive(Entry(zhou, now=now), title="华南自己的工单", priority="P2", channel="mail", **place)


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    furnish()

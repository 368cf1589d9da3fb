"""A small company for the pages: its people, and tickets in every state. Times count back from `now`."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jishi.clocks.setting_up import set_up
from jishi.directory.customers import introduce
from jishi.directory.models import (
    Contact,
    Customer,
    Department,
    Device,
    FieldDef,
    Person,
    Product,
    ServicePoint,
    ServiceType,
    Site,
    Team,
)
from jishi.directory.people import hire
from jishi.tickets import actions
from jishi.tickets.entry import Entry
from jishi.tickets.models import Ticket
from jishi.tickets.receiving import receive

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
PASSWORD = "tick-tock-tick"


@dataclass(frozen=True)
class Cast:
    """Lin the agent, Wang of second line, Zhang who leads, Zhou from elsewhere, Ma the manager, Ning sets up."""

    lin: Person
    wang: Person
    zhang: Person
    zhou: Person
    ma: Person
    ning: Person
    tickets: dict[str, Ticket]


def play(now: datetime) -> Cast:
    """Everybody and every ticket, as they stand at `now`."""
    set_up(now - timedelta(days=400), now)
    people, kinds = _people(), _kinds()
    return Cast(**people, tickets=_tickets(people, kinds, now))


def _people() -> dict[str, Person]:
    east, south = (Department.objects.create(name=name) for name in ("华东服务部", "华南服务部"))
    desk = Team.objects.create(name="一线", department=east)
    mechanics = Team.objects.create(name="二线机械组", department=east, line=2)
    there = Team.objects.create(name="华南一线", department=south)
    place = {"department": east, "team": desk}
    return {
        "lin": hire("lin", "林珊", "agent", PASSWORD, **place),
        "wang": hire("wang", "王磊", "second_line", PASSWORD, department=east, team=mechanics),
        "zhang": hire("zhang", "张薇", "lead", PASSWORD, **place),
        "zhou": hire("zhou", "周航", "agent", PASSWORD, department=south, team=there),
        "ma": hire("ma", "马宁", "manager", PASSWORD, department=east),
        "ning": hire("ning", "宁静", "administrator", PASSWORD),
    }


def _kinds() -> dict[str, ServiceType]:
    kinds = {kind.code: kind for kind in ServiceType.objects.all()}
    FieldDef.objects.create(service_type=kinds["repair"], code="alarm", name="报警代码")
    return kinds


def _device() -> Device:
    point = ServicePoint.objects.create(name="苏州服务站", province="江苏", city="苏州市")
    customer = _customer("苏州恒锐精密")
    introduce(customer, "陈建国", "13812345678")
    site = Site.objects.create(customer=customer, province="江苏", city="苏州市", district="工业园区", point=point)
    product = Product.objects.create(name="VMC-850 立式加工中心")
    return Device.objects.create(serial="QH850-2304-0172", product=product, customer=customer, site=site)


# name: hours ago, title, customer, kind of service, priority, channel
REQUESTS = {
    "login": (0.07, "无法登录设备云平台，三个车间看不到产线数据", "南通海工重装", "consultation", "P0", "mail"),
    "invoice": (30, "对账：9 月上门服务费与合同单价不符", "无锡新锐模具", "consultation", "P2", "mail"),
    "waits": (26, "安装调试改期：车间地基未完工", "湖州汇川传动", "installation", "P2", "phone"),
    "nobody": (0.3, "备件订单显示已发货，三天无物流信息", "宁波铭泰液压", "return", "P2", "mail"),
    "done": (50, "冷却液泵流量不足，请教排查步骤", "嘉兴德信五金", "consultation", "P3", "phone"),
    "other": (2, "别的部门的工单", "佛山恒力陶机", "consultation", "P2", "mail"),
}
SPINDLE = {
    "title": "VMC-850 主轴启动 30 秒后报警 AL-2041，停机",
    "description": "一号线的 VMC-850 今天下午主轴启动约 30 秒后报警并停机，复位后重现，共三次。请尽快派人到现场。",
    "priority": "P1",
    "channel": "mail",
    "own": {"alarm": "AL-2041"},
}


def _tickets(people: dict[str, Person], kinds: dict[str, ServiceType], now: datetime) -> dict[str, Ticket]:
    lin, wang, zhou = people["lin"], people["wang"], people["zhou"]
    tickets = {}
    for name, (ago, title, customer, kind, priority, channel) in REQUESTS.items():
        place = {"team": zhou.team if name == "other" else lin.team, "owner": None if name == "nobody" else lin}
        fields = {"service_type": kinds[kind], "priority": priority, "channel": channel} | place
        tickets[name] = _received(lin, now - ago * HOUR, title=title, customer=_customer(customer), **fields)
    _wait(tickets["waits"], lin, now)
    _finish(tickets["done"], lin, now)
    return tickets | {"spindle": _spindle(lin, wang, kinds["repair"], now)}


def _spindle(lin: Person, wang: Person, repair: ServiceType, now: datetime) -> Ticket:
    place = {"team": lin.team, "owner": lin, "device": _device(), "contact": Contact.objects.get(name="陈建国")}
    ticket = _received(lin, now - 3 * HOUR, service_type=repair, **SPINDLE, **place)
    actions.contact(ticket, _entry(lin, now - 2.6 * HOUR, now, "客户确认主轴编码器灯不亮，已请其拍照。"))
    actions.escalate(ticket, _entry(lin, now - 2.5 * HOUR, now, "已试：复位、检查冷却液、重启伺服。"), pool=wang.team)
    actions.accept(ticket, _entry(wang, now - 2.2 * HOUR, now))
    asked = _entry(wang, now - 2 * HOUR, now, "请客户把主轴铭牌上的序列号发来。")
    actions.pause(ticket, asked, reason="waiting_customer")
    actions.resume(ticket, _entry(wang, now - HOUR, now))
    return ticket


def _wait(ticket: Ticket, lin: Person, now: datetime) -> None:
    actions.contact(ticket, _entry(lin, now - 25.5 * HOUR, now))
    actions.pause(ticket, _entry(lin, now - 25 * HOUR, now, "地基月底完工。"), reason="customer_later")


def _finish(ticket: Ticket, lin: Person, now: datetime) -> None:
    actions.answer(ticket, _entry(lin, now - 49.9 * HOUR, now))
    actions.contact(ticket, _entry(lin, now - 49.9 * HOUR, now))
    actions.resolve(ticket, _entry(lin, now - 49 * HOUR, now, "滤网堵塞，客户自行清洗后恢复。"), result="solved")


def _customer(name: str) -> Customer:
    return Customer.objects.create(number=f"C-{Customer.objects.count() + 1}", name=name, kind="company")


def _received(by: Person, at: datetime, **fields: object) -> Ticket:
    return receive(Entry(by, "mail", at, now=at), **fields)


def _entry(by: Person, at: datetime, now: datetime, note: str = "") -> Entry:
    """Most things are told at once; `now` is when we look."""
    return Entry(by, "desk", at, note, min(at + MINUTE, now))

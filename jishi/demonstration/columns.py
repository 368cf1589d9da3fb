"""The columns of the hand-kept sheet: heading, width, and what a ticket has to say there."""

from collections.abc import Callable
from dataclasses import dataclass

from jishi.core import masking as masks
from jishi.core.history import Event, Ticket

from .organisation import Company

STATUSES = {
    "new": "待受理", "open": "处理中", "waiting": "挂起", "resolved": "已解决", "closed": "已关闭",
    "cancelled": "已取消",
}  # fmt: skip
AGREED = {"约定上门时间": "visit", "约定完成时间": "agreed"}
CHANNELS = {"phone": "电话", "chat": "在线客服", "mail": "邮件", "form": "网页表单", "onsite": "现场"}
ZONES = {"same_city": "同城", "other_city": "异地"}
PRIORITIES = {"P0": "P0", "P1": "P1", "P2": "P2", "P3": "P3"}

# Heading -> the first event of this kind, or the last one.
FIRST = {
    "受理时间": "received", "排队时间": "queued", "接通时间": "answered", "派单时间": "assigned",
    "首次联系时间": "contacted", "升级时间": "escalated", "二线接手时间": "accepted", "到场时间": "arrived",
}  # fmt: skip
LAST = {"解决时间": "resolved", "关闭时间": "closed", "取消时间": "cancelled", "回访时间": "called_back"}
ORDER = ["受理时间", "首次联系时间", "升级时间", "二线接手时间"]  # each not before the one to its left


@dataclass(frozen=True, slots=True)
class Column:
    heading: str
    width: int
    value: Callable[["Sight"], object]


@dataclass(slots=True)
class Sight:
    """One ticket as the sheet's keeper sees it. `moments` by heading, UTC epoch seconds."""

    ticket: Ticket
    company: Company
    names: dict[str, str]
    moments: dict[str, int]

    def field(self, name: str) -> object:
        return self.ticket.fields.get(name) or ""


def sight(ticket: Ticket, company: Company, names: dict[str, str]) -> Sight:
    return Sight(ticket, company, names, _moments(ticket))


def _moments(ticket: Ticket) -> dict[str, int]:
    first = {event.kind: event.at for event in reversed(ticket.events)}
    last = {event.kind: event.at for event in ticket.events}
    found = {heading: first[kind] for heading, kind in FIRST.items() if kind in first}
    found |= {heading: last[kind] for heading, kind in LAST.items() if kind in last and not _undone(kind, ticket)}
    for heading, name in AGREED.items():
        if agreed := ticket.fields.get(name):
            found[heading] = int(str(agreed))
    return found | _longest_pause(ticket.events) | {"录入时间": ticket.events[0].recorded_at or first["received"]}


def _undone(kind: str, ticket: Ticket) -> bool:
    """A result that did not hold stands empty again."""
    status = ticket.fields["status"]
    return (kind == "resolved" and status in ("new", "open", "waiting")) or (kind == "closed" and status != "closed")


def _longest_pause(events: list[Event]) -> dict[str, int]:
    """The sheet has room for one: what still stands, else the longest before the arrival, else the longest."""
    starts = [event.at for event in events if event.kind == "paused"]
    ends = [event.at for event in events if event.kind == "resumed"]
    if len(starts) > len(ends):
        return {"挂起时间": starts[-1]}
    if not starts:
        return {}
    arrived = next((event.at for event in events if event.kind == "arrived"), 0)
    pauses = zip(starts, ends, strict=True)
    since, until = max(pauses, key=lambda pause: (pause[0] < arrived, pause[1] - pause[0]))
    return {"挂起时间": since, "解挂时间": until}


def _text(heading: str, width: int, name: str, said: dict[str, str] | None = None) -> Column:
    return Column(heading, width, lambda sight: (said or {}).get(str(sight.field(name)), sight.field(name)))


def _moment(heading: str) -> Column:
    return Column(heading, 16, lambda sight: sight.moments.get(heading))


def _owner(sight: Sight) -> str:
    number = str(sight.field("owner"))
    return f"{masks.name(sight.names[number])}({number})" if number else ""


def _type(sight: Sight) -> str:
    return sight.company.service_types[str(sight.field("service_type"))]


COLUMNS = [
    Column("工单编号", 16, lambda sight: sight.ticket.id),
    _text("客户名称", 26, "customer"),
    Column("联系人", 8, lambda sight: masks.name(str(sight.field("contact")))),
    Column("联系电话", 14, lambda sight: masks.phone(str(sight.field("phone")))),
    _text("渠道", 9, "channel", CHANNELS),
    Column("服务类型", 9, _type),
    _text("一级分类", 11, "category"),
    _text("二级分类", 14, "subcategory"),
    _text("优先级", 7, "priority", PRIORITIES),
    _text("产品名称", 22, "product"),
    _text("序列号", 16, "serial"),
    _text("同城/异地", 9, "zone", ZONES),
    _text("问题描述", 48, "description"),
    _text("部门", 14, "department"),
    _text("班组", 12, "team"),
    Column("责任人", 12, _owner),
    _text("服务商", 24, "supplier"),
    *map(_moment, FIRST),
    *map(_moment, AGREED),
    _moment("挂起时间"),
    _moment("解挂时间"),
    *map(_moment, LAST),
    _text("状态", 8, "status", STATUSES),
    Column("重开次数", 8, lambda sight: sight.ticket.fields["reopens"]),
    Column("转派次数", 8, lambda sight: sight.ticket.fields["transfers"]),
    Column("催单次数", 8, lambda sight: sight.ticket.fields["chases"]),
    Column("满意度", 7, lambda sight: sight.ticket.fields["score"]),
    Column("是否投诉", 8, lambda sight: "是" if sight.ticket.fields["complaint"] else "否"),
    _text("超时原因", 12, "late_reason"),
    _text("优化措施", 20, "measure"),
    _text("备注", 20, "remark"),
    _moment("录入时间"),
]
MOMENTS = {*FIRST, *LAST, *AGREED, "挂起时间", "解挂时间", "录入时间"}

"""The four kinds of service, each told from request to result."""

from collections.abc import Callable

from .almanac import service_hours
from .desk import contact, hand_over, pace, put_off, reach, receive
from .telling import DAY, HOUR, MINUTE, Telling
from .visit import go, leave, needs_part, quote, wait_for_parts

AT_ONCE = 0.78  # consultations by phone or chat solved in the same talk
QUOTED = 0.12
FORGOTTEN, LOST = 0.013, 0.0003  # tickets that lie about for weeks, or for ever


def repair(t: Telling) -> None:
    receive(t)
    put_off(t)
    reach(t)
    _start(t)
    if t.luck.chance(min(0.95, t.request.fault.hard * (1.5 if t.urgent else 0.22))):
        hand_over(t)
    _ask_back(t)
    if t.luck.chance(t.request.fault.remote) and not t.stricken and t.mishap != "parts_shortage":
        t.work(t.luck.skewed(1.7 * HOUR, 0.95))
        t.log("diagnosed", t.owner, code=t.request.fault.code, note=_found(t))
    else:
        go(t)
        if t.luck.chance(QUOTED) and not t.stricken:
            quote(t)
        if needs_part(t):
            wait_for_parts(t)
        _mend(t, 1.2 * HOUR, 0.7)
        leave(t)
    resolve(t)


def installation(t: Telling) -> None:
    receive(t)
    put_off(t)
    reach(t)
    t.work(t.luck.skewed(20 * MINUTE, 0.8))
    _site_ready(t)
    go(t)
    if needs_part(t):
        wait_for_parts(t)
    _mend(t, 7 * HOUR, 0.55)
    leave(t)
    resolve(t)


def consultation(t: Telling) -> None:
    receive(t)
    if t.request.channel in ("phone", "chat") and t.owner.department == "客服中心":
        t.owner = t.roster.desk(t.request, t.at)
        t.log("assigned", t.owner, to=t.owner.number, team=t.owner.team, how="taken")
        contact(t)
        if t.luck.chance(AT_ONCE) and not t.mishap:
            t.elapse(t.luck.skewed(6 * MINUTE, 0.6))
            return resolve(t)
    else:
        reach(t)
    if t.luck.chance(t.request.fault.hard * 1.4):
        _start(t)
        hand_over(t)
    t.work(t.luck.skewed(1.4 * HOUR, 1.1))
    _need_approval(t)
    return resolve(t)


def return_goods(t: Telling) -> None:
    receive(t)
    reach(t)
    _start(t)
    t.work(t.luck.skewed(25 * MINUTE, 0.8))
    sent = t.calendar.due_s(t.at + int(t.luck.skewed(2.6 * DAY, 0.5)), 10 * MINUTE)
    t.pause("waiting_goods", sent, t.owner, "等待客户寄回实物")
    t.log("goods_received", t.roster.one("备件仓储组"))
    t.work(t.luck.skewed(3.2 * HOUR, 0.7))
    t.log("inspected", t.roster.one("备件仓储组"), note=_found(t))
    _need_approval(t)
    t.work(t.luck.skewed(4.5 * HOUR, 0.8))
    t.log("refunded" if t.luck.chance(0.35) else "exchanged", t.owner)
    t.work(t.luck.skewed(20 * MINUTE, 0.6))
    resolve(t)


COURSES: dict[str, Callable[[Telling], None]] = {
    "repair": repair,
    "installation": installation,
    "consultation": consultation,
    "return": return_goods,
}


def resolve(t: Telling) -> None:
    _lie_about(t)
    note = t.speech.work(t.request.fault.did, t.request)
    t.log("resolved", t.owner, code=t.request.fault.code, result="solved", note=note)


def _lie_about(t: Telling) -> None:
    if t.luck.chance(LOST):
        t.elapse(800 * DAY)
    elif t.luck.chance(FORGOTTEN):
        t.elapse(t.luck.skewed(8 * DAY, 0.8))
        t.at = service_hours().due_s(t.at, 40 * MINUTE)


def again(t: Telling) -> None:
    """After a reopening: back to the customer, and a second attempt."""
    t.work(t.luck.skewed(50 * MINUTE, 0.8) * pace(t))
    t.log("contacted", t.owner, channel="phone", note=t.note("contacted", who="您", staff=t.owner.number))
    t.work(t.luck.skewed(5 * HOUR, 0.9))
    t.log("resolved", t.owner, code=t.request.fault.code, result="solved", note=_did(t))


def _start(t: Telling) -> None:
    t.elapse(t.luck.whole(0, 3) * 20 + 15)
    t.log("started", t.owner)


def _ask_back(t: Telling) -> None:
    """The customer's answer is needed first."""
    if t.mishap != "customer_data" and not t.luck.chance(0.05):
        return
    t.work(t.luck.skewed(20 * MINUTE, 0.7))
    wait = t.luck.skewed(7 * HOUR if t.mishap != "customer_data" else 26 * HOUR, 0.8)
    if t.mishap == "customer_data":
        t.work(t.luck.skewed(5 * HOUR, 0.5))
    t.pause("waiting_customer", t.calendar.due_s(t.at + int(wait), 60), t.owner, t.note("waiting_customer"))
    t.log("contacted", t.owner, channel="phone", customer=t.note("customer_back"), note="已收到客户资料，继续处理。")


def _site_ready(t: Telling) -> None:
    """Machines arrive and foundations dry when they do."""
    if t.luck.chance(0.7):
        ready = t.calendar.due_s(t.at + int(t.luck.skewed(3.5 * DAY, 0.6)), 10 * MINUTE)
        t.pause("customer_later", ready, t.owner, "等待设备到货与现场条件具备")


def _mend(t: Telling, median: float, sigma: float) -> None:
    spell = t.luck.skewed(median, sigma)
    if t.mishap == "knowledge_gap":
        spell += t.luck.skewed(16 * HOUR, 0.5)
    t.travel(spell)


def _need_approval(t: Telling) -> None:
    """Money beyond the desk's authority waits for a signature."""
    if t.mishap == "no_authority":
        t.work(t.luck.skewed(16 * HOUR, 0.5))
    elif t.mishap == "knowledge_gap":
        t.work(t.luck.skewed(14 * HOUR, 0.5))


def _found(t: Telling) -> str:
    return t.speech.work(t.request.fault.found or t.request.fault.did, t.request)


def _did(t: Telling) -> str:
    return t.speech.work(t.request.fault.did, t.request)

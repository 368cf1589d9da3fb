"""What the demonstration company promises, and which of it a story broke. Seconds.

The export's mapping (examples/demonstration.toml) states the same promises.
"""

from .almanac import duty, service_hours
from .organisation import Fault
from .telling import HOUR, MINUTE, Telling

URGENT, GENERAL = 1 * HOUR, 4 * HOUR  # R69: working time to contact
LETTERS = {"P0": 30 * MINUTE, "P1": 2 * HOUR, "P2": 4 * HOUR, "P3": 24 * HOUR}  # R53, mail
CHATS = {"P0": 1 * MINUTE, "P1": 5 * MINUTE, "P2": 15 * MINUTE, "P3": 30 * MINUTE}  # R53, chat
PHONES = {"P0": 5 * MINUTE, "P1": 10 * MINUTE, "P2": 30 * MINUTE, "P3": 2 * HOUR}  # R53, phone
ARRIVAL = {"same_city": 4 * HOUR, "other_city": 24 * HOUR}  # D2: elapsed time
RESOLUTION = {
    "repair": {"P0": 24 * HOUR, "P1": 48 * HOUR, "P2": 24 * HOUR, "P3": 40 * HOUR},
    "installation": {"P0": 72 * HOUR, "P1": 120 * HOUR, "P2": 40 * HOUR, "P3": 60 * HOUR},
    "consultation": {"P0": 8 * HOUR, "P1": 24 * HOUR, "P2": 8 * HOUR, "P3": 16 * HOUR},
    "return": {"P0": 72 * HOUR, "P1": 96 * HOUR, "P2": 24 * HOUR, "P3": 32 * HOUR},
}


def contact_target(fault: Fault, channel: str, priority: str) -> int:
    """On the phone it is the time to answer (D1)."""
    if fault.service_type != "consultation":
        return URGENT if priority in ("P0", "P1") else GENERAL
    return {"phone": PHONES, "chat": CHATS}.get(channel, LETTERS)[priority]


def broken(t: Telling) -> list[str]:
    """The clocks of this story that ended too late, in the order of the clocks."""
    judges = {"contact": _contact, "arrival": _arrival, "resolution": _resolution}
    return [clock for clock, late in judges.items() if late(t)]


def _contact(t: Telling) -> bool:
    request, advice = t.request, t.request.fault.service_type == "consultation"
    spoken = t.when("answered" if advice and request.channel == "phone" else "contacted")
    target = contact_target(request.fault, request.channel, request.priority)
    hours = t.calendar if advice else service_hours()
    return spoken is not None and hours.elapsed_s(request.at, spoken) > target


def _arrival(t: Telling) -> bool:
    arrived = t.when("arrived")
    if arrived is None:
        return False
    spent = arrived - t.request.at - sum(u - s for s, u in _pauses(t, arrived))
    return spent > ARRIVAL[t.request.device.site.zone]


def _resolution(t: Telling) -> bool:
    resolved = t.when("resolved")
    if resolved is None:
        return False
    hours = duty() if t.urgent else service_hours()
    spent = hours.elapsed_s(t.request.at, resolved) - sum(hours.elapsed_s(s, u) for s, u in _pauses(t, resolved))
    return spent > RESOLUTION[t.request.fault.service_type][t.request.priority]


def _pauses(t: Telling, until: int) -> list[tuple[int, int]]:
    """Told one after another, so that each pause is followed by its resumption."""
    starts = [event.at for event in t.events if event.kind == "paused" and event.at < until]
    ends = [event.at for event in t.events if event.kind == "resumed"]
    return [(start, min(end, until)) for start, end in zip(starts, ends, strict=False)]

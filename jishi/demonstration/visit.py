"""Out to the machine: agreed, on the way, there, perhaps waiting for a part, done."""

from datetime import timedelta

from .almanac import AHEAD, DAY, clock_time, field_hours, local_day, works
from .organisation import Person
from .telling import CUSTOMER, HOUR, MINUTE, Telling

ARRIVAL = {"same_city": 2.2 * HOUR, "other_city": 12.5 * HOUR}  # median from request, when nobody asks for later
ROAD = {"same_city": (25 * MINUTE, 75 * MINUTE), "other_city": (2 * HOUR, 5 * HOUR)}
ROOM = {"repair": 22 * HOUR, "installation": 48 * HOUR}
LATER = 0.5  # share of general requests whose customer prefers another day
AGREED_LATER = 0.12  # of those who had agreed on the next day already
PARTS = 1.2  # on the shares of services.json
WAIT = 1.9 * DAY  # median wait for a part
GRANTED = 3 * DAY  # the longest pause a lead grants for a part
SCARCE, STRETCHED = 4.5, 3.4  # the bad month in its region: on the wait for a part, on the way there


def go(t: Telling) -> None:
    """From the agreement to the first arrival."""
    agree(t)
    engineer = t.roster.engineer(t.request)
    arrive(t, engineer)
    t.travel(t.luck.skewed(32 * MINUTE, 0.6))
    t.log("diagnosed", engineer, code=t.request.fault.code, note=t.speech.work(t.request.fault.found, t.request))


def agree(t: Telling) -> None:
    zone = t.request.device.site.zone
    t.elapse(t.luck.whole(3, 16) * MINUTE)
    there = _there(t, zone)
    later = _prefers_later(t, there)
    if later:
        there = _appointment(t)
    agreed = there // 1800 * 1800 + (1800 if t.luck.chance(0.8) else 0)
    t.log("visit_agreed", t.owner, agreed=agreed)
    t.fields["done_by"] = _done_by(t, agreed)
    if later:
        low, high = ROAD[zone]
        t.pause("customer_later", there - int(t.luck.between(low, high)), t.owner, t.note("customer_later"))
    t.there = there + _slip(t)


def _done_by(t: Telling, visit: int) -> int:
    """What the customer is told: done by the end of a half-day, with room for the usual work."""
    half = DAY // 2
    room = ROOM[t.request.fault.service_type]
    return (visit + room + AHEAD + half - 1) // half * half - AHEAD


def _there(t: Telling, zone: str) -> int:
    """When one could be there, roads and shift considered."""
    spell = t.luck.skewed(ARRIVAL[zone], 0.4) * _strain(t)
    if t.mishap in ("third_party", "other"):
        spell *= t.luck.between(1.8, 4)
    low, high = ROAD[zone]
    return max(t.request.at + int(spell), t.at + int(t.luck.between(low, high)))


def _strain(t: Telling) -> float:
    if not t.stricken:
        return 1.0
    return STRETCHED if t.request.fault.batch else 1.9


def _prefers_later(t: Telling, there: int) -> bool:
    """Nobody is let in at night; general requests often wait for a gap in production."""
    if not _by_day(there):
        return True
    if t.stricken:
        return False
    planned = t.request.fault.service_type == "installation"
    later = AGREED_LATER if t.when("paused") else 1.0 if planned else LATER
    return not t.urgent and (t.luck.chance(later) or not works(local_day(there)))


def _by_day(at: int) -> bool:
    return 7.5 * HOUR <= clock_time(at) < 21 * HOUR


def _appointment(t: Telling) -> int:
    """A morning or afternoon of one of the next days, a working day unless it is urgent."""
    day = local_day(t.at)
    ahead = 1 if t.urgent or t.luck.chance(0.6) else t.luck.whole(2, 4)
    midnight = (t.at + AHEAD) // DAY * DAY - AHEAD
    if t.urgent and clock_time(t.at) < 7 * HOUR:
        ahead = 0
    while not t.urgent and not works(day + timedelta(days=ahead)):
        ahead += 1
    return midnight + ahead * DAY + int(t.luck.pick([9, 9.5, 10, 10.5, 13.5, 14, 15]) * HOUR)


def _slip(t: Telling) -> int:
    """Minutes early or late against the plan."""
    late = t.luck.skewed(55 * MINUTE, 0.8) if t.luck.chance(0.1 if not t.stricken else 0.5) else 0
    return int(late + t.luck.bell(-4, 11) * MINUTE)


def arrive(t: Telling, engineer: Person) -> None:
    there = max(t.there, t.at + 12 * MINUTE)
    set_out = max(t.at + 60, there - int(t.luck.between(*ROAD[t.request.device.site.zone])))
    t.log("dispatched", t.owner, at=set_out, to=engineer.number, point=engineer.point)
    t.at = max(there, set_out + 10 * MINUTE)
    t.log("arrived", engineer, proof=t.luck.pick(["position", "position", "code", "hand"]))
    t.owner = engineer


def wait_for_parts(t: Telling) -> None:
    """The machine stands until the part is there; a pause is granted for three days at most."""
    engineer = t.owner
    t.log("parts_requested", engineer, part=t.request.fault.part, note=t.note("parts", part=t.request.fault.part))
    wait = t.luck.skewed(WAIT, 0.62)
    if t.stricken and t.request.fault.batch:
        wait *= SCARCE
    elif t.stricken:
        wait *= 1.7
    elif t.mishap == "parts_shortage":
        wait *= t.luck.between(2, 3.5)
    here = field_hours().due_s(t.at + int(wait), 30 * MINUTE)
    t.log("left", engineer, at=t.at + t.luck.whole(4, 25) * MINUTE)
    resumes = min(here, t.at + GRANTED)
    t.elapse(t.luck.whole(26, 40) * MINUTE)
    t.pause("waiting_parts", resumes, engineer, t.note("parts", part=t.request.fault.part), _ended(here, resumes))
    t.at = max(here, t.at + 60)
    t.log("parts_arrived", engineer, part=t.request.fault.part, note=t.note("parts_in", part=t.request.fault.part))
    t.travel(t.luck.skewed(4 * HOUR, 0.6))
    t.log("arrived", engineer, visit=2)


def _ended(here: int, resumes: int) -> str:
    return "limit" if resumes < here else "parts_arrived"


def quote(t: Telling) -> None:
    """Out of warranty: a price, and the customer's yes."""
    t.elapse(t.luck.whole(10, 40) * MINUTE)
    t.log("quoted", t.owner, amount=t.luck.whole(6, 180) * 100)
    wait = t.calendar.due_s(t.at, int(t.luck.skewed(5 * HOUR, 0.9)))
    t.pause("waiting_customer", wait, t.owner, t.note("waiting_customer"))
    t.elapse(20)
    t.log("quote_accepted", CUSTOMER, note="报价同意，请安排维修。")


def needs_part(t: Telling) -> bool:
    fault = t.request.fault
    if fault.batch and t.plan.bad_from <= t.request.at < t.plan.bad_until:
        return t.luck.chance(0.85 if t.stricken else 0.4)
    return t.luck.chance(fault.parts * PARTS) or t.mishap == "parts_shortage"


def leave(t: Telling) -> None:
    t.log("left", t.owner)
    t.elapse(t.luck.whole(1, 15) * MINUTE)

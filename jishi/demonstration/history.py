"""A year of tickets, told one after another."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from heapq import heappop, heappush

from jishi.core.history import Event, Ticket
from jishi.core.lifecycle import state_of

from .aftermath import finish
from .almanac import local_day
from .courses import COURSES
from .entering import enter
from .luck import Luck
from .mishaps import mishap
from .organisation import Company, Person
from .requests import AGAIN, Demand, Request
from .roster import Roster
from .speech import Speech
from .telling import CUSTOMER, DAY, HOUR, Telling

CANCELLED = 0.042
STATUSES = {"paused": "waiting", "merged": "closed"}


def history(company: Company) -> list[Ticket]:
    """Every ticket up to `company.plan.now`, in order of receipt. Events carry the staff number in `by` and codes in
    `facts`; what was said or written stands in facts["note"], which is no part of the journal's truth about time.
    """
    return list(tell(company))


def tell(company: Company) -> Iterator[Ticket]:
    """The same, one at a time: a million need no memory."""
    teller = Teller(company)
    waiting: list[Request] = []
    for request in teller.demand.requests():
        while waiting and waiting[0].at <= request.at:
            yield teller.ticket(heappop(waiting), waiting)
        yield teller.ticket(request, waiting)
    while waiting:
        yield teller.ticket(heappop(waiting), waiting)


class Teller:
    def __init__(self, company: Company) -> None:
        self.company, self.luck = company, Luck(company.seed, 2)
        self.demand, self.speech = Demand(company, self.luck), Speech(self.luck)
        self.roster = Roster(company, self.luck)
        self.people = {person.number: person for person in company.people}
        self.numbers: Counter[str] = Counter()

    def ticket(self, request: Request, waiting: list[Request]) -> Ticket:
        owner = self.roster.owner(request)
        wrong = mishap(self.luck, request, owner.department, self.company.plan)
        t = Telling(
            self._number(request), request, self.company, self.luck, self.speech, self.roster, owner, request.at, wrong
        )
        t.fields["department"] = owner.department
        self._tell(t)
        self._come_again(t, waiting)
        events = sorted((e for e in t.events if e.at <= t.plan.now), key=lambda event: event.at)
        enter(self.luck, events, self.people, t.plan.now)
        return Ticket(t.id, self._fields(t, events), events)

    def _tell(self, t: Telling) -> None:
        COURSES[t.request.fault.service_type](t)
        if self.luck.chance(CANCELLED):
            return _cancel(t)
        return finish(t)

    def _number(self, request: Request) -> str:
        month = f"{local_day(request.at):%Y-%m}"
        self.numbers[month] += 1
        return f"JS-{month}-{self.numbers[month]:04}"

    def _come_again(self, t: Telling, waiting: list[Request]) -> None:
        """The same customer, the same machine, the same trouble, within a week of the first contact."""
        resolved, contacted = t.when("resolved"), t.when("contacted")
        if t.request.again or resolved is None or contacted is None or not self.luck.chance(AGAIN * 1.36):
            return
        at = resolved + 2 * HOUR + int(self.luck.skewed(1.3 * DAY, 0.7))
        if at >= min(contacted + 7 * DAY, t.plan.now):
            return
        heappush(waiting, replace(t.request, at=at, channel="phone", again=True))

    def _fields(self, t: Telling, events: list[Event]) -> dict[str, object]:
        kinds = Counter(event.kind for event in events)
        state = state_of(events)
        rated = next((event.facts for event in events if event.kind == "rated"), {})
        told = {key: t.fields[key] for key in ("title", "description")}
        reason = {"late_reason": t.fields.get("late_reason", "")} if kinds["closed"] else {}
        return {
            **_who(t, events, self.people),
            **_what(t),
            **told,
            **_agreed(t, events),
            **reason,
            "status": STATUSES.get(state, state),
            "score": rated.get("score"),
            "score_max": rated.get("score_max"),
            "complaint": kinds["complained"] > 0,
            "reopens": kinds["reopened"],
            "transfers": kinds["transferred"],
            "contacts": kinds["contacted"],
            "chases": kinds["chased"],
            "remark": self.speech.line("remark"),
            "measure": self.speech.line("measure") if kinds["closed"] else "",
        }


def _who(t: Telling, events: list[Event], people: dict[str, Person]) -> dict[str, object]:
    """The owner is who worked on it last, as far as the events told so far go."""
    arrived = next((event.by for event in events if event.kind == "arrived"), "")
    taken = next((event.facts["to"] for event in reversed(events) if event.kind in ("assigned", "transferred")), "")
    owner = people.get(arrived or str(taken))
    return {
        "department": t.fields["department"],
        "team": owner.team if owner else "",
        "owner": owner.number if owner else "",
        "supplier": owner.supplier if owner else "",
        "point": t.request.device.site.point.name,
    }


def _agreed(t: Telling, events: list[Event]) -> dict[str, object]:
    """The visit agreed, when it was to be done, and the second line's team, where there are any."""
    visits = [event.facts["agreed"] for event in events if event.kind == "visit_agreed"]
    pool = [event.facts["team"] for event in events if event.kind == "accepted"]
    done_by = t.fields["done_by"] if visits else None
    return {"visit": visits[-1] if visits else None, "agreed": done_by, "pool": pool[-1] if pool else ""}


def _what(t: Telling) -> dict[str, object]:
    request = t.request
    customer, device, fault = request.customer, request.device, request.fault
    return {
        "customer": customer.name, "customer_number": customer.number, "contact": request.contact.name,
        "phone": request.contact.phone, "contract": customer.contract, "product": device.product.name,
        "serial": device.serial, "site": str(device.site), "zone": device.site.zone,
        "service_type": fault.service_type, "category": fault.category, "subcategory": fault.name,
        "fault_code": fault.code, "priority": request.priority, "channel": request.channel,
    }  # fmt: skip


def _cancel(t: Telling) -> None:
    """The story breaks off somewhere before its result."""
    t.events.sort(key=lambda event: event.at)
    last = next(n for n, event in enumerate(t.events) if event.kind == "resolved") - 1
    keep = t.luck.whole(min(2, last), last)
    until = t.events[keep + 1].at
    del t.events[keep + 1 :]
    at = t.events[-1].at
    code, words = t.luck.pick(t.speech.lists["cancelled"])
    t.at = at + max(1, int((min(until, at + 3 * DAY) - at) * t.luck.share()))
    t.log("cancelled", CUSTOMER if code == "customer_withdrew" else t.owner, reason=code, note=words)

"""One ticket while its story is told: a cursor in time that steps move on."""

from dataclasses import dataclass, field

from jishi.core.calendar import Calendar
from jishi.core.history import Event

from .almanac import duty, field_hours, local_day, service_hours
from .luck import Luck
from .organisation import Company, Person, Plan
from .requests import Request
from .roster import Roster
from .speech import Speech

CUSTOMER, SYSTEM = "customer", "system"
MINUTE, HOUR, DAY = 60, 3600, 86_400


@dataclass(slots=True)
class Telling:
    """`at` is the cursor. `mishap`: what goes wrong, a code of the late reasons, or nothing."""

    id: str
    request: Request
    company: Company
    luck: Luck
    speech: Speech
    roster: Roster
    owner: Person
    at: int
    mishap: str = ""
    there: int = 0  # when the engineer means to arrive
    events: list[Event] = field(default_factory=list)
    fields: dict[str, object] = field(default_factory=dict)

    @property
    def plan(self) -> Plan:
        return self.company.plan

    @property
    def urgent(self) -> bool:
        return self.request.priority in ("P0", "P1")

    @property
    def calendar(self) -> Calendar:
        """P0 and P1 run on the duty calendar, the rest on service hours (D12)."""
        return duty() if self.urgent else service_hours()

    @property
    def stricken(self) -> bool:
        """Whether the missing parts of the bad month reach this one."""
        region, plan = self.request.customer.region, self.plan
        return region == plan.bad_region and plan.bad_from <= self.request.at < plan.bad_until

    def log(self, kind: str, by: Person | str, at: int | None = None, **facts: object) -> None:
        number = by if isinstance(by, str) else by.number
        self.events.append(Event(kind, self.at if at is None else at, None, number, facts))

    def work(self, seconds: float) -> None:
        """Time at the desk passes."""
        self.at = self.calendar.due_s(self.at, max(int(seconds), 1))

    def travel(self, seconds: float) -> None:
        """Time in the field passes."""
        self.at = field_hours().due_s(self.at, max(int(seconds), 1))

    def elapse(self, seconds: float) -> None:
        self.at += max(int(seconds), 1)

    def pause(self, reason: str, until: int, by: Person, note: str, ended: str = "") -> None:
        """Stand still until then; `ended` says why it goes on."""
        self.log("paused", by, reason=reason, note=note)
        self.at = max(until, self.at + 60)
        self.log("resumed", SYSTEM if ended == "limit" else by, reason=ended or reason)

    def note(self, name: str, **known: str) -> str:
        return self.speech.line(name, **known)

    def closes_soon(self) -> bool:
        """Whether the desk will not get round to it today."""
        return local_day(self.calendar.due_s(self.at, 70 * MINUTE)) != local_day(self.at)

    def when(self, kind: str) -> int | None:
        """The moment of the first event of that kind."""
        return next((event.at for event in self.events if event.kind == kind), None)

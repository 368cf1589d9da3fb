"""The demonstration company moves into the desk: its directory, its promises and its year of tickets."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from jishi.clocks.defaults import Row, row
from jishi.clocks.setting_up import set_up
from jishi.core.history import Event
from jishi.core.history import Ticket as Told
from jishi.core.zones import moment
from jishi.intake.drafting import draft
from jishi.intake.importing import meet_all
from jishi.intake.register import Register
from jishi.tickets.batch import Draft, record_many
from jishi.watch.models import Notice

from .coordinating import coordinate
from .duties import draw_up, hand_over
from .goodwill import give
from .knowing import know
from .moving_in import log_ins, move_in
from .organisation import Company, Person
from .promises import RESOLUTION
from .telling import CUSTOMER, SYSTEM
from .working import work

Step = Callable[[int, int], None]
NOBODY = (CUSTOMER, SYSTEM)
ALONE = 2.0  # seconds a transaction may take when nobody waits


def load(company: Company, tickets: Sequence[Told], now: datetime, step: Step | None = None) -> dict[str, Person]:
    """Into an empty desk; `step(done, all)` after each transaction. Answers with the log-in of each role."""
    set_up(moment(company.plan.since - 30 * 86_400), now, resolutions())
    register = move_in(company)
    draw_up(company, now)
    told = [known(ticket) for ticket in tickets]
    meet_all(told, register)
    done = 0
    for tales in record_many((_draft(each, register) for each in told), "demo", now, ALONE):
        done += len(tales)
        if step:
            step(done, len(told))
    hand_over(now)
    known_to = log_ins(company)
    know(company.seed, now, {person.number for person in known_to.values()})
    coordinate(company.seed, now)
    give(company.seed, now)
    work(company.seed, now)
    _tell_in_order()
    return known_to


def _tell_in_order() -> None:
    """People are told things as they happen; here they happened ticket by ticket."""
    told = list(Notice.objects.order_by("at", "pk"))
    Notice.objects.all().delete()
    for notice in told:
        notice.pk = None
    Notice.objects.bulk_create(told)


def resolutions() -> list[Row]:
    """The company's own promise of a solution, by type and priority; urgent ones on duty hours (D12)."""
    return [
        row("resolution", target, "duty" if p in ("P0", "P1") else "service", service_type=[kind], priority=[p])
        for kind, targets in RESOLUTION.items()
        for p, target in targets.items()
    ]


def known(ticket: Told) -> Told:
    """Without the two who are nobody's staff: the customer and the system."""
    return replace(ticket, events=[_by_staff(event) for event in ticket.events])


def _by_staff(event: Event) -> Event:
    return event if event.by not in NOBODY else replace(event, by="", facts={"said_by": event.by} | event.facts)


def _draft(told: Told, register: Register) -> Draft:
    """Its number is our own: the desk counts as the company did."""
    made = draft(told, register, "")
    made.ticket.external_id = ""
    return made

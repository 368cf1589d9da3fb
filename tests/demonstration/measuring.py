"""Times of a ticket, measured the slow and plain way."""

from jishi.core.clock import Promise, read
from jishi.core.definition import STANDARD
from jishi.core.zones import moment
from jishi.demonstration.almanac import duty, local_day, service_hours


def first(ticket, kind):
    return next((event.at for event in ticket.events if event.kind == kind), None)


def has(ticket, kind):
    return first(ticket, kind) is not None


def share(tickets, holds):
    tickets = list(tickets)
    return sum(bool(holds(ticket)) for ticket in tickets) / len(tickets)


def spent(ticket, clock):
    """Seconds of a clock that has ended, else None; arrival and urgent requests in elapsed time."""
    elapsed = clock == "arrival" or ticket.fields["priority"] in ("P0", "P1")
    hours = duty() if elapsed else service_hours()
    marks = STANDARD[clock].marks(ticket.events)
    reading = read(marks, Promise(), hours, moment(ticket.events[-1].at))
    return reading.spent.total_seconds() if reading.end else None


def times(tickets, clock):
    return [found for ticket in tickets if (found := spent(ticket, clock)) is not None]


def month(ticket):
    return f"{local_day(ticket.events[0].at):%Y-%m}"

"""A small company of random tickets, and what was read of it, for figures that a test can count by itself."""

import random
from types import SimpleNamespace

from jishi import facts
from jishi.core.history import Event, Ticket

from ..facts.told import DAY, HOUR, at

NOW = at(24 * 200)


def company(n: int = 600, seed: int = 7) -> list[Ticket]:
    luck = random.Random(seed)
    return [_ticket(luck, i) for i in range(n)]


def _ticket(luck: random.Random, i: int) -> Ticket:
    received = at(0) + luck.randrange(195 * DAY)
    events = [Event("received", received, received + luck.choice([0, 60, 900]))]
    if luck.random() < 0.9:
        events.append(Event("contacted", received + luck.randrange(-60, 6 * HOUR)))
    ended = luck.random()
    if ended < 0.8:
        events.append(Event("resolved", received + luck.randrange(20 * DAY)))
    elif ended < 0.88:
        events.append(Event("cancelled", received + luck.randrange(5 * DAY)))
    fields: dict[str, object] = {
        "customer": f"C{luck.randrange(150)}",
        "category": luck.choice(["pump", "valve", "hose", "其他"]),
        "department": luck.choice(["repair", "advice", None]),
        "reopens": luck.choice([0, 0, 0, 1]),
        "contacts": luck.choice([1, 1, 2]),
        "complaint": luck.random() < 0.1,
    }
    if luck.random() < 0.3:
        fields |= {"score": luck.randrange(1, 6), "score_max": 5}
    if luck.random() < 0.7:
        fields["due_resolution"] = received + luck.choice([2, 5, 12]) * DAY
    return Ticket(f"T{i}", fields, sorted(events, key=lambda event: event.at), i + 2)


def told(tickets: list[Ticket], **more: object) -> SimpleNamespace:
    """As the door for history gives it back (jishi.intake.told)."""
    seen = {
        "events": sum(len(ticket.events) for ticket in tickets),
        "errors": [],
        "notes": [],
        "columns": [],
        "unused": [],
        "mapping": SimpleNamespace(zone_assumed=False),
        "file": {"name": "export.csv", "format": "csv", "encoding": "utf-8", "rows": len(tickets), "kind": "tickets"},
    }
    return SimpleNamespace(tickets=tickets, **{**seen, **more})


def tables(tickets: list[Ticket]) -> facts.Facts:
    return facts.tables(tickets, zone="Asia/Shanghai", as_of=NOW)

"""What a file, a generator or the journal tells of one ticket: fields and events, codes normalised."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Event:
    """One thing that happened. `at` is when it happened, `recorded_at` when we were told: UTC epoch seconds."""

    kind: str
    at: int
    recorded_at: int | None = None
    by: str = ""
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Ticket:
    """One request with its events in order of `at`. `row` is its place in the source, 0 when it has none."""

    id: str
    fields: dict[str, object]
    events: list[Event]
    row: int = 0
    named: bool = True  # the source gave it its id

"""A journal as it stands after its corrections. Values in, values out."""

from collections.abc import Sequence
from dataclasses import replace

from jishi.core.history import Event


def corrections(recorded: Sequence[Event]) -> dict[int, Event]:
    """Place of an event (1 = first recorded) -> the latest correction that names it."""
    return {int(event.facts["event"]): event for event in recorded if event.kind == "corrected"}


def stand(recorded: Sequence[Event]) -> list[Event]:
    """The events in order of `at`, then of recording; a corrected one at its new moment, a voided one not at all."""
    if any(event.kind == "corrected" for event in recorded):
        return [event for _, event in placed(recorded)]
    return sorted(recorded, key=lambda event: event.at)


def placed(recorded: Sequence[Event]) -> list[tuple[int, Event]]:
    """The same, each with its place."""
    latest = corrections(recorded)
    moved = ((place, _moved(event, latest.get(place))) for place, event in enumerate(recorded, start=1))
    return sorted(((place, event) for place, event in moved if event), key=lambda told: told[1].at)


def _moved(event: Event, correction: Event | None) -> Event | None:
    if correction is None:
        return event
    at = correction.facts["at"]
    return None if at is None else replace(event, at=int(at))

"""What a mapping file says was promised: calendars, rules and clocks of one's own, as the core knows them."""

from collections.abc import Mapping as Table
from datetime import UTC, datetime, timedelta

from jishi.core.calendar import Calendar
from jishi.core.definition import STANDARD, Definition
from jishi.core.holidays import china, exceptions
from jishi.core.lifecycle import KINDS
from jishi.core.promise import Policy, Rule, Version
from jishi.core.refused import Refused
from jishi.facts.promises import Terms
from jishi.intake.cells.durations import duration
from jishi.intake.mapping import Mapping

DAYS = {name: day for day, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
ALWAYS_IN_FORCE = datetime(1971, 1, 1, tzinfo=UTC)
SHARED = ("always", "service", "duty")  # calendars that need not be written down


def clocks(mapping: Mapping) -> dict[str, Definition]:
    """The standard clocks and those of the mapping. Raises Refused("map-unknown-code") for an unknown event."""
    own = {}
    for name, span in mapping.clocks.items():
        for kind in (*span.start, *span.end):
            if kind not in KINDS:
                raise Refused("map-unknown-code", field=f"clocks.{name}", value=kind, known=", ".join(KINDS))
        own[name] = Definition(name, frozenset(span.start), frozenset(span.end))
    return {**STANDARD, **own}


def terms(mapping: Mapping) -> Terms:
    """Policy and calendars. Raises Refused("map-calendar" | "map-promise" | "map-unknown-code")."""
    named = {name: calendar(name, said, mapping.zone) for name, said in mapping.calendars.items()}
    rules = [rule(said, n, named, clocks(mapping)) for n, said in enumerate(mapping.promises, start=1)]
    if mapping.policy not in ("", "standard"):
        raise Refused("map-unknown-code", field="policy", value=mapping.policy, known="standard")
    rules += standard() if mapping.policy else []
    used = {rule.calendar for rule in rules} - named.keys() - {"always"}
    named |= {name: shared(name, mapping.zone) for name in used}
    return Terms(Policy([Version(ALWAYS_IN_FORCE, tuple(rules))]) if rules else None, named)


def calendar(name: str, said: Table, zone: str) -> Calendar:
    """`week = {mon = ["09:00-12:00", …]}`, `zone`, `china = true` for the public holidays of China."""
    try:
        week = {DAYS[day[:3].lower()]: [hours(each) for each in open_] for day, open_ in said["week"].items()}
        known = china() if said.get("china") else None
        by_day, names = exceptions(week, known) if known else ({}, {})
        until = known.covered_until if known else None
        return Calendar(week, said.get("zone", zone), by_day, names, until)
    except Refused as why:
        raise Refused("map-calendar", calendar=name, why=why.code) from why
    except (KeyError, TypeError, ValueError, AttributeError) as why:
        raise Refused("map-calendar", calendar=name, why=str(why)) from why


def hours(said: str | list[str]) -> tuple[str, str]:
    """ "09:00-12:00" or ["09:00", "12:00"]."""
    since, until = said.split("-") if isinstance(said, str) else said
    return since.strip(), until.strip()


def shared(name: str, zone: str) -> Calendar:
    """The calendars that ship with Jishi, in the zone of the file."""
    from jishi.clocks.defaults import ROUND_THE_CLOCK, WORKDAYS

    weeks = {"service": (WORKDAYS, True), "duty": (ROUND_THE_CLOCK, False)}
    hours_of, holidays = weeks[name]
    week = {int(day): [tuple(each) for each in open_] for day, open_ in hours_of.items()}
    known = china() if holidays else None
    return Calendar(week, zone, *(exceptions(week, known) if known else ({}, {})), known and known.covered_until)


def rule(said: Table, n: int, named: Table, known: Table[str, Definition]) -> Rule:
    """`{clock, target = "4h" or window = [3, 5], calendar, when = {priority = ["P0"]}, warn}`; n counts from 1."""
    clock, where = said.get("clock"), said.get("calendar", "always")
    seconds = duration(said["target"]) if isinstance(said.get("target"), str) else None
    window = tuple(said["window"]) if "window" in said else None
    if clock not in known or (seconds is None) == (window is None):
        raise Refused("map-promise", number=n, clock=str(clock), target=str(said.get("target", "")))
    if where not in named and where not in SHARED:
        raise Refused("map-calendar", calendar=where, why="")
    when = {field: frozenset([v] if isinstance(v, str) else v) for field, v in said.get("when", {}).items()}
    target = timedelta(seconds=seconds) if seconds is not None else None
    return Rule(clock, target, where, when, said.get("warn", 0.75), window, said.get("name", ""))


def standard() -> list[Rule]:
    """The promises that ship (DESIGN §4)."""
    from jishi.clocks.defaults import shipped_rows

    return [shipped(row) for row in shipped_rows()]


def shipped(row: dict) -> Rule:
    when = {field: frozenset(values) for field, values in row["fields"].items()}
    target = timedelta(seconds=row["target"]) if row["target"] is not None else None
    window = (row["window_first"], row["window_last"]) if "window_first" in row else None
    return Rule(row["clock"], target, row["calendar"], when, window=window)

"""One row per ticket, or one row per event?"""

from jishi.core.refused import Refused
from jishi.intake.mapping import Mapping
from jishi.intake.table import Table

# ids : rows, below which rows are events; with a column of activities, and without one
LOG_SHARE = {True: 0.95, False: 0.7}
LOG_COLUMNS = {"id", "updated"}


def kind_of(tabled: Table, taken: dict[str, str], form: str, given: str = "") -> str:
    """ "events" when ids recur and rows have their own moment; XES always. Raises Refused("no-log-columns" | …)."""
    if given not in ("", "tickets", "events"):
        raise Refused("map-unknown-code", field="kind", value=given, known="tickets, events")
    missing = LOG_COLUMNS - taken.keys()
    kind = given or ("events" if form == "xes" or (not missing and recur(tabled, taken)) else "tickets")
    if kind == "events" and missing:
        raise Refused("no-log-columns", missing=", ".join(sorted(missing)))
    return kind


def recur(tabled: Table, taken: dict[str, str]) -> bool:
    ids = tabled.cells[taken["id"]]
    return len(set(ids)) / len(ids) < LOG_SHARE["activity" in taken]


def with_ends(taken: dict[str, str], given: Mapping, kind: str) -> dict[str, str]:
    """The end of a ticket is its solution where no column tells the solution itself; a lone moment is its start."""
    if kind == "tickets" and "received" not in taken:
        taken = {**taken, "received": taken["updated"]}
    told = {"resolved", "resolved_after"} & taken.keys() or "resolved" in given.columns
    if kind == "tickets" and "closed" in taken and not told:
        return {**taken, "resolved": taken["closed"]}
    return taken

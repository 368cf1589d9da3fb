"""What became of each ticket: over, reopened, escalated, complained of, rated, asked again.

A column is there only when the source tells of it: what nobody recorded is unknown, not zero.
"""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from jishi.core.history import Ticket
from jishi.core.replay import NEVER

from .log import Bools, Ints, Log
from .repeats import repeats

LATE_ENTRY = 600  # seconds between an event and its entry (DOMAIN §2.5)


def status(tickets: Sequence[Ticket], name: str) -> Bools:
    return np.array([ticket.fields.get("status") == name for ticket in tickets], bool)


def outcomes(tickets: Sequence[Ticket], log: Log, received: Ints, over: Bools, as_of: int) -> dict[str, pa.Array]:
    """Columns by name; see docs/ANALYSIS.md. `over`: completed or cancelled."""
    cancelled = status(tickets, "cancelled") | (log.count("cancelled", "merged") > 0)
    completed = over & ~cancelled
    told = {"cancelled": cancelled, "completed": completed, "backlog": ~over & ~cancelled}
    told |= _counted(tickets, log) | _asked_again(tickets, log, received, ~cancelled, as_of)
    told |= _one_contact(tickets, told, completed)
    told |= _kept(tickets, "agreed", "on_time", _done(log), completed, as_of)
    arrived = log.first("arrived")
    told |= _kept(tickets, "visit", "on_appointment", arrived, (arrived != NEVER) & ~cancelled, as_of)
    told |= _said(tickets, log) | _entered(log)
    return {name: column if isinstance(column, pa.Array) else pa.array(column) for name, column in told.items()}


def _counted(tickets: Sequence[Ticket], log: Log) -> dict[str, object]:
    """How often: reopened, transferred, contacted, chased, escalated."""
    told: dict[str, object] = {}
    for name, field, kind in (
        ("reopens", "reopens", "reopened"),
        ("transfers", "transfers", "transferred"),
        ("contacts", "contacts", ""),
        ("chases", "chases", "chased"),
        ("escalations", "", "escalated"),
    ):
        given = _numbers(tickets, field)
        if given is not None or log.tells(kind):
            told[name] = np.fmax(np.nan_to_num(given) if given is not None else 0, log.count(kind)).astype(np.int64)
    if "contacts" not in told and (log.count("contacted") > 1).any():
        told["contacts"] = log.count("contacted")
    return told


def _asked_again(tickets: Sequence[Ticket], log: Log, received: Ints, counted: Bools, as_of: int) -> dict[str, object]:
    opens, repeated, known = repeats(tickets, received, counted, as_of)
    return {"episode": opens, "repeated": repeated} if known.any() else {}


def _one_contact(tickets: Sequence[Ticket], told: dict[str, object], completed: Bools) -> dict[str, object]:
    """Completed in one contact, without transfer, escalation, reopening or repeat; where contacts were counted."""
    if "contacts" not in told:
        return {}
    solved = completed & (told["contacts"] <= 1)
    for name in ("transfers", "escalations", "reopens", "repeated"):
        if name in told:
            solved = solved & (told[name] == 0)
    flags = {"solved_at_once": solved}
    eligible = _flags(tickets, "fcr_eligible")
    return flags if eligible is None else flags | {"fcr_eligible": eligible}


def _done(log: Log) -> Ints:
    """When the work was done; where nobody told, when the ticket was closed."""
    resolved = log.last("resolved")
    return np.where(resolved != NEVER, resolved, log.last("closed"))


def _kept(tickets: Sequence[Ticket], field: str, name: str, end: Ints, done: Bools, as_of: int) -> dict[str, object]:
    """Done by the moment agreed with the customer (C18); unknown while that is still to come, and once cancelled."""
    agreed = _numbers(tickets, field)
    if agreed is None:
        return {}
    late = ~done & (as_of > np.nan_to_num(agreed)) & ~status(tickets, "cancelled")
    judged = ~np.isnan(agreed) & (late | done & (end != NEVER))
    return {name: pa.array(done & (end <= np.nan_to_num(agreed)), mask=~judged)}


def _said(tickets: Sequence[Ticket], log: Log) -> dict[str, object]:
    """Complaints and scores."""
    told: dict[str, object] = {}
    complaints = _flags(tickets, "complaint")
    if complaints is not None or log.tells("complained"):
        heard = log.count("complained") > 0
        told["complaint"] = pa.array(heard | np.array([t.fields.get("complaint") is True for t in tickets], bool))
    scores = _numbers(tickets, "score")
    if scores is not None:
        told |= _scores(scores, _numbers(tickets, "score_max"))
    if log.tells("called_back"):
        told["invited"] = log.count("called_back") > 0
    return told


def _scores(scores: np.ndarray, scale: np.ndarray | None) -> dict[str, object]:
    """score100 = 100 x / max (C8); content = one of the scale's two best marks (the best of two or three)."""
    assumed = scale_of(scores)
    top = np.full(len(scores), assumed) if scale is None else np.where(np.isnan(scale), assumed, scale)
    least = np.where(top > 10, 0.8 * top, np.where(top < 4, top, top - 1))
    rated = ~np.isnan(scores)
    return {
        "score100": pa.array(100 * scores / top, mask=~rated),
        "content": pa.array(scores >= least, mask=~rated),
        "rated": rated,
    }


def scale_of(scores: np.ndarray) -> float:
    """The usual scale that holds the highest score given: 5, 10 or 100 points."""
    highest = np.nanmax(scores)
    return next((float(top) for top in (5, 10, 100) if highest <= top), float(highest))


def _entered(log: Log) -> dict[str, object]:
    """How many events have an entry time, and how many were entered more than ten minutes late."""
    entered = log.recorded != NEVER
    if not entered.any():
        return {}
    late = entered & (log.recorded - log.at > LATE_ENTRY)
    return {
        "entries": np.bincount(log.ticket[entered], minlength=log.n),
        "late_entries": np.bincount(log.ticket[late], minlength=log.n),
    }


def _numbers(tickets: Sequence[Ticket], field: str) -> np.ndarray | None:
    """The field as floats, nan where empty; None when no ticket has it."""
    values = [ticket.fields.get(field) for ticket in tickets]
    if all(value is None for value in values):
        return None
    return np.array([np.nan if value is None else float(value) for value in values])


def _flags(tickets: Sequence[Ticket], field: str) -> pa.Array | None:
    flags = pa.array([flag if isinstance(flag := t.fields.get(field), bool) else None for t in tickets], pa.bool_())
    return None if flags.null_count == len(tickets) else flags

"""What was assumed, left out or unreadable when the file was read."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from jishi.facts import Facts
from jishi.facts.outcomes import scale_of
from jishi.facts.repeats import problem

from .finding import SHOWN, Finding, found


def reading_findings(told, facts: Facts) -> list[Finding]:
    """Of a `Told`: its errors and its own notes; and what the tickets as a whole cannot tell."""
    notes = [_noted(note, len(facts.source)) for note in told.notes]
    return [*_errors(told.errors), *notes, *_duplicates(facts), *_received(facts), *_scale(facts), *_masked(facts)]


def _noted(note, tickets: int) -> Finding:
    """What a note does not count concerns every ticket."""
    rest = {name: value for name, value in note.facts.items() if name not in ("count", "rows")}
    return Finding(note.code, int(note.facts.get("count", tickets)), list(note.facts.get("rows", ()))[:SHOWN], rest)


def _errors(errors: Sequence) -> list[Finding]:
    """One finding for each reason, the most frequent first."""
    findings = []
    for reason, count in Counter(error.reason for error in errors).most_common():
        rows = [error.row for error in errors if error.reason == reason][:SHOWN]
        findings.append(Finding("row-error", count, rows, {"reason": reason}))
    return findings


def _duplicates(facts: Facts) -> list[Finding]:
    times = Counter(ticket.id for ticket in facts.source)
    twice = np.array([times[ticket.id] > 1 for ticket in facts.source], bool)
    return found("duplicate", twice, facts.tickets["row"].to_numpy())


def _received(facts: Facts) -> list[Finding]:
    return found("not-received", facts.tickets["received"].is_null().to_numpy(), facts.tickets["row"].to_numpy())


def _scale(facts: Facts) -> list[Finding]:
    """Scores without the top of their scale: it was taken from the highest score given."""
    scored = [ticket.fields for ticket in facts.source if ticket.fields.get("score") is not None]
    bare = [float(fields["score"]) for fields in scored if not fields.get("score_max")]
    return [Finding("score-scale-assumed", len(bare), [], {"top": scale_of(np.array(bare))})] if bare else []


def _masked(facts: Facts) -> list[Finding]:
    """Customers named so that many share a name: whether they called again cannot be known."""
    masked = [bool(ticket.fields.get("customer")) and problem(ticket) is None for ticket in facts.source]
    return found("customer-masked", np.array(masked, bool), facts.tickets["row"].to_numpy())

"""One row per ticket and clock."""

from collections.abc import Iterable, Sequence

import numpy as np
import pyarrow as pa

from jishi.core.definition import Definition
from jishi.core.history import Ticket
from jishi.core.replay import NEVER

from . import expected
from .log import Bools, Ints, Log
from .outcomes import status
from .promises import Held, Terms, hold
from .readings import Clock, read

NUMBERS = ("ticket", "start", "end", "spent_s", "recorded_s", "code", "ratio")
FLAGS = ("ended", "open", "unknown", "reversed", "label")
WORDS = ("clock", "verdict", "source", "calendar")


def clock_table(
    tickets: Sequence[Ticket],
    seen: Log,
    over: tuple[Bools, Bools],
    definitions: Iterable[Definition],
    terms: Terms,
    zone: str,
    as_of: int,
) -> pa.Table:
    """Columns NUMBERS, FLAGS and WORDS (docs/ANALYSIS.md); `ticket` is a row of the ticket table.

    `over`: for each ticket whether it is over, and whether it is closed.
    """
    chosen = expected.told(list(definitions), tickets, seen)
    starts = np.stack([seen.first(*d.starts) for d in chosen] or [np.zeros(len(tickets), np.int64)], axis=1)
    held = hold(tickets, [definition.name for definition in chosen], starts, terms, zone, as_of)
    everything = read(seen, chosen, held, as_of) if chosen else None
    cancelled, labels = status(tickets, "cancelled"), _labels(tickets)
    parts = []
    for j, definition in enumerate(chosen):
        rows = expected.rows(definition, tickets, seen, over[0])
        passed = expected.passed(definition, over[1], over[0])[rows]
        clock = everything.clock(j, rows, passed, cancelled[rows])
        parts.append(_part(clock, held, labels[rows] if definition.name == terms.label_clock else None))
    return pa.concat_tables(parts).unify_dictionaries() if parts else _empty()


def _empty() -> pa.Table:
    kinds = {pa.int64(): NUMBERS, pa.bool_(): FLAGS, pa.string(): WORDS}
    return pa.table({name: pa.array([], kind) for kind, names in kinds.items() for name in names})


def _labels(tickets: Sequence[Ticket]) -> np.ndarray:
    """The file's own word on whether the promise was met: True, False or None."""
    return np.array([ticket.fields.get("sla_met") for ticket in tickets] or [None], object)[: len(tickets)]


def _part(clock: Clock, held: Held, labels: np.ndarray | None) -> pa.Table:
    verdict, source = clock.verdict, clock.source
    if labels is not None and not (source != "").any() and any(label is not None for label in labels):
        verdict, source = _by_label(clock, labels), np.where(verdict == "cancelled", "", "label")
    label = pa.nulls(len(clock.rows), pa.bool_()) if labels is None else pa.array(labels, pa.bool_())
    n = len(clock.rows)
    columns = {
        "ticket": pa.array(clock.rows),
        "clock": _words([clock.name], np.zeros(n, np.int32)),
        "start": moments(clock.start),
        "end": moments(clock.end),
        "spent_s": pa.array(clock.spent),
        "recorded_s": pa.array(clock.recorded, from_pandas=True),
        "ended": pa.array(clock.ended),
        "open": pa.array(clock.open),
        "unknown": pa.array(clock.unknown),
        "reversed": pa.array(clock.reversed),
        "verdict": pa.array(verdict, pa.string()).dictionary_encode(),
        "source": pa.array(source, pa.string()).dictionary_encode(),
        "calendar": _words(held.names, clock.calendar),
        "code": pa.array(clock.code, pa.int8()),
        "ratio": pa.array(clock.ratio, from_pandas=True),
        "label": label,
    }
    return pa.table(columns)


def _by_label(clock: Clock, labels: np.ndarray) -> np.ndarray:
    """The verdict by the file's word. A good word about a ticket still open is no verdict yet; no word is no target."""
    good = np.array([label is True for label in labels])
    bad = np.array([label is False for label in labels])
    waits = clock.open
    cases = [clock.verdict == "cancelled", bad & waits, bad, good & waits, good]
    return np.select(cases, ["cancelled", "late", "missed", "open", "met"], "no_target")


def moments(at: Ints) -> pa.Array:
    return pa.array(at, mask=at == NEVER)


def _words(names: Sequence[str], codes: np.ndarray) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), pa.array(names, pa.string()))

"""A fault in the records: what, how often, where."""

from dataclasses import dataclass, field

import numpy as np

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` finds its sentence in the words; `rows` are the first places in the source; `facts` fill the sentence."""

    code: str
    count: int
    rows: list[int] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        return {"finding": self.code, "count": self.count, "rows": self.rows, **self.facts}


def found(code: str, hits: np.ndarray, rows: np.ndarray, **facts: object) -> list[Finding]:
    """A finding of the tickets or clocks in `hits`, none when there are none. `rows`: their places in the source."""
    count = int(np.count_nonzero(hits))
    if not count:
        return []
    places = [int(row) for row in np.unique(rows[hits])[:SHOWN] if row > 0]
    return [Finding(code, count, places, {"share": count / len(hits), **facts})]

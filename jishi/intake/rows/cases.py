"""Rows of a log gathered by ticket, in the order they happened."""

from itertools import pairwise

from jishi.intake.rows.reading import Reading


def cases(reading: Reading) -> dict[str, list[int]]:
    """Ticket id -> its rows. A log written newest first is turned round; rows without id are errors."""
    gathered: dict[str, list[int]] = {}
    for n, said in enumerate(reading.texts["id"]):
        if said is None:
            reading.refuse_row(n, reading.mapping.columns.get("id", ""), "", "no-id")
        else:
            gathered.setdefault(str(said), []).append(n)
    if newest_first(reading, gathered):
        return {case: rows[::-1] for case, rows in gathered.items()}
    return gathered


def newest_first(reading: Reading, gathered: dict[str, list[int]]) -> bool:
    times = reading.moments.get("updated", [])
    up = down = 0
    for rows in gathered.values():
        for a, b in pairwise(rows):
            if times and times[a] is not None and times[b] is not None:
                up += times[a] < times[b]
                down += times[a] > times[b]
    return down > up

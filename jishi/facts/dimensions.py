"""The columns by which tickets are grouped, and when each was received on the clock on the wall."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from jishi.core.history import Ticket
from jishi.core.replay import NEVER
from jishi.core.zones import offsets

from .log import Ints

# What is said of one ticket only, or is a figure, divides nothing.
SAID = ("customer", "contact", "serial", "contract", "title", "description", "remark", "measure", "status_raw")
JUDGED = ("score", "score_max", "complaint", "sla_met", "reopens", "transfers", "contacts", "chases", "fcr_eligible")
PROMISED = ("due_contact", "due_arrival", "due_resolution", "agreed", "visit")
NOT_DIMENSIONS = frozenset({*SAID, *JUDGED, *PROMISED})
CALENDAR = ("month", "week", "weekday", "hour")
WEEKDAYS = np.array([str(day) for day in range(1, 8)])
WEEKS = np.array([f"-W{week:02}" for week in range(54)])
HOURS = np.array([f"{hour:02}" for hour in range(24)])


def dimensions(tickets: Sequence[Ticket]) -> dict[str, pa.Array]:
    """One dictionary-encoded column for each field that divides the tickets; empty cells are null."""
    names = dict.fromkeys(name for ticket in tickets for name in ticket.fields if name not in NOT_DIMENSIONS)
    columns = {name: _column(tickets, name) for name in names}
    return {name: column for name, column in columns.items() if column.null_count < len(tickets)}


def _column(tickets: Sequence[Ticket], name: str) -> pa.Array:
    return pa.array([_word(ticket.fields.get(name)) for ticket in tickets], pa.string()).dictionary_encode()


def _word(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def calendar_columns(received: Ints, zone: str) -> dict[str, pa.Array]:
    """Month ("2026-01"), ISO week ("2026-W05"), weekday ("1" is Monday) and hour ("09") of reception in `zone`."""
    known = received != NEVER
    wall = wall_clock(np.where(known, received, 0), zone)
    days = wall.astype("datetime64[D]").astype(np.int64)
    words = {
        "month": np.datetime_as_string(wall, "M"),
        "week": _iso_weeks(days),
        "weekday": WEEKDAYS[(days + 3) % 7],
        "hour": HOURS[wall.astype(np.int64) // 3600 % 24],
    }
    return {name: pa.array(word, pa.string(), mask=~known).dictionary_encode() for name, word in words.items()}


def wall_clock(at: Ints, zone: str) -> npt.NDArray[np.datetime64]:
    """What the clock on the wall of `zone` shows at each instant."""
    if not len(at):
        return at.astype("datetime64[s]")
    years = at[[at.argmin(), at.argmax()]].astype("datetime64[s]").astype("datetime64[Y]").astype(int) + 1970
    spans = np.array(offsets(zone, int(years[0]) - 1, int(years[1]) + 2), np.int64)
    return (at + spans[np.searchsorted(spans[:, 0], at, side="right") - 1, 2]).astype("datetime64[s]")


def _iso_weeks(days: Ints) -> npt.NDArray[np.str_]:
    """A week belongs to the year of its Thursday."""
    thursdays = (days - (days + 3) % 7 + 3).astype("datetime64[D]")
    years = thursdays.astype("datetime64[Y]")
    numbers = (thursdays - years.astype("datetime64[D]")).astype(np.int64) // 7 + 1
    return np.char.add(years.astype(str), WEEKS[numbers])

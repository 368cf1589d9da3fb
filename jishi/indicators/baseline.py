"""The last whole months, up to six: where improvement starts from (R43)."""

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np

from jishi.facts import Facts

from .grouping import among
from .measured import measured

MONTHS = 6


def baseline(facts: Facts) -> dict[str, object] | None:
    """The figures of the last whole months in which requests were received; None without any month."""
    months = window(facts)
    if not months:
        return None
    figures = measured(facts, among(facts, "month", months))[0]
    return {"since": months[0], "until": months[-1], "months": len(months), **figures}


def window(facts: Facts) -> list[str]:
    """Up to six successive months ending with the last whole one; a month still running only if there is no other."""
    told = sorted(month for month in facts.tickets["month"].unique().to_pylist() if month)
    now = datetime.fromtimestamp(facts.as_of, ZoneInfo(facts.zone)).strftime("%Y-%m")
    whole = [month for month in told if month < now] or told
    if not whole:
        return []
    last = np.datetime64(whole[-1], "M")
    return [month for month in whole if last - np.datetime64(month, "M") < np.timedelta64(MONTHS, "M")]

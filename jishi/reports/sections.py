"""Which sections a diagnosis has and the values each one shows. No words."""

from . import charts, picks
from .compose import worded

SHOWN = 12  # rows of a group before the rest folds away
FEW = 3  # fewer months make no trend
IN_ORDER = {"priority", "weekday", "hour", "week"}  # other dimensions come with most tickets first
NO_SHARE = {"share": None, "since": None, "until": None}
ASIDE = {"tickets", "backlog"}  # said in the head already


def sections(diagnosis: dict) -> dict:
    """The values of the page, beside the diagnosis itself; an absent part is None or empty."""
    name = picks.main_clock(diagnosis["clocks"])
    clocks = [block(diagnosis, each) for each in picks.ran(diagnosis["clocks"])]
    return {
        "name": name,
        "main": diagnosis["clocks"].get(name),
        "clocks": clocks,
        "baseline": baseline(diagnosis),
        "trends": [trend(diagnosis, each["name"]) for each in clocks] if len(diagnosis["trend"]) >= FEW else [],
        "groups": [group(of, values, diagnosis, name) for of, values in diagnosis["groups"].items() if of != "month"],
        "paretos": [p for p in (pareto(diagnosis.get(key)) for key in ("pareto_missed", "pareto")) if p],
        **indicators(diagnosis["indicators"]),
        "quality": picks.doubts(diagnosis),
    }


def baseline(diagnosis: dict) -> list[tuple[str, dict]]:
    """The clocks of the baseline in the order of the report."""
    told = (diagnosis["baseline"] or {"clocks": {}})["clocks"]
    return [(name, told[name]) for name in picks.ran(diagnosis["clocks"]) if name in told]


def indicators(values: dict) -> dict:
    told = [worded(name, value) for name, value in values.items() if name not in ASIDE]
    known, unknown = ([each for each in told if (each["value"] is None) is none] for none in (False, True))
    return {"known": known, "unknown": [each["words"] for each in unknown]}


def block(diagnosis: dict, name: str) -> dict:
    clock, spread = diagnosis["clocks"][name], diagnosis["distribution"].get(name)
    bins = charts.filled(spread) if spread else []
    return {
        "name": name,
        "clock": clock,
        "bins": bins,
        "id": f"spread-{name}",
        "chart": charts.distribution(clock, spread) if bins else None,
        "bar": verdict_bar(clock["within"]),
        "doubtful": clock["unknown"] + clock["reversed"],
    }


def verdict_bar(within: dict) -> list[dict]:
    """In time, late, still open within, without a target: widths of one bar in percent of all."""
    kinds = ("met", "missed", "open", "no_target")
    total, x, bars = sum(within[kind] for kind in kinds), 0.0, []
    for kind in kinds:
        width = 100 * within[kind] / total if total else 0
        bars.append({"kind": kind, "n": within[kind], "x": percent(x), "width": percent(width)})
        x += width
    return bars if total else []


def percent(number: float) -> str:
    """For an SVG attribute: never in the reader's notation."""
    return f"{min(100, max(0, number)):.2f}%"


def trend(diagnosis: dict, name: str) -> dict:
    months = diagnosis["trend"]
    targets = diagnosis["clocks"][name]["within"]["share"] is not None
    worths = ["median", "p90", "share"] if targets else ["median", "p90"]
    drawn = [{"worth": w, "id": f"trend-{name}-{w}", "chart": charts.trend(months, name, w)} for w in worths]
    return {
        "name": name,
        "charts": drawn,
        "rows": [{"month": m["month"], "tickets": m["tickets"], "clock": m["clocks"].get(name)} for m in months],
        "targets": targets,
        "open": diagnosis["clocks"][name]["open"],
    }


def group(of: str, values: dict, diagnosis: dict, name: str | None) -> dict:
    """The values of one dimension, most tickets first; the folded rest after SHOWN."""
    rows = [group_row(value, group, name) for value, group in values.items()]
    if of in IN_ORDER:
        rows.sort(key=lambda row: row["value"])
    rows.sort(key=lambda row: row["value"] in picks.UNNAMED)
    for table in (rows[:SHOWN], rows[SHOWN:]):
        measure(table)
    whole = diagnosis["clocks"][name]["within"]["share"] if name else None
    low, high = reach(rows, whole)
    others = picks.ran(diagnosis["clocks"])[1:]
    for row in rows:
        row["others"] = [enough(row["clocks"].get(other)) for other in others]
        row["at"], row["low"], row["high"] = (along(row[key], low, high) for key in ("share", "since", "until"))
    return {
        "of": of,
        "rows": rows[:SHOWN],
        "rest": rows[SHOWN:],
        "targets": whole is not None,
        "goal": along(whole, low, high),
        "reach": (low, high),
        "others": others,
        "few": sum(not row["compared"] for row in rows),
    }


def measure(rows: list[dict]) -> None:
    """The bar of each median, relative to the longest of the same table."""
    top = max((row["median"] for row in rows if row["compared"] and row["median"]), default=None)
    for row in rows:
        row["width"] = percent(100 * row["median"] / top) if top and row["compared"] and row["median"] else "0%"


def group_row(value: str, group: dict, name: str | None) -> dict:
    clock = group["clocks"].get(name)
    within = clock["within"] if clock else {"share": None}
    since, until = within.get("interval") or (None, None)
    enough_judged = clock and picks.judged(clock) >= picks.ENOUGH
    return {
        "value": value,
        "tickets": group["tickets"],
        "clock": clock,
        "compared": bool(clock) and picks.seen(clock) >= picks.ENOUGH,
        "median": picks.typical(clock) if clock else None,
        "judged": picks.judged(clock) if clock else 0,
        **({"share": within["share"], "since": since, "until": until} if enough_judged else NO_SHARE),
        "clocks": group["clocks"],
    }


def enough(clock: dict | None) -> dict | None:
    return clock if clock and picks.seen(clock) >= picks.ENOUGH else None


def reach(rows: list[dict], whole: float | None) -> tuple[float, float]:
    """The axis of a table's shares: full tenths around all of them."""
    shown = [row[key] for row in rows if row["compared"] for key in ("share", "since", "until")]
    shares = [share for share in (*shown, whole) if share is not None]
    return (int(10 * min(shares)) / 10, min(1, int(10 * max(shares) + 1) / 10)) if shares else (0, 1)


def along(share: float | None, low: float, high: float) -> str | None:
    return None if share is None else percent(100 * (share - low) / (high - low))


def pareto(told: dict | None) -> dict | None:
    """Bars relative to the first; the vital rows, then the rest up to SHOWN, the others as one number."""
    if not told or not told["rows"]:
        return None
    top = told["rows"][0]["count"]
    rows = [{**row, "width": percent(100 * row["count"] / top)} for row in told["rows"]]
    return {
        "by": told["by"],
        "of": told["of"],
        "rows": rows[:SHOWN],
        "rest": len(rows[SHOWN:]),
        "vital": len(picks.vital(told)),
        "all": len(rows),
        "n": sum(row["count"] for row in rows),
    }

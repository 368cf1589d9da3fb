"""What stands out in a diagnosis: the main clock, the slow group, the bad month, the great doubt. No words."""

from jishi.indicators.grouping import NONE, OTHER

UNNAMED = ("", NONE, OTHER)
ENOUGH = 20  # below so many tickets nothing is compared
CLOCKS = ("resolution", "arrival", "closing", "contact", "answer")
WHO = ("department", "team", "supplier", "service_type", "category", "channel")
# How much one ticket with this finding shakes the figures; an assumption about the whole file shakes little.
DOUBT = {
    "reversed": 3,
    "label-disagrees": 3,
    "label-without-target": 2,
    "duplicate": 2,
    "future-time": 2,
    "misfit": 2,
    "no-target": 0.5,
}
ASSUMED = {"zone-assumed", "date-order-assumed", "date-order-by-sense", "closed-is-resolved", "duration-without-unit"}
ASSUMED |= {"score-scale-assumed", "values-summed", "customer-masked"}


def main_clock(clocks: dict) -> str | None:
    """The clock a manager asks for first: resolution when it can be read, else the next in line."""
    told = [name for name in (*CLOCKS, *clocks) if name in clocks and seen(clocks[name])]
    return told[0] if told else None


def seen(clock: dict) -> int:
    """Tickets the clock ran for: ended with a duration, or still open."""
    return clock["n"] + clock["open"]


def judged(clock: dict) -> int:
    return clock["within"]["met"] + clock["within"]["missed"]


def typical(clock: dict) -> float | None:
    """The median counting open tickets; None while more than half are open, whatever the ended ones say."""
    return clock["km"]["median_s"] if clock["open"] else clock["median_s"]


def ran(clocks: dict) -> list[str]:
    """The clocks that ran, the main one first."""
    first = main_clock(clocks)
    return sorted((name for name in clocks if seen(clocks[name])), key=lambda name: name != first)


def told_once(diagnosis: dict) -> dict:
    """Without the closing where it is the resolution under another name: the file knows one end only."""
    resolution, closing = (diagnosis["clocks"].get(name) for name in ("resolution", "closing"))
    if not resolution or not closing or any(resolution[of] != closing[of] for of in ("n", "open", "mean_s", "max_s")):
        return diagnosis
    clocks = {name: clock for name, clock in diagnosis["clocks"].items() if name != "closing"}
    return diagnosis | {
        "clocks": clocks,
        "quality": [finding for finding in diagnosis["quality"] if finding.get("clock") != "closing"],
    }


def worst(parts: dict[str, dict], whole: dict) -> tuple[str, dict, str] | None:
    """The part clearly worse than the whole: (name, its clock, "within" or "median"), or None if none stands out.

    Parts of less than a hundredth of all are left in peace: among many small ones some are bad by chance.

    By share within target when its interval lies below the whole; without targets by a median half as long again.
    """
    if (overall := whole["within"]["share"]) is not None:
        least = max(ENOUGH, judged(whole) / 100)
        known = {name: clock for name, clock in parts.items() if judged(clock) >= least}
        name = min(known, key=lambda name: known[name]["within"]["share"], default=None)
        below = name and (known[name]["within"].get("interval") or [1, 1])[1] < overall
        return (name, known[name], "within") if below and len(known) > 1 else None
    known = {name: clock for name, clock in parts.items() if seen(clock) >= ENOUGH and typical(clock)}
    name = max(known, key=lambda name: typical(known[name]), default=None)
    above = name and typical(whole) and typical(known[name]) >= 1.5 * typical(whole)
    return (name, known[name], "median") if above and len(known) > 1 else None


def worst_group(diagnosis: dict, clock: str) -> tuple[str, str, dict, str] | None:
    """(dimension, value, its clock, by what) of the first dimension of WHO in which one value stands out."""
    for dimension in WHO:
        groups = diagnosis["groups"].get(dimension, {})
        parts = {value: group["clocks"][clock] for value, group in groups.items() if clock in group["clocks"]}
        parts = {value: part for value, part in parts.items() if value not in UNNAMED}
        if found := worst(parts, diagnosis["clocks"][clock]):
            return dimension, *found
    return None


def worst_month(diagnosis: dict, clock: str) -> tuple[str, dict, str] | None:
    parts = {month["month"]: month["clocks"][clock] for month in diagnosis["trend"] if clock in month["clocks"]}
    return worst(parts, diagnosis["clocks"][clock])


def doubt(diagnosis: dict) -> dict | None:
    """The finding that shakes the figures most; one of another clock than the main one shakes less."""
    main = main_clock(diagnosis["clocks"])
    told = [finding for finding in diagnosis["quality"] if finding["count"]]
    return max(
        told, key=lambda finding: shake(finding) / (1 if finding.get("clock", main) == main else 4), default=None
    )


def doubts(diagnosis: dict) -> list[dict]:
    """The findings of one kind together, the gravest kind first: {"finding", "each": [...]}."""
    kinds: dict[str, list] = {}
    for finding in sorted(diagnosis["quality"], key=shake, reverse=True):
        kinds.setdefault(finding["finding"], []).append(finding)
    return [{"finding": kind, "each": each} for kind, each in kinds.items()]


def shake(finding: dict) -> float:
    if finding["finding"] in ASSUMED:
        return 1
    if finding["finding"] == "heaping":
        return finding["count"] * max(0, 1 - finding.get("expected", 0) / (finding.get("share") or 1))
    return finding["count"] * DOUBT.get(finding["finding"], 1)


def vital(pareto: dict | None) -> list[dict]:
    return [row for row in (pareto or {"rows": []})["rows"] if row["vital"]]

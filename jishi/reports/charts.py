"""ECharts options as plain values. "@ink-2" is a colour token and "@hatch" the pattern of open tickets: the page
fills them in from its style sheet, so one option serves light, dark and paper."""

from itertools import pairwise

from jishi import words

from . import picks
from .compose import captions

TEXT = {"color": "@ink-3", "fontSize": 11}
AXIS = {"axisTick": {"show": False}, "axisLabel": TEXT, "axisLine": {"lineStyle": {"color": "@line-strong"}}}
GRID = {"left": 4, "right": 8, "bottom": 2, "outerBoundsMode": "same", "outerBoundsContain": "axisLabel"}
YOUNG = 0.05
STEPS = ((200, 1, "s"), (2 * 3600, 60, "min"), (3 * 86400, 3600, "h"), (float("inf"), 86400, "d"))


def distribution(clock: dict, spread: dict) -> dict:
    """Ended tickets as ink, open ones hatched on top, the median and the 90th percentile as lines."""
    bins = filled(spread)
    bar = {"type": "bar", "stack": "n", "barCategoryGap": "12%"}
    return {
        "says": [captions.bin_says(*cell) for cell in bins],
        "edges": [edge(since) for since, *_ in bins],
        "option": {
            "grid": {**GRID, "top": 38},
            "xAxis": [
                {**AXIS, "type": "category", "data": [""] * len(bins), "axisLabel": {"show": False}},
                {**EDGES, "max": len(bins)},
            ],
            "yAxis": {"type": "value", "show": False},
            "series": [
                {**bar, "itemStyle": {"color": "@ink-3"}, "data": [ended for *_, ended, _ in bins]},
                {**bar, "itemStyle": {"color": "@hatch"}, "data": [still for *_, still in bins]},
                lines(marks(bins, clock)),
            ],
        },
    }


# Labels stand at the edges of the bins, so that the lines of median and p90 read on the same scale.
EDGES = {
    **AXIS,
    "type": "value",
    "position": "bottom",
    "min": 0,
    "interval": 1,
    "splitLine": {"show": False},
    "axisLabel": {**TEXT, "hideOverlap": True, "showMaxLabel": False},
}


def filled(spread: dict) -> list[tuple]:
    """The bins (since, until, ended, open) from the first to the last that holds a ticket; the last never ends."""
    edges = pairwise(spread["edges_s"])
    bins = [(*edge, ended, still) for edge, ended, still in zip(edges, spread["ended"], spread["open"], strict=True)]
    holding = [i for i, (*_, ended, still) in enumerate(bins) if ended or still]
    return bins[holding[0] : holding[-1] + 1] if holding else []


def place(bins: list[tuple], seconds: float | None) -> float | None:
    """Where a duration lies on an axis of one step a bin."""
    for i, (since, until, *_) in enumerate(bins):
        if seconds is not None and seconds >= since and (until is None or seconds < until):
            return i + ((seconds - since) / (until - since) if until is not None else 0.5)
    return None


def marks(bins: list[tuple], clock: dict) -> list[dict]:
    """The median and the 90th percentile; where their labels would touch, the second stands higher."""
    median, p90 = place(bins, clock["median_s"]), place(bins, clock["p90_s"])
    if median is None or p90 is None:
        return []
    near = (p90 - median) / len(bins) < 0.45
    return [
        mark(median / len(bins), median, captions.median_mark(clock), "@ink", "solid", 4),
        mark(p90 / len(bins), p90, captions.p90_mark(clock), "@ink-2", [4, 3], 18 if near else 4),
    ]


def mark(across: float, at: float, name: str, colour: str, dash: object, distance: int) -> dict:
    """A vertical line; its label turns away from the nearer edge."""
    align = "left" if across < 0.25 else "right" if across > 0.75 else "center"
    return {
        "xAxis": at,
        "lineStyle": {"color": colour, "type": dash, "width": 1.25},
        "label": {**TEXT, "formatter": name, "position": "end", "align": align, "distance": distance, "color": colour},
    }


def lines(drawn: list[dict]) -> dict:
    drawn = {"silent": True, "symbol": "none", "data": drawn}
    return {"type": "line", "xAxisIndex": 1, "data": [], "markLine": drawn}


def edge(seconds: float) -> str:
    return words.duration(seconds) if seconds else "0"


def trend(months: list[dict], clock: str, worth: str) -> dict:
    """One measure over the months: `worth` is "median", counting open tickets, "p90" of the ended ones, or "share"."""
    clocks = [month["clocks"].get(clock) for month in months]
    values = [told(reading, worth) for reading in clocks]
    size, unit = (0.01, "%") if worth == "share" else scale(values)
    series = {
        "type": "line",
        "symbol": "circle",
        "symbolSize": 5 if len(months) < 40 else 0,
        "showSymbol": True,
        "itemStyle": {"color": "@ink"},
        "lineStyle": {"color": "@ink", "width": 1.5},
        "data": [point(value, size, reading) for value, reading in zip(values, clocks, strict=True)],
    }
    return {
        "says": [captions.month_says(m["month"], c) if c else m["month"] for m, c in zip(months, clocks, strict=True)],
        "option": {
            "grid": {**GRID, "top": 12},
            "xAxis": {**AXIS, "type": "category", "data": month_labels(months), "axisLabel": {**TEXT, "interval": 0}},
            "yAxis": {**Y, **floor(values, worth), "axisLabel": {**TEXT, "formatter": "{value} " + unit}},
            "series": [series],
        },
    }


Y = {
    "type": "value",
    "splitNumber": 3,
    "splitLine": {"lineStyle": {"color": "@line"}},
    "axisLine": {"show": False},
    "axisTick": {"show": False},
}


def floor(values: list[float | None], worth: str) -> dict:
    """Durations begin at nothing; shares at the full twenty percent below the least, to show what moves."""
    least = min((value for value in values if value is not None), default=0)
    return {"min": max(0, int(5 * least - 0.25) * 20), "max": 100, "interval": 20} if worth == "share" else {"min": 0}


def point(value: float | None, size: float, clock: dict | None) -> object:
    """Hollow while more than one ticket in twenty of the month is still open: it will still change."""
    if value is None:
        return None
    if clock["open"] <= YOUNG * (clock["n"] + clock["open"]):
        return round(value / size, 3)
    hollow = {"color": "@surface", "borderColor": "@ink", "borderWidth": 1.25}
    return {"value": round(value / size, 3), "symbolSize": 7, "itemStyle": hollow}


def told(clock: dict | None, worth: str) -> float | None:
    if not clock:
        return None
    return {"median": picks.typical(clock), "p90": clock["p90_s"], "share": clock["within"]["share"]}[worth]


def scale(values: list[float | None]) -> tuple[int, str]:
    """The unit in which the greatest value is a handy number."""
    top = max((value for value in values if value is not None), default=0)
    size, unit = next((size, unit) for below, size, unit in STEPS if top < below)
    return size, words.unit(unit)


def month_labels(months: list[dict]) -> list[str]:
    """Months as numbers, each new year under its first one; every third of many, of very many only the year."""
    names, step = [], 1 if len(months) <= 9 else 3
    for i, month in enumerate(months):
        year, number = month["month"].split("-")
        if len(months) > 36:
            names.append(year if number == "01" and (len(months) <= 72 or int(year) % 2 == 0) else "")
        elif i == 0 or number == "01":
            names.append(f"{int(number)}\n{year}")
        else:
            names.append(str(int(number)) if (int(number) - 1) % step == 0 and i >= step - 1 else "")
    return names

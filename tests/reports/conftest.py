"""A small after-sales company's diagnosis, and the ways a file can be poor."""

from copy import deepcopy

import pytest

HOUR = 3600


def clock(n=1043, still=241, median=3.5 * HOUR, counted=6 * HOUR, met=806, missed=478, no_target=0, late=41):
    judged = met + missed
    share = met / judged if judged else None
    return {
        "n": n,
        "open": still,
        "unknown": 3,
        "reversed": 2,
        "mean_s": median and 2.2 * median,
        "median_s": median,
        "p90_s": median and 10 * median,
        "max_s": median and 90 * median,
        "min_s": median and 60.0,
        "within": {
            "met": met,
            "missed": missed,
            "late": late,
            "open": still - late,
            "no_target": no_target,
            "share": share,
            "interval": [share - 0.03, share + 0.03] if share else None,
            "by": "target" if judged else None,
        },
        "km": {"median_s": counted, "share_within": share, "interval": [share - 0.02, share + 0.02] if share else None},
        "as_recorded": {"n": n + 2, "mean_s": median, "median_s": median, "p90_s": median},
        "calendar": "always",
    }


def part(tickets=400, **changes):
    return {
        "tickets": tickets,
        "clocks": {"resolution": clock(n=tickets, still=0, late=0, **changes)},
        "indicators": {},
    }


DIAGNOSIS = {
    "jishi": "0.1.0",
    "file": {"name": "工单2026.csv", "format": "csv", "rows": 1289, "kind": "tickets", "zone": "Asia/Shanghai"},
    "as_of": "2026-07-03T18:00:00+08:00",
    "tickets": 1289,
    "events": 4100,
    "span": ["2026-01-02T08:03:00+08:00", "2026-06-30T17:58:00+08:00"],
    "columns": [
        {"column": "受理时间", "taken_for": "received", "by": "header", "filled": 1.0, "example": "2026/1/2 8:03"}
    ],
    "unused": ["备注"],
    "clocks": {"resolution": clock()},
    "groups": {
        "department": {
            "华东服务部": part(900, met=720, missed=180),
            "华南服务部": part(375, met=86, missed=289),
            "西北服务部": part(14, met=10, missed=4),
        }
    },
    "indicators": {"reopen_rate": {"value": 0.044, "n": 1043, "unit": "share", "interval": [0.033, 0.058]}},
    "trend": [{"month": f"2026-0{i}", "indicators": {}, **part(200 + i, met=130, missed=70)} for i in range(1, 7)],
    "distribution": {
        "resolution": {"edges_s": [0, 3600, 14400, 86400, None], "ended": [300, 400, 300, 43], "open": [0, 4, 60, 177]}
    },
    "pareto": {
        "by": "category",
        "of": "tickets",
        "rows": [
            {"value": "安装", "count": 900, "share": 0.7, "cumulative": 0.7, "vital": True},
            {"value": "维修", "count": 260, "share": 0.2, "cumulative": 0.9, "vital": True},
            {"value": "其他", "count": 129, "share": 0.1, "cumulative": 1.0, "vital": False},
        ],
    },
    "pareto_missed": None,
    "baseline": {
        "since": "2026-01",
        "until": "2026-06",
        "months": 6,
        "tickets": 1221,
        "clocks": {"resolution": clock()},
        "indicators": {},
    },
    "reopened": 46,
    "quality": [
        {"finding": "zone-assumed", "count": 1289, "rows": []},
        {"finding": "reversed", "clock": "resolution", "count": 2, "rows": [17, 403]},
    ],
    "errors": [{"row": 5, "column": "完工时间", "value": "待定", "reason": "not-a-date"}],
}


@pytest.fixture
def diagnosis():
    return deepcopy(DIAGNOSIS)


@pytest.fixture
def untargeted(diagnosis):
    """The same company without a single promise."""
    for whole in (diagnosis, *diagnosis["groups"]["department"].values(), *diagnosis["trend"], diagnosis["baseline"]):
        whole["clocks"]["resolution"] = clock(met=0, missed=0, late=0, no_target=1284)
    return diagnosis


@pytest.fixture
def unfinished(diagnosis):
    """A new desk: everything came in, nothing is done, in its first month, without categories or departments."""
    waiting = clock(n=0, still=52, median=None, counted=None, met=0, missed=0, late=0, no_target=52)
    diagnosis["clocks"]["resolution"] = waiting
    diagnosis["distribution"] = {"resolution": {"edges_s": [0, 86400, None], "ended": [0, 0], "open": [40, 12]}}
    diagnosis["trend"] = [{"month": "2026-06", "tickets": 52, "clocks": {"resolution": waiting}, "indicators": {}}]
    return diagnosis | {"groups": {}, "pareto": None, "baseline": None, "quality": [], "errors": [], "indicators": {}}


@pytest.fixture
def untimed(unfinished):
    """No two moments of the same ticket."""
    return unfinished | {"clocks": {}, "distribution": {}, "trend": [], "span": [None, None]}


@pytest.fixture
def hostile(diagnosis):
    """Names that want to be markup, scripts, terminal commands and the end of a script element."""
    name = "</script><script>alert(1)</script>\"'>{{ 7|add:7 }}[red]\x1b[2J\u202egnp.exe"
    diagnosis["groups"]["department"][name] = part(500, met=5, missed=495)
    diagnosis["groups"][name] = {name: part(90)}
    diagnosis["pareto"]["rows"][0]["value"] = name
    diagnosis["file"]["name"] = diagnosis["unused"][0] = name
    diagnosis["columns"][0] |= {"column": name, "example": name}
    diagnosis["errors"][0] |= {"column": name, "value": name}
    return diagnosis


@pytest.fixture
def crowded(diagnosis):
    """Fifty departments with long names, ten years of months."""
    long = "华东大区售后服务中心第三综合维修与安装调试事业部"
    diagnosis["groups"]["department"] = {
        f"{long}{i:02}": part(20 + 7 * i, met=10 + 5 * i, missed=10 + i) for i in range(50)
    }
    months = [f"{year}-{month:02}" for year in range(2016, 2026) for month in range(1, 13)]
    diagnosis["trend"] = [{"month": month, "indicators": {}, **part(200, met=130, missed=70)} for month in months]
    return diagnosis

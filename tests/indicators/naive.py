"""The figures of the real exports, computed the plain way: pandas, no clocks, no facts.

They stand in the form of `reference_facts.json`, whose definitions they follow.
"""

import pandas as pd

AMERICAN = "%m/%d/%Y %I:%M:%S %p"


def boston(path, zone=None) -> dict:
    """`zone`: durations between instants there; without it, the difference of the printed times."""
    told = pd.read_csv(path, dtype=str)
    opened, target, closed = (moments(told[name], zone) for name in ("OPEN_DT", "TARGET_DT", "CLOSED_DT"))
    hours = (closed - opened).dt.total_seconds() / 3600
    cases = pd.DataFrame({"hours": hours, "met": closed <= target, "judged": closed.notna() & target.notna()})
    labels = told["OnTime_Status"].value_counts()
    months = pd.to_datetime(told["OPEN_DT"], format=AMERICAN).dt.strftime("%Y-%m")
    missed = told["TYPE"][cases["judged"] & ~cases["met"]]
    return {
        "cases": len(told),
        "closed": int(closed.notna().sum()),
        "open": int(closed.isna().sum()),
        "no_target": int(target.isna().sum()),
        "negative_durations": int((hours < 0).sum()),
        "label_ontime_without_target": int((target.isna() & (told["OnTime_Status"] == "ONTIME")).sum()),
        "label_attainment_all": labels["ONTIME"] / (labels["ONTIME"] + labels["OVERDUE"]),
        "recomputed_attainment_closed_with_target": attained(cases),
        "resolution_hours": spread(hours),
        "resolution_hours_nonnegative_only": spread(hours[hours >= 0]),
        "by_department": by(cases, told["Department"]),
        "by_source": by(cases, told["Source"]),
        "by_open_month": by(cases, months),
        "pareto_type": counts(told["TYPE"]),
        "pareto_overdue_closed_type": counts(missed),
    }


def servicenow(path) -> dict:
    log = pd.read_csv(path, dtype=str, na_values="?")
    last = log.drop_duplicates("number", keep="last").set_index("number")
    opened, resolved, closed = (
        moments(last[name], None, "%d/%m/%Y %H:%M") for name in ("opened_at", "resolved_at", "closed_at")
    )
    taken = log[log["assigned_to"].notna()].drop_duplicates("number").set_index("number")["sys_updated_at"]
    taken = moments(taken.reindex(last.index), None, "%d/%m/%Y %H:%M")
    hours = (resolved - opened).dt.total_seconds() / 3600
    met, months = last["made_sla"] == "true", opened.dt.strftime("%Y-%m")
    by_month = {month: spread(part) for month, part in hours.groupby(months)}
    return {
        "events": len(log),
        "incidents": len(last),
        "sla_rate": met.mean(),
        "sla_by_priority": met.groupby(last["priority"]).mean().to_dict(),
        "incidents_by_priority": last["priority"].value_counts().to_dict(),
        "reopened": int((last["reopen_count"].astype(int) > 0).sum()),
        "reopen_rate": (last["reopen_count"].astype(int) > 0).mean(),
        "resolution_hours": spread(hours),
        "close_hours": spread((closed - opened).dt.total_seconds() / 3600),
        "first_assignee_hours": spread((taken - opened).dt.total_seconds() / 3600),
        "resolution_mean_by_open_month": by_month,
        "pareto_category": counts(last["category"].dropna()),
    }


def sf_fire(path) -> dict:
    told = pd.read_csv(path, dtype=str)
    seconds = (moments(told["Arrival DtTm"]) - moments(told["Alarm DtTm"])).dt.total_seconds()
    return {"rows": len(told), "arrival_seconds": spread(seconds)}


def moments(texts: pd.Series, zone: str | None = None, form: str = AMERICAN) -> pd.Series:
    naive = pd.to_datetime(texts, format=form)
    if zone is None:
        return naive
    return naive.dt.tz_localize(zone, ambiguous=[True] * len(naive), nonexistent="shift_forward").dt.tz_convert("UTC")


def spread(values: pd.Series) -> dict:
    values = values.dropna()
    if values.empty:
        return {"n": 0, "mean": None, "median": None}
    return {
        "n": len(values),
        "mean": values.mean(),
        "median": values.median(),
        "p90": values.quantile(0.9),
        "min": values.min(),
        "max": values.max(),
    }


def attained(cases: pd.DataFrame) -> dict:
    met, of = int((cases["met"] & cases["judged"]).sum()), int(cases["judged"].sum())
    return {"met": met, "of": of, "rate": met / of if of else None}


def by(cases: pd.DataFrame, column: pd.Series) -> dict:
    groups = {}
    for value, part in cases.groupby(column):
        rate, hours = attained(part), spread(part["hours"])
        groups[value] = {
            "cases": len(part),
            "closed": hours["n"],
            "closed_with_target": rate["of"],
            "met": rate["met"],
            "attainment": rate["rate"],
            "mean_hours": hours["mean"],
            "median_hours": hours["median"],
        }
    return groups


def counts(column: pd.Series) -> list[dict]:
    """The first five, largest first, ties by name."""
    rows = sorted(column.value_counts().items(), key=lambda row: (-row[1], row[0]))
    found, before = [], 0
    for value, count in rows[:5]:
        before += count
        share = {"share": count / len(column), "cumulative": before / len(column)}
        found.append({"category": value, "count": count, **share})
    return found

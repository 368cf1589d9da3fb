"""Faults of the times of a clock: ends that are missing, stand before the start, or have no target."""

import numpy as np

from jishi.facts import Facts

from .finding import Finding, found

JUDGED = ("met", "missed", "late", "open")


def clock_findings(facts: Facts, clock: str) -> list[Finding]:
    rows = facts.clock(clock)
    place = rows["row"].to_numpy()
    verdict, source = (rows[name].cast("string").to_numpy() for name in ("verdict", "source"))
    unknown = "closed-without-contact" if clock == "contact" else "missing-end"
    found_here = found(unknown, rows["unknown"].to_numpy(), place, clock=clock)
    found_here += found("reversed", rows["reversed"].to_numpy(), place, clock=clock)
    found_here += found("missing-start", rows["start"].is_null().to_numpy(), place, clock=clock)
    if np.isin(verdict, JUDGED).any():
        found_here += found("no-target", verdict == "no_target", place, clock=clock)
    if {"target", "policy"} & set(source):
        found_here += _labels(rows["label"].to_pylist(), verdict, place, clock)
    return found_here


def _labels(labels: list[bool | None], verdict: np.ndarray, place: np.ndarray, clock: str) -> list[Finding]:
    """The file's own word, where it speaks without a target or against the recomputed verdict."""
    good, bad = (np.array([label is word for label in labels], bool) for word in (True, False))
    without = found("label-without-target", (good | bad) & (verdict == "no_target"), place, clock=clock)
    against = (good & np.isin(verdict, ("missed", "late"))) | (bad & np.isin(verdict, ("met", "open")))
    return without + found("label-disagrees", against, place, clock=clock)

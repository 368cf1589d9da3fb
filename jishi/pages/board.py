"""The first board: running clocks by time left, and what waits. One screen, the longest danger first."""

from datetime import datetime
from itertools import islice

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jishi.clocks.models import Clock
from jishi.directory.models import Person
from jishi.directory.scope import scope
from jishi.tickets.paging import count
from jishi.tickets.queries import SHOWN, breached, due_soon, visible

from .doors import needs
from .rows import rows

FIRST = 8  # tickets that fall due first
PRIORITIES = ("P0", "P1", "P2", "P3")
NAMES = ("answer", "contact", "arrival", "takeover", "resolution")


@needs("board")
@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """The whole board; htmx receives what moves alone."""
    now = timezone.localtime()
    template = "board/_figures.html" if request.headers.get("HX-Target") == "figures" else "board/show.html"
    return render(request, template, figures(request.user, now) | {"now": now, "wall": "wall" in request.GET})


def figures(person: Person, now: datetime) -> dict[str, object]:
    """What `person` may see of it, as it stands."""
    seen = visible(person).filter(open_since__isnull=False)
    due = seen.filter(due_at__isnull=False).select_related(*SHOWN).order_by("due_at")
    received = seen.order_by("open_since").values_list("open_since", "number")
    waits = [now - since for since, _ in received[:2000]]
    return {
        "unfinished": count(seen),
        "late": count(visible(person).filter(breached(person, now))),
        "soon": count(visible(person).filter(due_soon(person, now))),
        "paused": count(seen.filter(status="paused")),
        "unassigned": count(seen.filter(owner=None)),
        "urgent": count(seen.filter(priority__in=("P0", "P1"))),
        "longest": (waits[0].total_seconds(), received[0][1]) if waits else None,
        "median": waits[len(waits) // 2].total_seconds() if waits else None,
        "first": rows(list(due[:FIRST]), now, size="row"),
        "names": NAMES,
        "cells": cells(person, now),
        "ages": ages(waits),
    }


def cells(person: Person, now: datetime) -> list[tuple[str, list[dict[str, int]]]]:
    """Running clocks by priority and name: how many, how many of them late or past their warning."""
    running = Clock.objects.filter(scope(person).q("ticket__"), ended_at=None, due_at__isnull=False)
    found = running.filter(name__in=NAMES).values_list("ticket__priority", "name", "due_at", "warn_at")
    cells = {(priority, name): {"n": 0, "late": 0, "warn": 0} for priority in PRIORITIES for name in NAMES}
    for priority, name, due_at, warn_at in islice(found, 20_000):
        cell = cells.get((priority, name))
        if cell is None:
            continue
        cell["n"] += 1
        cell["late"] += due_at < now
        cell["warn"] += bool(due_at >= now and warn_at and warn_at <= now)
    return [(priority, [_bar(cells[priority, name]) for name in NAMES]) for priority in PRIORITIES]


def _bar(cell: dict[str, int]) -> dict[str, object]:
    """A cell with its bar: late, warning and calm clocks in percent."""
    n = cell["n"] or 1
    late, warn = 100 * cell["late"] / n, 100 * cell["warn"] / n
    parts = (("late", 0, late), ("warn", late, warn), ("ok", late + warn, 100 - late - warn))
    return cell | {"bar": [(tone, f"{x:.1f}%", f"{width:.1f}%") for tone, x, width in parts if width > 0 and cell["n"]]}


HOUR = 3600
AGES = ((0, 4), (4, 24), (24, 72), (72, 168), (168, None))


def ages(waits: list) -> list[tuple[int, int | None, int, str]]:
    """How old what is unfinished is: from and to hours, how many, and the bar's width."""
    hours = [wait.total_seconds() / HOUR for wait in waits]
    counted = [(low, high, sum(low <= h < (high or 10**9) for h in hours)) for low, high in AGES]
    most = max((n for _, _, n in counted), default=0) or 1
    return [(low, high, n, f"{100 * n / most:.1f}%") for low, high, n in counted]

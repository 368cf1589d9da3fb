"""Every piece in every state, to be looked at; served in debug and to the tests."""

from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jishi.core import clock
from jishi.core.calendar import Calendar
from jishi.core.clock import Mark, Promise, Reading
from jishi.core.refused import Refused
from jishi.core.zones import zone_named

from . import clocks
from .doors import anyone

ZONE = zone_named("Asia/Shanghai")
HOURS = [("09:00", "12:00"), ("13:00", "18:00")]
OFFICE = Calendar(
    week={day: [("09:00", "12:00"), ("13:00", "18:00")] for day in range(5)},
    exceptions={
        date(2026, 10, 1): [],
        date(2026, 10, 2): [],
        date(2026, 10, 10): [("09:00", "12:00"), ("13:00", "18:00")],
    },
    names={date(2026, 10, 1): "国庆节", date(2026, 10, 2): "国庆节", date(2026, 10, 10): "国庆节"},
    covered_until=date(2026, 10, 15),
)
ALWAYS = Calendar.always()


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZONE)


NOW = at("10-12 11:24")
PAUSED = (("start", "10-09 17:40"), ("pause", "10-10 09:50"), ("resume", "10-12 09:20"))

# name, marks, promised hours, calendar
CASES = (
    ("arrival", PAUSED, 4, OFFICE),
    ("resolution", PAUSED, 12, OFFICE),
    ("contact", (("start", "10-12 08:30"),), 4, OFFICE),
    ("answer", (("start", "10-09 16:00"),), 3, OFFICE),
    ("resolution", (("start", "10-08 17:00"), ("pause", "10-10 10:00")), 16, OFFICE),
    ("contact", (("start", "10-09 17:40"), ("end", "10-09 17:58")), 2, ALWAYS),
    ("takeover", (("start", "10-09 17:40"), ("end", "10-09 19:46")), 2, ALWAYS),
    ("resolution", (("start", "10-12 09:00"),), 48, OFFICE),
    ("arrival", (("start", "10-12 02:00"),), 24, ALWAYS),
    ("resolution", (("start", "09-30 10:00"), ("end", "10-09 15:00"), ("reopen", "10-12 09:30")), 24, OFFICE),
    ("closing", (("start", "09-28 10:00"),), None, OFFICE),
    ("assignment", (("start", "10-12 09:00"), ("cancel", "10-12 10:00")), 4, OFFICE),
    ("callback", (), 4, OFFICE),
)


def read(marks: tuple, promise: Promise, calendar: Calendar) -> Reading:
    return clock.read([Mark(role, at(moment), "customer") for role, moment in marks], promise, calendar, NOW)


def case(told: tuple, size: str, span: int | None = None) -> clocks.Shown:
    name, marks, hours, calendar = told
    promise = Promise(timedelta(hours=hours) if hours else None)
    return clocks.show(name, read(marks, promise, calendar), promise, NOW, size=size, span=span)


def call_back() -> clocks.Shown:
    promise = Promise(window=(3, 5))
    return clocks.show("callback", read((("start", "10-08 15:00"),), promise, OFFICE), promise, NOW, size="full")


@anyone
def parts(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "parts.html",
        {
            "rows": [case(told, "row") for told in CASES],
            "common": [case(told, "row", 6 * 3600) for told in CASES[:5]],
            "mids": [case(told, "mid") for told in CASES[:4]],
            "fulls": [*(case(told, "full") for told in CASES[:10]), call_back()],
            "refusals": [Refused("not-allowed", right="board"), Refused("no-such-move", kind="paused", state="closed")],
        },
    )

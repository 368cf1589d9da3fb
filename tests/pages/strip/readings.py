"""Readings for the tests: drawn at random, or of Mr. Chen's boiler."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from jishi.core import clock
from jishi.core.calendar import Calendar
from jishi.core.clock import Mark, Promise
from jishi.core.zones import zone_named

SHANGHAI = zone_named("Asia/Shanghai")
OFFICE = Calendar(
    week={day: [("09:00", "12:00"), ("13:30", "18:00")] for day in range(5)},
    exceptions={date(2026, 10, 1): [], date(2026, 10, 2): [], date(2026, 10, 10): [("09:00", "18:00")]},
    names={date(2026, 10, 1): "国庆节", date(2026, 10, 2): "国庆节", date(2026, 10, 10): "国庆节调休"},
    covered_until=date(2026, 12, 31),
)
ALWAYS = Calendar.always()


def at(text: str) -> datetime:
    """ "10-09 17:40" of 2026, Shanghai."""
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI)


def boiler(now: str = "10-12 11:24", end: str = "") -> clock.Reading:
    """Arrival within 4 working hours; waiting for the customer from Saturday to Monday."""
    marks = [
        Mark("start", at("10-09 17:40")),
        Mark("pause", at("10-10 09:50"), "customer"),
        Mark("resume", at("10-12 09:20")),
        *([Mark("end", at(end))] if end else []),
    ]
    return clock.read(marks, Promise(target=timedelta(hours=4)), OFFICE, at(now))


@st.composite
def courses(draw: st.DrawFn) -> tuple[clock.Reading, datetime]:
    """A reading of any course of events, and the moment it was read at."""
    start = at("09-01 00:00") + timedelta(seconds=draw(st.integers(0, 60 * 86_400)))
    gap = st.one_of(st.integers(1, 7200), st.integers(1, 40 * 86_400))
    roles = draw(
        st.lists(st.sampled_from(["pause", "resume", "end", "reopen", "cancel", "pause", "resume"]), max_size=8)
    )
    marks, moment = [Mark("start", start)], start
    for role in roles:
        moment += timedelta(seconds=draw(gap))
        marks.append(Mark(role, moment, "customer"))
    now = moment + timedelta(seconds=draw(gap))
    target = draw(st.one_of(st.none(), st.integers(60, 400 * 3600)))
    opens = draw(st.booleans())
    promise = Promise(window=(3, 5)) if opens and target is None else Promise(target and timedelta(seconds=target))
    return clock.read(marks, promise, draw(st.sampled_from([OFFICE, ALWAYS])), now), now

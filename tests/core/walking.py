"""The oracle: walk a quarter of an hour at a time and look at the clock on the wall. Slow and plain on purpose."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from jishi.core.calendar import Calendar
from jishi.core.course import MOVES
from jishi.core.replay import NEVER
from jishi.core.zones import seconds

QUARTER = 900

# Around here each zone does something odd.
ODD = {
    "Asia/Shanghai": ["1990-04-15", "1990-09-16", "2026-10-01"],
    "Europe/Berlin": ["2026-03-29", "2026-10-25"],
    "America/New_York": ["2015-03-08", "2015-11-01"],
    "Australia/Lord_Howe": ["2026-04-05", "2026-10-04"],
    "Asia/Kathmandu": ["1986-01-01", "2026-05-01"],
    "Pacific/Apia": ["2011-12-30", "2011-09-24"],
}
ZONES = list(ODD)


def is_open(calendar, at):
    """Does the clock on the wall show an open time at this instant, today's hours or last night's?"""
    shown = datetime.fromtimestamp(at, UTC).astimezone(calendar.zone)
    second = shown.hour * 3600 + shown.minute * 60 + shown.second
    today, yesterday = shown.date(), shown.date() - timedelta(days=1)
    return any(a <= second < b for a, b in hours(calendar, today)) or any(
        a <= second + 86_400 < b for a, b in hours(calendar, yesterday)
    )


def hours(calendar, day):
    return calendar.exceptions[day] if day in calendar.exceptions else calendar.week[day.weekday()]


def walk(calendar, start, end):
    """Working seconds in [start, end), a quarter of an hour at a time."""
    spent, at = 0, start // QUARTER * QUARTER
    while at < end:
        if is_open(calendar, at):
            spent += min(at + QUARTER, end) - max(at, start)
        at += QUARTER
    return spent


def stop_watch(marks, promise, calendar, now):
    """A stop watch started, held and stopped as the marks say: seconds shown, and when the promise broke.

    The watch is looked at second by second where it matters: at each change, and where it passes the quota.
    """
    quota = None if promise.target is None else int(promise.target.total_seconds())
    state, since, shown, broken, ended = "waiting", None, 0, NEVER, None
    for role, at in [*((mark.role, seconds(mark.at)) for mark in marks if seconds(mark.at) <= now), ("now", now)]:
        if state == "running":
            step = walk(calendar, since, at)
            if quota is not None and broken == NEVER and shown + step > quota:
                broken = first_second(lambda t, s=since, b=shown: used_up(calendar, s, t, quota - b), since, at)
            shown += step
        then = MOVES.get((state, role), state)
        if role == "now" or (then == state and (state, role) not in MOVES):
            since = at if state == "running" else since
            continue
        if then == "waiting" or role == "again":
            shown, broken = 0, NEVER
        state, since = then, at
        ended = at if then in ("ended", "cancelled") else None
    if promise.until is not None:
        began = any(MOVES.get(("waiting", mark.role)) and seconds(mark.at) <= now for mark in marks)
        over = (ended or now) > seconds(promise.until)
        broken = seconds(promise.until) if began and state != "waiting" and over else NEVER
    return shown, broken


def used_up(calendar, since, until, quota):
    """A quota is used up when it has passed; none is used up by the first open second."""
    return walk(calendar, since, until) >= quota if quota else walk(calendar, since, until + 1) > 0


def first_second(true, low, high):
    """The first t in [low, high] at which `true` holds, which it does from then on."""
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if true(middle) else (middle + 1, high)
    return low


def centres(zone):
    return [int(datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone)).timestamp()) for day in ODD[zone]]


def moments(zone, days=9):
    return st.builds(
        lambda centre, away: centre + away,
        st.sampled_from(centres(zone)),
        st.integers(-days * 86_400, days * 86_400),
    )


def time_of(quarter):
    return f"{quarter // 4:02}:{quarter % 4 * 15:02}"


@st.composite
def day_hours(draw, nights=False):
    edges = sorted(draw(st.lists(st.integers(0, 96), min_size=0, max_size=4, unique=True)))
    if len(edges) % 2:
        edges.pop()
    return [(time_of(a), time_of(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


@st.composite
def calendars(draw, zone):
    week = {day: draw(day_hours()) for day in range(7)}
    if draw(st.booleans()):
        week[4], week[5] = [("20:00", "05:30")], [("06:00", "10:00")]
    if not any(week.values()):
        week[1] = [("09:00", "17:30")]
    days = [date.fromisoformat(day) + timedelta(days=away) for day in ODD[zone] for away in (-2, 0, 1)]
    exceptions = {day: draw(day_hours()) for day in draw(st.lists(st.sampled_from(days), max_size=3))}
    return Calendar(week, zone, exceptions)

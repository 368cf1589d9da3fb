"""After the result: confirmed, closed, reopened, called back, rated; and what impatient customers do before."""

from datetime import date
from functools import lru_cache

from .almanac import local_day, service_hours
from .courses import again
from .mishaps import reason
from .promises import broken
from .telling import CUSTOMER, HOUR, MINUTE, SYSTEM, Telling

REOPENED, CONFIRMED = 0.064, 0.62
CALLED_BACK = {"repair": 0.86, "installation": 0.9, "return": 0.45, "consultation": 0.12}
ANSWERED = 0.372  # questionnaires
CHASED = (0.022, 0.15)  # in time, late
COMPLAINED = (0.016, 0.075)


def finish(t: Telling) -> None:
    late = broken(t)
    _impatience(t, late)
    if t.luck.chance(REOPENED):
        _reopen(t)
    _confirm(t)
    _close(t, late)
    called = _call_back(t)
    _rate(t, late, called)


def _impatience(t: Telling, late: list[str]) -> None:
    """Chasing happens while it is open, complaining until a while after."""
    resolved = t.at
    if t.luck.chance(CHASED[bool(late)]) and resolved - t.request.at > 2 * HOUR:
        for _ in range(1 + t.luck.chance(0.25)):
            at = t.request.at + int((resolved - t.request.at) * t.luck.between(0.4, 0.97))
            t.log("chased", CUSTOMER, at=at, channel="phone", note=t.note("chased"))
    if t.luck.chance(COMPLAINED[bool(late)]):
        about, words = t.luck.pick(t.speech.lists["complained"][: 2 if late else None])
        at = resolved + int((resolved - t.request.at + HOUR) * t.luck.between(-0.3, 0.2))
        t.log("complained", CUSTOMER, at=max(at, t.request.at + 30 * MINUTE), target="service", about=about, note=words)


def _reopen(t: Telling) -> None:
    at = t.at + int(t.luck.skewed(22 * HOUR, 0.9)) + 30 * MINUTE
    closed = _closing(t)
    if closed < at:
        t.log("closed", SYSTEM, at=closed, auto=True)
    t.at = at
    t.log("reopened", CUSTOMER, note=t.note("reopened"))
    again(t)


def _confirm(t: Telling) -> None:
    if t.luck.chance(CONFIRMED):
        t.elapse(t.luck.skewed(2.5 * HOUR, 1.0))
        t.log("confirmed", CUSTOMER, note=t.note("confirmed"))


def _closing(t: Telling) -> int:
    return service_hours().due_s(t.at, int(min(t.luck.skewed(9 * HOUR, 0.6), 56 * HOUR)))


def _close(t: Telling, late: list[str]) -> None:
    """No broken promise is closed without a reason (D14)."""
    resolved = t.at
    t.at = _closing(t)
    if late:
        waited = t.when("parts_requested") is not None
        code = reason(t.luck, t.mishap, waited, late)
        t.log("closed", t.owner, late_reason=code, late=late)
        t.fields["late_reason"] = t.speech.lists["late_reasons"][code]
    else:
        t.log("closed", t.owner if t.luck.chance(0.6) else SYSTEM)
    t.fields["done"] = resolved


def _call_back(t: Telling) -> int | None:
    """By dedicated people on working days three to five; some call too early, some too late."""
    resolved = int(t.fields.pop("done"))
    if not t.luck.chance(CALLED_BACK[t.request.fault.service_type]):
        return None
    early, late = t.luck.chance(0.03), t.luck.chance(0.05)
    first, last = (1, 2) if early else (6, 8) if late else (3, 5)
    opens, closes = _window(local_day(resolved), first, last)
    at = service_hours().due_s(opens, int(service_hours().elapsed_s(opens, closes) * t.luck.between(0.02, 0.98)))
    at = max(at, resolved + HOUR)
    caller = t.roster.caller_back()
    solved = not t.luck.chance(0.03)
    words = t.speech.lists["callback"]
    t.log("called_back", caller, at=at, solved=solved, note=t.luck.pick(words[:3]) if solved else words[3])
    return at


@lru_cache(maxsize=4096)
def _window(day: date, first: int, last: int) -> tuple[int, int]:
    hours = service_hours()
    return int(hours.opening(day, first).timestamp()), int(hours.closing(day, last).timestamp())


def _rate(t: Telling, late: list[str], called: int | None) -> None:
    if not t.luck.chance(ANSWERED):
        return
    reopened = t.when("reopened") is not None
    score = round(t.luck.bell(9.15 - 1.3 * len(late) - 1.6 * reopened, 1.0))
    score = min(max(score, 1), 10)
    words = "good" if score >= 9 else "fair" if score >= 7 else "bad"
    at = called + 90 if called else t.at + int(t.luck.skewed(7 * HOUR, 0.9))
    t.log("rated", CUSTOMER, at=at, score=score, score_max=10, note=t.note(words))

"""Versions in their order: which one holds, which are to come, which is still a draft."""

from datetime import date, datetime
from typing import NamedTuple

from .models import Calendar, CalendarVersion, PolicyVersion

Version = PolicyVersion | CalendarVersion


class Numbered(NamedTuple):
    """A version by its number, counted from the first. `standing`: draft, coming, in-force, past."""

    number: int
    standing: str
    version: Version
    until: datetime | None = None


def policies(now: datetime) -> list[Numbered]:
    """The policies, the newest first; a draft before all."""
    return _numbered(list(PolicyVersion.objects.select_related("published_by")), now)


def calendars(calendar: Calendar, now: datetime) -> list[Numbered]:
    """The versions of a calendar, the newest first; a draft before all."""
    return _numbered(list(calendar.versions.select_related("published_by", "calendar")), now)


def calendar_names() -> dict[str, str]:
    """The names people gave their calendars, by code."""
    return dict(Calendar.objects.exclude(name="").values_list("code", "name"))


def in_force(versions: list[Numbered]) -> Numbered | None:
    """What holds now; else the first to come."""
    holding = next((each for each in versions if each.standing == "in-force"), None)
    return holding or next((each for each in reversed(versions) if each.standing == "coming"), None)


def draft(versions: list[Numbered]) -> Numbered | None:
    return next((each for each in versions if each.standing == "draft"), None)


def latest(versions: list[Numbered]) -> Numbered | None:
    """What a draft was copied from: the published version that takes effect last."""
    return next((each for each in versions if each.standing != "draft"), None)


def _numbered(versions: list[Version], now: datetime) -> list[Numbered]:
    published = sorted((each for each in versions if each.published_at), key=lambda each: each.effective_at)
    drafts = [each for each in versions if not each.published_at]
    ends = [each.effective_at for each in published[1:]] + [None]
    dated = [
        Numbered(number, _standing(version.effective_at, until, now), version, until)
        for number, (version, until) in enumerate(zip(published, ends, strict=False), start=1)
    ]
    written = [Numbered(len(dated) + 1, "draft", each) for each in drafts]
    return [*written, *reversed(dated)]


def _standing(since: datetime, until: datetime | None, now: datetime) -> str:
    if since > now:
        return "coming"
    return "past" if until and until <= now else "in-force"


def missing_year(version: CalendarVersion, today: date) -> int | None:
    """The year whose holidays should be known by now and are not: from 1 November on, the next one."""
    year = today.year + (today.month >= 11)
    known = version.covered_until
    return year if known and known < date(year, 12, 31) else None

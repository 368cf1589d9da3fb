"""Which roster is looked at: whose, from which day on, and in which zone and calendar its days are told."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import Http404, QueryDict
from django.utils import timezone

from jishi.clocks.book import book
from jishi.core.calendar import Calendar
from jishi.core.refused import Refused
from jishi.core.zones import seconds
from jishi.directory import groups
from jishi.directory.groups import Group
from jishi.directory.models import Person

from .. import written

ONE = timedelta(days=1)
YEARS = range(2000, 2100)


def group(person: Person, said: QueryDict) -> Group | None:
    """The one asked for, else one's own, else the first; any other than those one may see does not exist."""
    for kind, rows in (("team", groups.teams(person)), ("point", groups.points(person))):
        if wanted := said.get(kind, ""):
            row = rows.filter(pk=wanted).first() if wanted.isdecimal() and len(wanted) < 18 else None
            if row is None:
                raise Http404
            return Group(kind, row)
    return _own(person)


def needed(person: Person, said: QueryDict) -> Group:
    found = group(person, said)
    if found is None:
        raise Http404
    return found


def choices(person: Person) -> dict[str, Any]:
    """Whose roster one may look at."""
    return {"teams": groups.teams(person), "points": groups.points(person)}


def today(now: datetime) -> date:
    return timezone.localtime(now).date()


def monday(said: QueryDict, now: datetime) -> date:
    """The Monday of the week asked for, else of this one."""
    day = asked_day(said.get("week", ""), now)
    return day - day.weekday() * ONE


def asked_day(text: str, now: datetime) -> date:
    day = written.day(text, "day") if text else today(now)
    if day.year not in YEARS:
        raise Refused("bad-value", field="day", value=text[:20])
    return day


def calendar(code: str, now: datetime) -> Calendar | None:
    """The hours gaps are told against; None where no such calendar was published."""
    published = book()
    return published.calendar(code, seconds(now)).calendar if code in published.calendars else None


def zone() -> str:
    return settings.TIME_ZONE


def _own(person: Person) -> Group | None:
    own = groups.teams(person).filter(pk=person.team_id).first()
    if own:
        return Group("team", own)
    point = groups.points(person).filter(pk=person.point_id).first() or groups.points(person).first()
    team = groups.teams(person).first()
    if team and not person.point_id:
        return Group("team", team)
    return Group("point", point) if point else None

"""Calendars: a year at a glance, how far it is known, a draft to work on, and what working time lies between."""

from datetime import date, datetime

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jishi.clocks import drafting_days, versions
from jishi.clocks.models import Calendar, CalendarVersion
from jishi.clocks.versions import Numbered
from jishi.core import calendar as core
from jishi.core.holidays import china
from jishi.core.refused import Refused
from jishi.words.days import weekday_letter

from . import forms, working, year
from .doors import needs
from .midnight import next_midnight
from .roster.proposing import proposal

YEARS = range(2000, 2100)


@needs("promises")
@require_http_methods(["GET", "POST"])
def calendar(request: HttpRequest, code: str = "") -> HttpResponse:
    """The calendar of that code, else the first; sent without one, a new calendar is drafted."""
    if request.method == "POST":
        return _add(request)
    return render(request, "calendars/show.html", context(request, code, timezone.now()))


@needs("promises")
@require_GET
def worked(request: HttpRequest, code: str) -> HttpResponse:
    """The working time between two moments, explained; or the moment at which an amount of it has passed."""
    now = timezone.now()
    _, shown = _shown(request, get_object_or_404(Calendar, code=code), now)
    try:
        found = working.worked(working.compiled(shown.version), request.GET, now)
    except Refused as refused:
        return render(request, "calendars/_worked.html", {"refused": refused}, status=422)
    return render(request, "calendars/_worked.html", {"worked": found})


@needs("publish")
@require_POST
def draft(request: HttpRequest, code: str) -> HttpResponse:
    return to_version(drafting_days.open_calendar(get_object_or_404(Calendar, code=code)), request)


@needs("publish")
@require_POST
def discard(request: HttpRequest, version: int) -> HttpResponse:
    drafting_days.discard(found(version))
    return redirect("calendar")


@needs("publish")
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, version: int) -> HttpResponse:
    """What would change and from when; sent, it is published."""
    now, drafted = timezone.now(), found(version)
    asked = request.POST.get("effective_at") or request.GET.get("effective_at", "")
    effective_at = forms.moment(asked) if asked else next_midnight(now)
    if request.method == "POST":
        drafting_days.publish_days_from_now(drafted, request.user, effective_at, now)
        return redirect("calendar", drafted.calendar.code)
    listed = versions.calendars(drafted.calendar, now)
    before = versions.latest(listed)
    told = {
        "own": versions.calendar_names(),
        "here": "calendar",
        "version": next(each for each in listed if each.version.pk == drafted.pk),
    }
    told |= {"before": before, "effective_at": timezone.localtime(effective_at), "past": effective_at < now}
    return render(request, "calendars/publish.html", told | differing(before, drafted))


def to_version(version: CalendarVersion, request: HttpRequest, **more: object) -> HttpResponse:
    """To the page of this version, in the year looked at."""
    response = redirect("calendar", version.calendar.code)
    said = {"version": version.pk, "year": request.POST.get("year", ""), **more}
    response["Location"] += "?" + "&".join(f"{name}={value}" for name, value in said.items() if str(value).isdecimal())
    return response


def found(version: int) -> CalendarVersion:
    return get_object_or_404(CalendarVersion.objects.select_related("calendar"), pk=version)


def differing(before: Numbered | None, drafted: CalendarVersion) -> dict[str, object]:
    """What a draft says otherwise than the version before."""
    if before is None:
        return {"was": None, "day_changes": [], "differs": True}
    was = before.version
    prefetch_related_objects([was, drafted], "days")
    return {
        "was": was,
        "day_changes": list(drafting_days.day_changes(was, drafted)),
        "week_changes": working.changes(was.week, drafted.week),
        "differs": drafting_days.differs(was, drafted),
    }


def context(request: HttpRequest, code: str, now: datetime) -> dict[str, object]:
    calendars = list(Calendar.objects.order_by("pk"))
    chosen = next((each for each in calendars if each.code == code or not code), None)
    told = {
        "own": versions.calendar_names(),
        "calendars": calendars,
        "may_publish": request.user.may("publish"),
        "calendar": chosen,
    }
    if chosen is None:
        if code:
            raise Http404
        return told
    listed, shown = _shown(request, chosen, now)
    drafted, compiled = shown.standing == "draft", working.compiled(shown.version)
    differs = differing(versions.latest(listed), shown.version) if drafted else {"day_changes": []}
    changed = {change.date for change in differs["day_changes"]}
    told |= differs | _among(listed, shown, now) | _hours(compiled, now)
    return told | {
        **_year(request.GET.get("year", ""), compiled, changed, now),
        "editing": drafted and told["may_publish"],
        "filled": _whole(request.GET.get("filled", "")),
        "proposed": proposal(chosen.code, now),
    }


def _among(listed: list[Numbered], shown: Numbered, now: datetime) -> dict[str, object]:
    """The version shown among the others."""
    return {
        "versions": listed,
        "version": shown,
        "before": versions.latest(listed),
        "drafted": versions.draft(listed),
        "holding": versions.in_force(listed),
        "missing": versions.missing_year(shown.version, timezone.localtime(now).date()),
        "shipped": china(),
    }


def _year(asked: str, compiled: core.Calendar, changed: set[date], now: datetime) -> dict[str, object]:
    """The year asked for, or this one, month by month."""
    today = timezone.localtime(now).date()
    number = int(asked[:5]) if asked.isdecimal() and int(asked[:5]) in YEARS else today.year
    months = year.months(compiled, number, today, changed)
    return {
        "months": months,
        "working": sum(month.working for month in months),
        "year": number,
        "around": (number - 1, number + 1),
        "letters": [weekday_letter(day) for day in range(7)],
    }


def _hours(compiled: core.Calendar, now: datetime) -> dict[str, object]:
    """The usual week, and a span and a quota worked out by it."""
    week, usual = working.week(compiled), working.usual(compiled, now)
    return {
        "compiled": compiled,
        "week": week,
        "week_groups": working.groups(week),
        "asked": usual,
        "worked": working.worked(compiled, usual, now),
        "now": timezone.localtime(now),
    }


def _add(request: HttpRequest) -> HttpResponse:
    if not request.user.may("publish"):
        raise Refused("not-allowed", right="publish")
    name = request.POST.get("name", "").strip()[:80]
    code = slugify(request.POST.get("code", ""))[:40]
    if not name or not code:
        raise Refused("field-missing", field="name" if not name else "code")
    return to_version(drafting_days.add_calendar(code, name), request)


def _whole(text: str) -> int | None:
    return int(text[:9]) if text.isdecimal() else None


def _shown(request: HttpRequest, chosen: Calendar, now: datetime) -> tuple[list[Numbered], Numbered]:
    """All versions of a calendar, and the one asked for. Refuses one that does not exist ("bad-value")."""
    listed, asked = versions.calendars(chosen, now), request.GET.get("version", "")
    if not listed:
        raise Http404
    if not asked:
        return listed, versions.in_force(listed) or listed[0]
    shown = next((each for each in listed if str(each.version.pk) == asked), None)
    if shown is None:
        raise Refused("bad-value", field="version", value=asked[:20])
    return listed, shown

"""The days of a calendar's draft, and the days that complete a version."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from jishi.clocks import drafting_days
from jishi.clocks.book import compile_calendar
from jishi.clocks.models import CalendarVersion
from jishi.core.holidays import Holidays, china
from jishi.core.refused import Refused
from jishi.intake.holidays import LARGEST, read

from . import calendars, written, year
from .doors import needs

PLANS = ("week", "holiday", "make-up", "own")


@needs("publish")
@require_POST
def week(request: HttpRequest, version: int) -> HttpResponse:
    """Hours of the week, zone and how far the days are known, as the form says them."""
    draft = calendars.found(version)
    hours = {str(day): written.hours(request.POST.get(f"hours-{day}", "")) for day in range(7)}
    until = request.POST.get("covered_until", "")
    covered = written.day(until, "covered_until") if until else None
    drafting_days.amend_week(draft, hours, request.POST.get("zone", "").strip(), covered)
    return calendars.to_version(draft, request)


@needs("publish")
@require_http_methods(["GET", "POST"])
def days(request: HttpRequest, version: int) -> HttpResponse:
    """The form of a day; sent, it and those after it up to `until` are as it says."""
    draft = calendars.found(version)
    if request.method == "GET":
        return _form(request, draft)
    said = request.POST
    since = written.day(said.get("since", ""), "since")
    until = written.day(said.get("until") or said.get("since", ""), "until")
    drafting_days.amend_days(draft, since, until, _hours(said, draft), said.get("name", "").strip(), str(request.user))
    return calendars.to_version(draft, request)


@needs("publish")
@require_POST
def holidays(request: HttpRequest, version: int) -> HttpResponse:
    """A list of holidays, from a file or as shipped: into a draft; of a published version, the days beyond it."""
    told = calendars.found(version)
    known = _read(request.FILES["file"]) if "file" in request.FILES else _shipped(request.POST)
    if told.published_at is None:
        drafting_days.take_holidays(told, known)
        return calendars.to_version(told, request)
    anew = drafting_days.complete(told, known, timezone.now())
    return calendars.to_version(told, request, filled=anew)


def _form(request: HttpRequest, draft: CalendarVersion) -> HttpResponse:
    compiled, at = compile_calendar(draft), written.day(request.GET.get("day", ""), "day")
    kind = year.kind(compiled, at)
    plan = {"open": "week", "day-off": "week", "special": "own"}.get(kind, kind)
    told = {"draft": draft, "day": at, "kind": kind, "plan": plan, "plans": PLANS, "year": at.year}
    told |= {"name": compiled.names.get(at, ""), "hours": year.written(compiled, at) or _monday(draft)}
    return render(request, "calendars/_day_form.html", told)


def _hours(said: QueryDict, draft: CalendarVersion) -> list | None:
    plan = said.get("plan")
    if plan not in PLANS:
        raise Refused("bad-value", field="plan", value=str(plan)[:20])
    if plan == "own":
        return written.hours(said.get("hours", ""))
    return {"week": None, "holiday": [], "make-up": _monday(draft)}[plan]


def _monday(draft: CalendarVersion) -> list:
    """The hours of the first day of the week that has some."""
    return next((hours for _, hours in sorted(draft.week.items()) if hours), [])


def _shipped(said: QueryDict) -> Holidays:
    if said.get("list") != "china":
        raise Refused("field-missing", field="file")
    return china()


def _read(file: UploadedFile) -> Holidays:
    """A list of holidays somebody sent; the name of the file is its source."""
    name = Path(file.name or "").name
    if file.size is None or file.size > LARGEST:
        raise Refused("holidays-unreadable", source=name)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"list{Path(name).suffix[:8].lower()}"
        path.write_bytes(file.read())
        try:
            return replace(read(path), source=name)
        except Refused as refused:
            raise Refused(refused.code, **refused.facts | {"source": name}) from refused

"""The roster of a month, to be printed and hung up."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jishi.directory.models import Shift

from ..doors import staff
from . import place
from .table import table


@staff
@require_GET
def month(request: HttpRequest) -> HttpResponse:
    """People and days of a month, with the hours, nights and holidays each has."""
    now = timezone.now()
    group = place.group(request.user, request.GET)
    first = first_day(request.GET, now)
    days = length(first)
    told = {"group": group, "first": first, "monday": first, "now": now}
    if group:
        shown = table(group, first, days, place.today(now), place.calendar("service", now))
        around = {"before": first - timedelta(days=1), "after": first + timedelta(days=days)}
        told |= {"table": shown, "shifts": Shift.objects.filter(active=True)} | around | place.choices(request.user)
    return render(request, "roster/month.html", told)


def first_day(said: QueryDict, now: datetime) -> date:
    return place.asked_day(said.get("week", ""), now).replace(day=1)


def length(first: date) -> int:
    return monthrange(first.year, first.month)[1]

"""What is promised: the version in force to read, a draft to work on, a ticket to try it with."""

from collections.abc import Mapping
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jishi.clocks import drafting, versions
from jishi.clocks.book import book, compile_policy
from jishi.clocks.conflicts import conflicts
from jishi.clocks.models import PolicyVersion
from jishi.clocks.versions import Numbered
from jishi.core.calendar import Calendar
from jishi.core.matrix import changes
from jishi.core.refused import Refused
from jishi.core.zones import seconds

from . import forms, matrix, tried
from .doors import needs
from .midnight import next_midnight


@needs("promises")
@require_GET
def policy(request: HttpRequest) -> HttpResponse:
    """The version asked for; the one in force, if none is."""
    return render(request, "policies/show.html", context(request, timezone.now()))


@needs("promises")
@require_GET
def try_ticket(request: HttpRequest) -> HttpResponse:
    """Which rows hold for a ticket like this, and why not the others."""
    _, shown = _shown(request, timezone.now())
    if shown is None:
        raise Http404
    told = {"tried": tried.tried(shown.version, request.GET), "own": versions.calendar_names()}
    return render(request, "policies/_tried.html", told)


@needs("publish")
@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    return to_version(drafting.open_policy())


@needs("publish")
@require_POST
def discard(request: HttpRequest, version: int) -> HttpResponse:
    drafting.discard(found(version))
    return redirect("policy")


@needs("publish")
@require_http_methods(["GET", "POST"])
def publish(request: HttpRequest, version: int) -> HttpResponse:
    """What would change and from when; sent, it is published."""
    now, drafted = timezone.now(), found(version)
    asked = request.POST.get("effective_at") or request.GET.get("effective_at", "")
    effective_at = forms.moment(asked) if asked else next_midnight(now)
    if request.method == "POST":
        drafting.publish_from_now(drafted, request.user, effective_at, now)
        return redirect("policy")
    listed = versions.policies(now)
    rules, before = compile_policy(drafted).rules, drafting.published_rules()
    return render(
        request,
        "policies/publish.html",
        {
            "here": "policy",
            "version": next(each for each in listed if each.version.pk == drafted.pk),
            "before": versions.latest(listed),
            "effective_at": timezone.localtime(effective_at),
            "past": effective_at < now,
            "changes": said(changes(before, rules)),
            "conflicts": conflicts(rules, calendars(now)),
            "own": versions.calendar_names(),
        },
    )


def to_version(version: PolicyVersion) -> HttpResponse:
    response = redirect("policy")
    response["Location"] += f"?version={version.pk}"
    return response


def found(version: int) -> PolicyVersion:
    drafted = PolicyVersion.objects.filter(pk=version).first()
    if drafted is None:
        raise Http404
    return drafted


def context(request: HttpRequest, now: datetime) -> dict[str, object]:
    """What the page and each of its pieces are fed with."""
    listed, shown = _shown(request, now)
    if shown is None:
        return {"version": None, "versions": [], "may_publish": request.user.may("publish")}
    drafted = shown.standing == "draft"
    before = drafting.published_rules() if drafted else None
    rows = matrix.rows(list(shown.version.rows.all()), before)
    rules, codes = [row.rule for row in rows], calendars(now)
    return {
        "version": shown,
        "versions": listed,
        "before": versions.latest(listed),
        "drafted": versions.draft(listed),
        "holding": versions.in_force(listed),
        "editing": drafted and request.user.may("publish"),
        "may_publish": request.user.may("publish"),
        "sheets": matrix.sheets(rows),
        "rows": rows,
        "changes": said(changes(before, rules)) if before is not None else [],
        "conflicts": conflicts(rules, codes),
        "never": [row for row in rows if row.takers],
        "options": tried.options(rules),
        "tried": tried.tried(shown.version, request.GET),
        "own": versions.calendar_names(),
    }


def said(found: list) -> list[tuple]:
    """Changes with whom they are for in words."""
    names = matrix.type_names()
    return [(each, matrix.audience(each.now or each.was, names)) for each in found]


def calendars(now: datetime) -> Mapping[str, Calendar]:
    """Those in force now, by code."""
    current = book()
    return {code: current.calendar(code, seconds(now)).calendar for code in current.calendars}


def _shown(request: HttpRequest, now: datetime) -> tuple[list[Numbered], Numbered | None]:
    """All versions, and the one asked for. Refuses one that does not exist ("bad-value")."""
    listed, asked = versions.policies(now), request.GET.get("version", "")
    if not asked:
        return listed, versions.in_force(listed) or versions.draft(listed)
    shown = next((each for each in listed if str(each.version.pk) == asked), None)
    if shown is None:
        raise Refused("bad-value", field="version", value=asked[:20])
    return listed, shown

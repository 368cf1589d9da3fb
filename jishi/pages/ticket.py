"""One ticket: what happened on the left, how its clocks stand on the right, what can be done on top."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jishi.clocks.reading import Read, readings
from jishi.directory import lists
from jishi.directory.access import write
from jishi.directory.eyes import eyes
from jishi.directory.models import Person
from jishi.tickets.correcting import correct as correct_entry
from jishi.tickets.entry import Entry
from jishi.tickets.models import Ticket
from jishi.tickets.once import once
from jishi.tickets.own_fields import own_fields
from jishi.tickets.queries import SHOWN, visible

from . import clocks, forms, verbs
from .doors import demand, staff
from .doubted import doubted
from .goodwill.given import given, own
from .pool.held import held
from .related import related
from .rows import next_due
from .story import Day, attempts, story
from .talk.composer import composer

ORDER = ("late", "running", "paused", "broken", "early", "met", "ended", "cancelled")
STEPS = (("visit_agreed", "rescheduled"), ("dispatched",), ("arrived",), ("left",))


@staff
@require_GET
def show(request: HttpRequest, number: str) -> HttpResponse:
    return _page(request, seen(request.user, number))


@staff
@require_POST
def unmask(request: HttpRequest, number: str) -> HttpResponse:
    """The ticket with its people's names and numbers as they are; that they were seen stays written down."""
    ticket = seen(request.user, number)
    demand(request.user, "unmask")
    write(request.user, "seen", "ticket", ticket.number, request.META.get("REMOTE_ADDR", ""))
    return _page(request, ticket, opened=True)


def _page(request: HttpRequest, ticket: Ticket, *, opened: bool = False) -> HttpResponse:
    now, sight = timezone.localtime(), eyes(request.user, opened)
    read = readings(ticket, now)
    days = story(ticket, [each.hold.calendar for each in read], sight)
    told = {line.line.event.kind for day in days for line in day.lines if not line.line.void}
    return render(
        request,
        "tickets/show.html",
        {
            "ticket": ticket,
            "eyes": sight,
            "may_unmask": request.user.may("unmask"),
            "now": now,
            "days": days,
            **shown(ticket, read, now),
            "verbs": verbs.arranged(ticket, request.user, told),
            "steps": steps(days),
            "held": held(ticket, read, now, sight),
            "goodwill": given(ticket, request.user),
            "doubted": doubted(ticket, request.user),
            "related": related(ticket, request.user),
            "may_link": request.user.may("link"),
            "own": [(field, ticket.extra.get(field.code)) for field in own_fields(ticket.service_type)],
            "compose": composer(ticket, request.user, attempts(days), "contacted" in told),
            "may_correct": request.user.may("correct"),
            "key": uuid4().hex,
        },
    )


@staff
@require_GET
def ticket_clocks(request: HttpRequest, number: str) -> HttpResponse:
    """The clocks alone, as they stand now."""
    ticket, now = seen(request.user, number), timezone.localtime()
    return render(request, "tickets/_clocks.html", {"ticket": ticket, **shown(ticket, readings(ticket, now), now)})


@staff
@require_http_methods(["GET", "POST"])
def verb(request: HttpRequest, number: str, code: str) -> HttpResponse:
    """The form of a verb; sent, the verb is done, once however often it arrives."""
    ticket, wanted = seen(request.user, number), verbs.BY_CODE.get(code)
    if wanted is None:
        raise Http404
    demand(request.user, wanted.needed)
    wanted = verbs.asking(wanted, ticket)
    if request.method == "GET":
        fields = forms.fields(wanted, request.user)
        context = {"ticket": ticket, "verb": wanted, "fields": fields, "key": uuid4().hex}
        context["own"] = own(ticket, request.user) if code == "grant" else []
        return render(request, "tickets/_verb.html", context)
    told = forms.read(wanted, request.POST, request.user)
    done_once(request, f"{number}/{code}", lambda: wanted.act(ticket, entry(request), **told).seq)
    return redirect("ticket", number)


@staff
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, number: str, place: int) -> HttpResponse:
    """An entry gets another moment, or is void; the reason is asked for."""
    ticket = seen(request.user, number)
    demand(request.user, "correct")
    if request.method == "GET":
        return render(request, "tickets/_correct.html", {"ticket": ticket, "place": place, "key": uuid4().hex})
    at = None if request.POST.get("void") else forms.moment(request.POST.get("at", ""))
    told = {"place": place, "at": at, "reason": request.POST.get("reason", "")}
    done_once(request, f"{number}/correct/{place}", lambda: correct_entry(ticket, Entry(request.user), **told).seq)
    return redirect("ticket", number)


def seen(person: Person, number: str) -> Ticket:
    """The ticket, if `person` may see it; any other does not exist for them."""
    related = [*SHOWN, "subcategory", "device", "contract", "point"]
    ticket = visible(person).select_related(*related).filter(number__iexact=number).first()
    if ticket is None:
        raise Http404
    return ticket


def shown(ticket: Ticket, read: Sequence[Read], now: datetime) -> dict[str, Any]:
    """What falls due next in full, then what moves, then what is over; apart, the clocks without a promise.

    `unqueued`: it came by telephone, and nobody knows how long the caller waited (D1).
    """
    first = next_due(read)
    ordered = sorted(read, key=lambda each: (each is not first, ORDER.index(each.reading.state)))
    named = reasons(read)
    drawn = [(_is_promised(each), _shown(each, now, "full" if each is first else "row", named)) for each in ordered]
    return {
        "clocks": [clock for promised, clock in drawn if promised],
        "others": [clock for promised, clock in drawn if not promised],
        "unqueued": ticket.channel == "phone" and all(each.name != "answer" for each in read),
    }


def reasons(read: Sequence[Read]) -> dict[str, str]:
    """The names of the pauses of these clocks, by code."""
    codes = {segment.reason for each in read for segment in each.reading.segments if segment.rule == "pause"}
    return {code: name for (of, code), name in lists.names(codes).items() if of == "pause"}


def _is_promised(each: Read) -> bool:
    promise = each.hold.promise
    return bool(promise.target or promise.until or promise.window) or each.reading.broken_at is not None


def _shown(each: Read, now: datetime, size: str, named: dict[str, str]) -> clocks.Shown:
    calendar = each.hold.rule.calendar if each.hold.rule else ""
    return clocks.show(each.name, each.reading, each.hold.promise, now, size=size, calendar=calendar, reasons=named)


def steps(days: list[Day]) -> list[tuple[str, datetime | None]]:
    """The four steps of a visit with the moment each was last taken; none, where no visit was ever spoken of."""
    at = {line.line.event.kind: line.line.at for day in days for line in day.lines if not line.line.void}
    taken = [(kinds[0], max((at[kind] for kind in kinds if kind in at), default=None)) for kinds in STEPS]
    return taken if any(moment for _, moment in taken) else []


def entry(request: HttpRequest) -> Entry:
    at = request.POST.get("at", "")
    note = next((said for name in forms.NOTED if (said := request.POST.get(name, "").strip())), "")
    return Entry(request.user, "desk", forms.moment(at) if at else None, note[:10_000])


def done_once(request: HttpRequest, endpoint: str, act) -> None:
    key = request.POST.get("key") or uuid4().hex
    body = {name: value for name, value in request.POST.items() if name not in ("csrfmiddlewaretoken", "tickets")}
    once(request.user, endpoint, key[:64], body, act)

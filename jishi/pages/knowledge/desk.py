"""Knowledge where the work is: suggested while a request is typed, beside a ticket, and used on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jishi.directory.models import Device
from jishi.knowledge import queries, search, using
from jishi.knowledge.models import Article
from jishi.tickets.models import Ticket

from ..doors import demand, staff
from ..ticket import seen
from .solved import SOLVED

LIKELY = 3  # articles shown beside a ticket by themselves
FOUND = 6  # articles shown beside a ticket when somebody searches there
NEAR = ("category", "subcategory", "product")


@staff
@require_http_methods(["GET", "POST"])
def suggest(request: HttpRequest) -> HttpResponse:
    """Articles that may help with what is being typed. Sent by POST, so that no log keeps a customer's words."""
    said = request.POST if request.method == "POST" else request.GET
    words = f"{said.get('title', '')} {said.get('description', '')}"
    near = {name: int(said[name]) for name in NEAR if said.get(name, "").isdecimal() and len(said[name]) < 18}
    if serial := said.get("serial", "").strip():
        device = Device.objects.filter(serial__iexact=serial).first()
        near |= {"product": device.product_id} if device and device.product_id else {}
    articles = search.suggest(queries.published(request.user), words, near)
    return render(request, "knowledge/_suggested.html", {"articles": articles})


@staff
@require_GET
def on_ticket(request: HttpRequest, number: str) -> HttpResponse:
    return _beside(request, seen(request.user, number))


@staff
@require_POST
def use(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """This article is used on this ticket, by somebody who works on it."""
    ticket = seen(request.user, number)
    demand(request.user, "diagnose")
    article = get_object_or_404(queries.readable(request.user).select_related("version"), pk=pk)
    using.use(ticket, article, request.user, timezone.now())
    return _beside(request, ticket)


def _beside(request: HttpRequest, ticket: Ticket) -> HttpResponse:
    """What was used on the ticket, and what else may help."""
    person, words = request.user, request.GET.get("q", "").strip()[:200]
    uses = [
        each
        for each in ticket.uses.select_related("article", "version", "by").order_by("at")
        if not person.is_outside or each.article.audience != "inside"
    ]
    used = {each.article_id for each in uses if each.cycle == ticket.reopens}
    context = {
        "ticket": ticket,
        "uses": uses,
        "articles": [article for article in _likely(request, ticket, words) if article.pk not in used],
        "words": words,
        "may_use": person.may("diagnose"),
        "may_write": person.may("write") and ticket.status in SOLVED,
        "written": queries.readable(person).filter(source=ticket).first(),
    }
    return render(request, "knowledge/_beside.html", context)


def _likely(request: HttpRequest, ticket: Ticket, words: str) -> list[Article]:
    articles = queries.published(request.user)
    if words:
        return search.found(articles.select_related("version"), words, FOUND)
    near = {name: getattr(ticket, f"{name}_id") for name in NEAR if getattr(ticket, f"{name}_id")}
    return search.suggest(articles, f"{ticket.title} {ticket.description}", near, LIKELY)

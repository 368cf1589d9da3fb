"""Writing an article: from nothing or from a solved ticket, edited as a draft, published, retired."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from jishi.core.refused import Refused
from jishi.directory.models import Category, Person, Product, ServiceType
from jishi.knowledge import writing
from jishi.knowledge.models import Article
from jishi.knowledge.models.articles import AUDIENCES
from jishi.knowledge.writing import Words
from jishi.tickets.once import once

from .. import forms
from ..doors import needs
from ..ticket import seen as seen_ticket
from .article import seen
from .solved import draft_of

ONE = {"category": Category.objects.filter(parent=None), "subcategory": Category.objects.exclude(parent=None)}
SEVERAL = {"products": Product.objects.all(), "service_types": ServiceType.objects.filter(active=True)}
MOST = 40  # products or service types of one article


@needs("write")
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A new article; with `?ticket=`, begun with what solved that ticket."""
    number = (request.GET if request.method == "GET" else request.POST).get("ticket", "")
    ticket = seen_ticket(request.user, number) if number else None
    if request.method == "GET":
        said = draft_of(ticket) if ticket else {}
        return _form(request, said | {"key": uuid4().hex, "ticket": number})

    def act() -> int:
        words, where = _told(request)
        return writing.write(request.user, timezone.now(), words, where, ticket).pk

    return _saved(request, "article-write", act)


@needs("write")
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft of an article; begun as a copy of what holds."""
    article = seen(request.user, pk)
    if request.method == "GET":
        return _form(request, _standing(article), article)

    def act() -> int:
        words, where = _told(request)
        return writing.edit(article, request.user, words, where, _saving(request)).article_id

    return _saved(request, f"article-edit/{pk}", act, article)


@needs("issue")
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    article = seen(request.user, pk)
    writing.publish(article, request.user, timezone.now(), request.POST.get("why", ""), _saving(request))
    return redirect("article", pk)


@needs("write")
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft is gone; a draft of somebody else's only for who may publish."""
    article = seen(request.user, pk)
    if article.owner_id != request.user.pk and not request.user.may("issue"):
        raise Refused("not-allowed", right="issue")
    writing.discard(article)
    return redirect("article", pk) if article.version_id else redirect("knowledge")


@needs("issue")
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    writing.retire(seen(request.user, pk))
    return redirect("article", pk)


@needs("issue")
@require_POST
def revive(request: HttpRequest, pk: int) -> HttpResponse:
    writing.revive(seen(request.user, pk), timezone.now())
    return redirect("article", pk)


@needs("issue")
@require_POST
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """It was looked at and holds as it is."""
    writing.review(seen(request.user, pk), (timezone.now() + writing.KEPT).date())
    return redirect("article", pk)


def _saved(request: HttpRequest, endpoint: str, act: Callable[[], int], article: Article | None = None) -> HttpResponse:
    """Done once however often it arrives; refused, the form is shown again as it was sent."""
    body = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
    try:
        return redirect("article", once(request.user, endpoint, request.POST.get("key", "")[:64], body, act))
    except Refused as refused:
        said = request.POST.dict() | {name: request.POST.getlist(name) for name in SEVERAL}
        return _form(request, said, article, refused)


def _told(request: HttpRequest) -> tuple[Words, dict[str, Any]]:
    said = request.POST
    audience = said.get("audience", "inside")
    if audience not in AUDIENCES:
        raise Refused("bad-value", field="audience", value=audience[:40])
    where: dict[str, Any] = {name: _one(name, rows, said.get(name, "")) for name, rows in ONE.items()}
    where |= {name: _several(name, rows, said.getlist(name)) for name, rows in SEVERAL.items()}
    where |= {"owner": _owner(request.user, said.get("owner", "")), "review_by": _day(said.get("review_by", ""))}
    if where["subcategory"]:
        where["category"] = where["subcategory"].parent
    return Words(said.get("title", "").strip(), said.get("body", "").strip(), audience), where


def _one(name: str, rows: Any, value: str) -> Any:
    found = _several(name, rows, [value] if value else [])
    return found[0] if found else None


def _several(name: str, rows: Any, values: list[str]) -> list[Any]:
    ids = {value for value in values if value.isdecimal() and len(value) < 18}
    found = list(rows.filter(pk__in=ids))
    if len(found) < len(set(values)) or len(values) > MOST:
        raise Refused("bad-value", field=name, value=", ".join(values)[:80])
    return found


def _owner(person: Person, value: str) -> Person | None:
    return next((other for other in writers(person) if str(other.pk) == value), None)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as bad:
        raise Refused("bad-value", field="review_by", value=value[:40]) from bad


def _saving(request: HttpRequest) -> int:
    value = request.POST.get("saved", "")
    return int(value) if value.isdecimal() and len(value) < 9 else 0


def writers(person: Person) -> list[Person]:
    """Who may own an article: those who write, oneself first."""
    others = forms.known_to(person).select_related("role").order_by("number")
    return sorted((one for one in others if one.may("write")), key=lambda other: other.pk != person.pk)


def _standing(article: Article) -> dict[str, Any]:
    """What the form begins with: the draft, or what holds."""
    draft = writing.draft(article)
    version = draft or article.version
    return {
        "key": uuid4().hex,
        "saved": draft.saved if draft else 0,
        "title": version.title,
        "body": version.body,
        "audience": version.audience,
        "category": str(article.category_id or ""),
        "subcategory": str(article.subcategory_id or ""),
        "owner": str(article.owner_id),
        "review_by": article.review_by.isoformat() if article.review_by else "",
        "products": [str(pk) for pk in article.products.values_list("pk", flat=True)],
        "service_types": [str(pk) for pk in article.service_types.values_list("pk", flat=True)],
    }


def _form(
    request: HttpRequest, said: dict[str, Any], article: Article | None = None, refused: Refused | None = None
) -> HttpResponse:
    tops = ONE["category"].prefetch_related("children").order_by("name")
    context = {
        "said": {"audience": "inside", "owner": str(request.user.pk)} | said,
        "article": article,
        "refused": refused,
        "tops": tops,
        "several": [(name, rows.order_by("pk"), said.get(name, [])) for name, rows in SEVERAL.items()],
        "audiences": AUDIENCES,
        "owners": writers(request.user),
    }
    return render(request, "knowledge/write.html", context, status=422 if refused else 200)

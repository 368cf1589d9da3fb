"""The list of articles: views, filters, search."""

import re
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jishi.directory.models import Person
from jishi.knowledge import queries, search, studying
from jishi.knowledge.models import Article
from jishi.tickets import paging

from .. import choices
from ..doors import staff

NUMBER = re.compile(r"k-?0*([1-9]\d{0,8})", re.IGNORECASE)
BEST = 50  # of what was found by words; who needs more says more
TOUCHED = paging.Order("touched_at", descending=True)
FILTERS = {"category": "category", "product": "products", "service_type": "service_types"}


@staff
@require_GET
def knowledge(request: HttpRequest) -> HttpResponse:
    """The list; htmx receives its rows alone. A number opens its article."""
    person, now, words = request.user, timezone.localtime(), request.GET.get("q", "").strip()[:200]
    if match := NUMBER.fullmatch(words):
        return redirect("article", int(match[1]))
    view = request.GET.get("view", "in_force")
    asked = {name: value for name in FILTERS if (value := request.GET.get(name))}
    page = _page(found(person, view, asked, now), words, request.GET)
    context = {"view": view, "words": words, "asked": asked, "page": page, "now": now}
    context |= {f"{way}_page": _query(view, words, asked, way, getattr(page, way)) for way in ("later", "earlier")}
    if request.headers.get("HX-Target") == "articles":
        return render(request, "knowledge/_articles.html", context)
    return render(request, "knowledge/list.html", context | _around(person, asked, now))


def found(person: Person, view: str, asked: dict[str, str], now: datetime) -> QuerySet[Article]:
    """The articles asked for, within what `person` may read, with their counts."""
    fields = queries.having({FILTERS[name]: value for name, value in asked.items()})
    seen = queries.readable(person).filter(queries.view(view, person, now)).filter(fields)
    shown = seen.select_related("category", "subcategory", "owner", "version").prefetch_related("products")
    return queries.counted(shown)


def _page(articles: QuerySet[Article], words: str, asked: dict) -> paging.Page:
    if words:
        return paging.Page(search.found(articles, words, BEST))
    return paging.page(articles, TOUCHED, asked.get("after", ""), asked.get("before", ""))


def _query(view: str, words: str, asked: dict[str, str], way: str, mark: str) -> str:
    side = {"later": "after", "earlier": "before"}[way]
    return f"?{urlencode({'view': view, 'q': words, **asked, side: mark})}" if mark else ""


def _around(person: Person, asked: dict[str, str], now: datetime) -> dict[str, object]:
    """Tabs with their counts, the choices of the filters, what is new to study."""
    seen = queries.readable(person)
    views = [name for name in queries.VIEWS if person.may("write") or name == "in_force"]
    return {
        "tabs": [(name, *paging.count(seen.filter(queries.view(name, person, now)))) for name in views],
        "filters": [(name, choices.options(name), asked.get(name, "")) for name in FILTERS],
        "new": studying.fresh(person, now).count(),
        "may_write": person.may("write"),
        "may_see_studies": person.may("studies"),
    }

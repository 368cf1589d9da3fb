"""One article: what it says, what it said before, how it helped, what it did not."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from jishi.core import markup, masking
from jishi.core.difference import difference
from jishi.directory.models import Person
from jishi.knowledge import queries, using
from jishi.knowledge.models import Article, Doubt, Version
from jishi.knowledge.writing import draft
from jishi.tickets.queries import visible

from ..doors import demand, staff

LATEST = 8  # uses named on the page


@staff
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The version that holds, or `?version=`; `?since=` shows what changed between the two."""
    person, now = request.user, timezone.localtime()
    article = seen(person, pk)
    versions = _versions(article, person)
    version = _chosen(versions, request.GET.get("version", "")) or article.version or versions[0]
    before = _chosen(versions, request.GET.get("since", ""))
    if version.published_at:
        using.read(version, person, now)
    return render(
        request,
        "knowledge/show.html",
        {
            "article": queries.counted(Article.objects.filter(pk=article.pk)).get(),
            "version": version,
            "versions": versions,
            "before": before,
            "blocks": markup.read(version.body),
            "changes": difference(f"{before.title}\n{before.body}", f"{version.title}\n{version.body}")
            if before
            else None,
            "draft": draft(article) if person.may("write") else None,
            "personal": _personal(version),
            "doubts": article.doubts.select_related("by", "version", "ticket").order_by("answered_at", "-at")[:LATEST],
            "now": now,
            "today": now.date(),
            **_used(article, person, now),
            **_may(article, person),
        },
    )


@staff
@require_POST
def doubt(request: HttpRequest, pk: int) -> HttpResponse:
    """It did not help: one word why, to its owner."""
    article = seen(request.user, pk)
    using.doubt(article, request.user, timezone.now(), request.POST.get("words", ""), _ticket(request))
    return redirect("article", pk)


@staff
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner, or who may publish, says what came of it."""
    said = get_object_or_404(Doubt, pk=pk, article__in=queries.readable(request.user))
    if said.article.owner_id != request.user.pk:
        demand(request.user, "issue")
    using.answer(said, timezone.now(), request.POST.get("words", ""))
    return redirect("article", said.article_id)


def seen(person: Person, pk: int) -> Article:
    """The article, if `person` may read it; any other does not exist for them."""
    related = ("category", "subcategory", "owner", "source", "version__by")
    return get_object_or_404(queries.readable(person).select_related(*related), pk=pk)


def _versions(article: Article, person: Person) -> list[Version]:
    """The newest first. Suppliers see the one that holds; drafts are seen by those who write."""
    versions = article.versions.select_related("by").order_by("-place")
    if person.is_outside:
        return [article.version]
    return list(versions if person.may("write") else versions.exclude(published_at=None))


def _chosen(versions: list[Version], place: str) -> Version | None:
    if not place:
        return None
    found = next((version for version in versions if str(version.place) == place), None)
    if found is None:
        raise Http404
    return found


def _personal(version: Version) -> list[str]:
    """Numbers of people that seem to have slipped into a draft."""
    return [] if version.published_at else [shown for *_, shown in masking.found(f"{version.title} {version.body}")]


def _used(article: Article, person: Person, now: datetime) -> dict[str, Any]:
    """The latest tickets it was used on, and the one it was written from, as far as the reader may see them."""
    mine = visible(person)
    uses = article.uses.filter(ticket__in=mine).select_related(
        "ticket__customer", "ticket__contact", "ticket__site", "by", "version"
    )
    source = mine.filter(pk=article.source_id).first() if article.source_id else None
    return {"uses": uses.order_by("-at")[:LATEST], "source": source}


def _may(article: Article, person: Person) -> dict[str, bool]:
    return {
        "may_write": person.may("write"),
        "may_issue": person.may("issue"),
        "may_answer": person.may("issue") or article.owner_id == person.pk,
    }


def _ticket(request: HttpRequest) -> Any:
    number = request.POST.get("ticket", "")
    return get_object_or_404(visible(request.user), number=number) if number else None

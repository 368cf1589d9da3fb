"""The lists people edit: one of them with its items, the others beside it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jishi.directory.models import Item
from jishi.directory.models.lists import LISTS

from ..doors import needs


@needs("lists")
@require_GET
def lists(request: HttpRequest, name: str = LISTS[0]) -> HttpResponse:
    """The list asked for, the first if none is; retired items stand last."""
    if name not in LISTS:
        raise Http404
    items = Item.objects.filter(list=name).order_by("-active", "position", "id")
    return render(request, "lists/show.html", {"here": "lists", "list": name, "lists": LISTS, "items": items})

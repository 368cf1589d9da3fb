"""What the frame needs on every page."""

from django.http import HttpRequest

from jishi.directory.company import company
from jishi.directory.eyes import CLOSED, eyes
from jishi.watch.notices import count

from . import rooms
from .preferences import THEMES


def frame(request: HttpRequest) -> dict[str, object]:
    """Context processor: the rooms open to the reader, the page and the room they are in, the light, the nonce."""
    person = getattr(request, "user", None)
    known = person is not None and person.is_authenticated
    theme = request.COOKIES.get("theme", "auto")
    return {
        "me": person if known else None,
        "eyes": eyes(person) if known else CLOSED,
        "unseen": (lambda: count(person)) if known else 0,
        "rooms": rooms.open_to(person) if known else [],
        "here": request.resolver_match.url_name if request.resolver_match else "",
        "lies_in": rooms.around(request.path),
        "theme": theme if theme in THEMES else "auto",
        "nonce": getattr(request, "nonce", ""),
        "company": company,
    }

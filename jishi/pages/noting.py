"""Entries of the access log that a page makes: by whom, from where."""

from django.http import HttpRequest

from jishi.directory.access import write


def note(request: HttpRequest, act: str, of: str = "", key: object = "", **facts: object) -> None:
    """`act` is one of directory/access.py; an export says `note(request, "exported", "tickets", rows=120)`."""
    person = request.user if request.user.is_authenticated else None
    write(person, act, of, key, address(request), **facts)


def address(request: HttpRequest) -> str:
    """Of the network; behind a proxy on this machine, the one it names."""
    return request.META.get("REMOTE_ADDR", "")

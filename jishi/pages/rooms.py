"""The rooms of the desk, in the order of the rail. A room is here when it exists."""

from functools import cache
from typing import NamedTuple

from django.urls import reverse

from jishi.directory.models import Person


class Room(NamedTuple):
    """`code` is its name in words and the name of its address. `right` opens it ("" for all staff)."""

    code: str
    icon: str
    right: str
    group: int  # a line is drawn between groups
    docked: bool = False  # in the bar at the foot of a phone


ROOMS = (
    Room("board", "layout-dashboard", "board", 0, docked=True),
    Room("tickets", "inbox", "", 0, docked=True),
    Room("pool", "arrow-up-right", "escalate", 0),
    Room("offers", "user-check", "offers", 0),
    Room("notices", "bell-ringing", "", 0, docked=True),
    Room("knowledge", "book-2", "", 0, docked=True),
    Room("roster", "calendar-event", "", 0),
    Room("matters", "users", "coordinate", 0),
    Room("customers", "user", "customers", 1),
    Room("records", "clipboard", "records", 1),
    Room("replies", "forms", "replies", 1),
    Room("policy", "clock-check", "promises", 1),
    Room("calendar", "calendar", "promises", 1),
    Room("offer-rules", "robot", "publish", 1),
    Room("lists", "list-check", "lists", 1),
    Room("goodwill", "star", "goodwill", 1),
    Room("urgency", "flag", "publish", 1),
    Room("sheets", "file-import", "import", 1),
    Room("setting-up", "settings", "set_up", 9),
    Room("people", "users", "people", 9),
    Room("roles", "adjustments-horizontal", "roles", 9),
    Room("accesses", "history", "audit", 9),
)


def open_to(person: Person) -> list[Room]:
    return [room for room in ROOMS if not room.right or person.may(room.right)]


@cache
def addresses() -> dict[str, str]:
    """Room -> where it begins."""
    return {room.code: reverse(room.code) for room in ROOMS}


def around(path: str) -> str:
    """The room a page lies in, by its address; "" for none."""
    begun = [code for code, address in addresses().items() if path.startswith(address)]
    return max(begun, key=lambda code: len(addresses()[code]), default="")

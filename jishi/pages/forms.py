"""What a verb is told with: fields read from a form, by name."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from jishi.core.refused import Refused
from jishi.directory import lists
from jishi.directory.customers import welcome
from jishi.directory.models import Person, Team
from jishi.directory.staff import known
from jishi.tickets.models import Ticket
from jishi.tickets.queries import visible

from .verbs import Verb
from .written import LONGEST, YEARS

CHOICES = {
    "priority": ("P0", "P1", "P2", "P3"),
    "asked_by": ("customer", "us"),
    "link": ("duplicate", "follow_up", "followed_by", "same_cause"),
    "outcome": ("no-answer", "busy", "refused", "wrong-number", "voicemail"),
}
# (verb, field) or field -> the list it is chosen from
LISTED = {
    ("pause", "reason"): "pause",
    ("cancel", "reason"): "cancel",
    ("transfer", "reason"): "transfer",
    ("return", "reason"): "return",
    ("close", "reason"): "breach",
    ("explain", "reason"): "explain",
    "fault": "fault",
    "goodwill": "goodwill",
    "result": "result",
}
LONG = frozenset(["note", "diagnosis", "measure", "tried", "description"])
NOTED = ("note", "measure", "tried")  # words to the event itself; the first that was said counts
MOMENTS = frozenset(["until", "agreed", "at"])
PEOPLE = frozenset(["owner", "engineer"])


def fields(verb: Verb, person: Person) -> list[dict[str, Any]]:
    """The fields of a verb's form, its words and its moment last, each with its kind and options."""
    names = dict.fromkeys((*verb.must, *verb.may, *(() if {*NOTED} & {*verb.must} else ("note",)), "at"))
    return [field(name, verb, person) for name in names]


def field(name: str, verb: Verb, person: Person) -> dict[str, Any]:
    kind = "long" if name in LONG else "moment" if name in MOMENTS else "text"
    options = _options(name, verb, person)
    return {"name": name, "must": name in verb.must, "kind": "choice" if options else kind, "options": options}


def _options(name: str, verb: Verb, person: Person) -> list[tuple[str, str]]:
    """(value, words); codes have no words here, words.py knows them."""
    if name in PEOPLE:
        return [
            (str(other.pk), f"{other.name} · {other.number}{f' · {other.team}' if other.team else ''}")
            for other in colleagues(person)
        ]
    if name in ("team", "pool"):
        lines = Team.objects.filter(line__gt=1) if name == "pool" else Team.objects.all()
        return [(str(team.pk), team.name) for team in lines.order_by("pk")]
    if of := _list(verb, name):
        return [(item.code, str(item)) for item in lists.choices(of)]
    return [(code, "") for code in CHOICES.get(name, ())]


def colleagues(person: Person) -> list[Person]:
    """Oneself first, then one's team, then everybody who works on tickets."""
    others = known_to(person).select_related("team", "role").order_by("number")
    able = [other for other in others if other.may("resolve")]
    return sorted(able, key=lambda other: (other.pk != person.pk, other.team_id != person.team_id))


def known_to(person: Person) -> QuerySet[Person]:
    """Everybody who is here; those of a supplier know their own people only (D8)."""
    return known(person).filter(is_active=True)


def read(verb: Verb, said: Mapping[str, str], person: Person) -> dict[str, Any]:
    """The fields as the action takes them. Refuses what is missing ("field-missing") or ill-formed ("bad-value")."""
    told = {}
    for name in (*verb.must, *verb.may):
        value = said.get(name, "").strip()
        if not value and name in verb.must:
            raise Refused("field-missing", field=name)
        if value and name not in NOTED:
            told[name] = _value(name, value, person, _list(verb, name))
    return _gathered(told)


def _gathered(told: dict[str, Any]) -> dict[str, Any]:
    """The reason of each clock as one thing."""
    reasons = {name.removeprefix("reason."): code for name, code in told.items() if name.startswith("reason.")}
    rest = {name: value for name, value in told.items() if not name.startswith("reason.")}
    return rest | ({"reasons": reasons} if reasons else {})


def _list(verb: Verb, name: str) -> str:
    """The list a field is chosen from; "" for none."""
    return "breach" if name.startswith("reason.") else LISTED.get((verb.code, name)) or LISTED.get(name, "")


def _value(name: str, value: str, person: Person, of: str = "") -> Any:
    if of:
        return lists.chosen(of, value).code
    if name in MOMENTS:
        return moment(value)
    if name in PEOPLE:
        return _row(known_to(person), name, value)
    if name in ("team", "pool"):
        return _row(Team.objects.all(), name, value)
    if name == "customer":
        return welcome(value[:200])[0]
    if name in ("into", "to"):
        return _found(visible(person).filter(number__iexact=value).first(), name, value)
    if name in CHOICES and value not in CHOICES[name]:
        raise Refused("bad-value", field=name, value=value)
    return value[: 10_000 if name in LONG else 500]


def _row(rows: Any, name: str, value: str) -> Any:
    return _found(rows.filter(pk=value).first() if value.isdecimal() and len(value) < 18 else None, name, value)


def _found(row: Person | Team | Ticket | None, name: str, value: str) -> Any:
    if row is None:
        raise Refused("bad-value", field=name, value=value)
    return row


def moment(value: str) -> datetime:
    """A moment as a browser's field gives it, on the reader's wall. Refuses others ("bad-value")."""
    try:
        read = datetime.fromisoformat(value)
    except ValueError as bad:
        raise Refused("bad-value", field="at", value=value[:LONGEST]) from bad
    if read.year not in YEARS:
        raise Refused("bad-value", field="at", value=value[:LONGEST])
    return read if read.tzinfo else timezone.make_aware(read)

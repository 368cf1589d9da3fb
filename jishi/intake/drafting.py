"""A ticket as a source tells it becomes what the journal is to say: names as ids, words as notes."""

from collections.abc import Iterator
from dataclasses import replace

from jishi.core.history import Event
from jishi.core.history import Ticket as Told
from jishi.tickets.batch import Draft
from jishi.tickets.models import Ticket
from jishi.tickets.receiving import WORDS

from .register import Register

CODES = ["priority", "channel", "zone"]
NAMED = ["customer", "product", "service_type", "category", "department", "team", "pool", "owner", "supplier", "point"]
PROMISED = {"due_contact": "contact", "due_arrival": "arrival", "due_resolution": "resolution"}
PEOPLE = {"owner", "team", "pool", "department", "supplier", "point"}
LONGEST = 60  # of a code; longer ones are words and belong in the note
SPOKEN = {
    *(*CODES, *NAMED, *WORDS, *PROMISED, "subcategory", "serial", "site", "contract", "agreed", "visit"),
    *("status", "status_raw", "reopens", "transfers", "contacts", "chases", "contact", "phone", "customer_number"),
}


def names(ticket: Told) -> Iterator[tuple[str, str]]:
    """Every (kind, name) the ticket and its events speak of."""
    for kind in NAMED:
        yield kind, text(ticket.fields.get(kind))
    for event in ticket.events:
        yield "owner", event.by
        for kind, value in placed(event).items():
            yield kind, text(value)


def placed(event: Event) -> dict[str, object]:
    """The people and places an event names, each under its kind."""
    said = {kind: event.facts[kind] for kind in PEOPLE & event.facts.keys()}
    to = event.facts.get("to")
    if event.kind == "transferred" and to:
        return {"team": to} | said
    if event.kind in ("assigned", "dispatched") and to:
        return {"owner": to} | said
    return said


def draft(told: Told, register: Register, source: str) -> Draft:
    """A new ticket with its whole journal."""
    fields = told.fields
    words = {name: text(fields.get(name)) for name in WORDS}
    words["title"] = words["title"][:300]
    ticket = Ticket(source=source, external_id=told.id, extra=own(fields), **words)
    events = [entry(event, register) for event in told.events]
    received = next((i for i, event in enumerate(events) if event.kind == "received"), None)
    if received is not None:
        events[received].facts = opening(told, events, register) | events[received].facts
    notes = {i: said for i, event in enumerate(told.events) if (said := note(event))}
    if received is not None and received not in notes and words["description"]:
        notes[received] = words["description"]
    return Draft(ticket, events, notes)


def opening(told: Told, events: list[Event], register: Register) -> dict[str, object]:
    """What was known at receipt: things, codes, and the places no later event tells of."""
    fields = told.fields
    later = {name for event in events for name in event.facts if event.kind != "received"}
    facts: dict[str, object] = {code: text(fields.get(code)) for code in CODES}
    facts |= {kind: register.id(kind, text(fields.get(kind))) for kind in NAMED if kind not in later}
    facts |= _things(told, facts, register) | _promises(fields)
    changes = [event for event in told.events if event.kind == "reprioritised" and event.facts.get("from")]
    if changes:
        facts["priority"] = text(changes[0].facts["from"])
    return {name: value for name, value in facts.items() if value not in (None, "")}


def entry(event: Event, register: Register) -> Event:
    """The event with ids for names; words are left to its note."""
    facts = {name: value for name, value in event.facts.items() if _is_code(name, value)}
    for kind, value in placed(event).items():
        facts.pop("to", None)
        facts[kind] = register.id(kind, text(value))
    if event.kind == "reprioritised" and "to" in facts:
        facts["priority"] = facts["to"]
    return replace(event, by=str(register.id("owner", event.by) or ""), facts=facts)


def note(event: Event) -> str:
    """The words of an event."""
    words = [text(event.facts[name]) for name in ("customer", "note") if event.facts.get(name)]
    words += [text(v) for n, v in event.facts.items() if n not in ("customer", "note") and _is_long(v)]
    return "\n".join(words)


def own(fields: dict[str, object]) -> dict[str, object]:
    """What the house has no column for."""
    return {name: value for name, value in fields.items() if name not in SPOKEN and value not in (None, "")}


def _things(told: Told, facts: dict[str, object], register: Register) -> dict[str, object]:
    """What is known only together with something else: a sub-category with its category, a site with its customer."""
    fields, found = told.fields, {}
    if facts.get("category"):
        found["subcategory"] = register.id("subcategory", pair(facts["category"], fields.get("subcategory")))
    if facts.get("customer"):
        for kind in ("site", "contact"):
            found[kind] = register.id(kind, pair(facts["customer"], fields.get(kind)))
    found["device"] = register.id("device", text(fields.get("serial"), 80))
    return found | {"type": text(fields.get("service_type")), "level": text(fields.get("contract"))}


def _promises(fields: dict[str, object]) -> dict[str, object]:
    promised = {clock: fields[name] for name, clock in PROMISED.items() if fields.get(name) is not None}
    return {
        "promised": promised or None,
        "agreed": fields.get("visit") or fields.get("agreed"),
        "done_by": fields.get("agreed"),
    }


def pair(first: object, second: object) -> tuple[object, str] | None:
    return (first, text(second)) if text(second) else None


def text(value: object, longest: int = 10_000) -> str:
    return "" if value is None else str(value).strip()[:longest]


def _is_code(name: str, value: object) -> bool:
    return name not in ("note", "customer") and name not in PEOPLE and not _is_long(value)


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > LONGEST

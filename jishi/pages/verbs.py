"""What can be done to a ticket, from the desk: each verb with its right, its key and what it asks for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from jishi.clocks.breaches import broken
from jishi.core.lifecycle import allowed
from jishi.directory.models import Person
from jishi.tickets import actions, agreeing, granting, handing_over, linking, pausing
from jishi.tickets.claiming import claim, is_free, take_over
from jishi.tickets.completing import lacking
from jishi.tickets.models import Event, Ticket


@dataclass(frozen=True)
class Verb:
    """`kind` is the event it tells of; the lifecycle says when. `must` and `may`: the fields of its form."""

    code: str
    kind: str
    act: Callable[..., Event]
    icon: str
    key: str = ""
    must: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    right: str = ""
    talk: str = ""  # the tab of the composer that tells it better

    @property
    def needed(self) -> str:
        return self.right or self.code

    @property
    def asks(self) -> bool:
        """Whether it cannot be told by one press."""
        return bool(self.must)


ALL = (
    Verb("answer", "answered", actions.answer, "phone"),
    Verb("contact", "contacted", actions.contact, "send", "r", talk="reply"),
    Verb("attempt", "attempted", actions.attempt, "phone-off", must=("outcome",), talk="call"),
    Verb("claim", "assigned", claim, "hand-stop", "m"),
    Verb("accept", "accepted", take_over, "user-check", "t"),
    Verb("resume", "resumed", actions.resume, "player-play", "p"),
    Verb("start", "started", actions.start, "tool"),
    Verb("pause", "paused", pausing.pause, "player-pause", "p", ("reason",), ("until",)),
    Verb("agree", "granted", agreeing.agree, "checks", "y"),
    Verb("decline", "grant_declined", agreeing.decline, "x", "", ("note",), right="agree"),
    Verb("assign", "assigned", actions.assign, "user-plus", "a", ("owner",), ("reason",)),
    Verb("escalate", "escalated", actions.escalate, "arrow-up-right", "e", ("pool", "tried")),
    Verb("explain", "explained", actions.explain, "message-circle", "w", ("reason",), right="escalate"),
    Verb("return", "returned", actions.return_, "arrow-back-up", must=("reason",)),
    Verb("visit", "visit_agreed", actions.agree_visit, "calendar-event", "v", ("agreed", "asked_by"), right="visit"),
    Verb("reschedule", "rescheduled", actions.reschedule, "calendar-event", "", ("agreed", "asked_by"), ("reason",)),
    Verb("dispatch", "dispatched", actions.dispatch, "truck", "", ("engineer",)),
    Verb("arrive", "arrived", actions.arrive, "map-pin"),
    Verb("leave", "left", actions.leave, "arrow-right"),
    Verb("diagnose", "diagnosed", actions.diagnose, "stethoscope", "", ("note",), ("fault",)),
    Verb("grant", "granted", granting.grant, "star", "g", ("goodwill", "amount", "note"), right="goodwill"),
    Verb("resolve", "resolved", actions.resolve, "check", "d", (), ("result",)),
    Verb("confirm", "confirmed", actions.confirm, "checks"),
    Verb("close", "closed", actions.close, "lock", "l"),
    Verb("reopen", "reopened", actions.reopen, "refresh", "o", ("reason",)),
    Verb("chase", "chased", actions.chase, "bell-ringing", "", (), ()),
    Verb("reprioritise", "reprioritised", actions.reprioritise, "flag", "i", ("priority",), ("reason",)),
    Verb("transfer", "transferred", actions.transfer, "transfer", "", ("team", "reason")),
    Verb("cancel", "cancelled", actions.cancel, "ban", "", ("reason",)),
    Verb("merge", "merged", actions.merge, "arrow-merge", "", ("into",)),
    Verb("link", "linked", linking.link, "external-link", "", ("to", "link")),
    Verb("unlink", "unlinked", linking.unlink, "x", "", ("to",), right="link"),
)
URGENT = ("P0", "P1")
BY_CODE = {verb.code: verb for verb in ALL}

# What is most likely next, by the state of the ticket and what has happened: the one primary button.
NEXT = ("agree", "accept", "resume", "contact", "arrive", "resolve", "close")
SHOWN = 6  # verbs beside one another; the others stand behind “more”


def possible(ticket: Ticket, person: Person) -> list[Verb]:
    """What `person` may do to `ticket` now."""
    return [asking(verb, ticket) for verb in offered(ticket, person, *BY_CODE)]


def offered(ticket: Ticket, person: Person, *codes: str) -> list[Verb]:
    """Those of these verbs that `person` may tell of the ticket now; no question to the database."""
    kinds, verbs = allowed(ticket.status), (BY_CODE[code] for code in codes)
    return [verb for verb in verbs if verb.kind in kinds and person.may(verb.needed) and _fits(verb, ticket)]


def asking(verb: Verb, ticket: Ticket) -> Verb:
    """The verb as this ticket has it: with what is missing for it to be done, and why its promises were broken."""
    if verb.kind not in allowed(ticket.status):
        return verb
    if verb.code == "resolve":
        must = tuple(lacking(ticket))
        return replace(verb, must=must, may=tuple(name for name in verb.may if name not in must))
    if verb.code == "escalate":
        return replace(verb, must=("pool", *handing_over.lacking(ticket)))
    if verb.code == "close":
        return replace(verb, must=tuple(f"reason.{clock}" for clock in broken(ticket, timezone.now())))
    return verb


def arranged(ticket: Ticket, person: Person, told: set[str]) -> dict[str, Any]:
    """The verbs as the page shows them: one primary, some beside it, the rest behind “more”."""
    verbs = possible(ticket, person)
    primary = next((verb for code in NEXT for verb in verbs if verb.code == code and _is_next(verb, told)), None)
    others = [verb for verb in verbs if verb is not primary]
    rank = {code: place for place, code in enumerate(USUAL)}
    first = sorted(others, key=lambda verb: rank.get(verb.code, len(rank)))[: SHOWN - 1]
    return {"primary": primary, "beside": first, "behind": [verb for verb in others if verb not in first]}


USUAL = (
    "decline", "claim", "contact", "pause", "chase", "escalate", "visit", "resolve", "assign", "close", "reopen",
    "confirm",
)  # fmt: skip


def _fits(verb: Verb, ticket: Ticket) -> bool:
    """What the lifecycle leaves open but nobody would do now."""
    if verb.code == "unlink":
        return False  # each link bears its own button
    if verb.code == "explain":
        return ticket.pool_id is None and ticket.priority in URGENT
    if verb.code in ("agree", "decline"):
        return ticket.asked_at is not None
    if verb.code == "claim":
        return ticket.pool_id is None and is_free(ticket)
    if verb.code in ("accept", "return"):
        return ticket.pool_id is not None
    if verb.code == "visit":
        return ticket.agreed_at is None
    if verb.code == "reschedule":
        return ticket.agreed_at is not None
    return True


def _is_next(verb: Verb, told: set[str]) -> bool:
    if verb.kind == "arrived":
        return "dispatched" in told and "arrived" not in told
    return verb.kind not in told or verb.code in ("resume", "resolve", "close")

"""What is made of a request: how urgent, known already or not, and why somebody decided otherwise."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from jishi.core.priority import ORDER, Proposal
from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.tickets import urgency
from jishi.tickets.alike import Known, alike
from jishi.words.taking import APART, BECAUSE, EMOTIONS


class Judgement(NamedTuple):
    """`priority`: the one chosen, or proposed; `hidden`: open tickets that look the same but are not the reader's."""

    proposal: Proposal
    priority: str
    known: list[Known]
    hidden: int

    @property
    def differs(self) -> bool:
        return self.priority != self.proposal.priority


def judge(said: Mapping[str, str], person: Person, fields: Mapping[str, Any]) -> Judgement:
    """A priority that was chosen by hand stays; one that was only proposed follows the proposal."""
    words = f"{said.get('title', '')} {said.get('description', '')}".strip()
    proposal = urgency.propose(words, fields, said.get("emotion", ""))
    chosen = said.get("priority", "")
    by_hand = chosen in ORDER and chosen != said.get("proposed", "")
    known, hidden = alike(person, fields, words)
    return Judgement(proposal, chosen if by_hand else proposal.priority, known, hidden)


def judged(said: Mapping[str, str], person: Person, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The judgement as the journal keeps it: codes and ids.

    Refused: another priority without a reason ("override-unsaid"), what is open ("open-already"), "bad-value".
    """
    found = judge(said, person, fields)
    if found.differs and not said.get("because"):
        raise Refused("override-unsaid", value=found.proposal.priority)
    if found.known and not said.get("apart"):
        raise Refused("open-already", number=found.known[0].ticket.number)
    told: dict[str, Any] = {
        "priority": found.priority,
        "proposed": found.proposal.priority,
        "rules": [rule.id for rule in found.proposal.reasons],
        "emotion": _code("emotion", said.get("emotion", ""), EMOTIONS),
    }
    if found.differs:
        told["because"] = _code("because", said["because"], BECAUSE)
    if found.known:
        told["apart"] = _code("apart", said["apart"], APART)
        told["beside"] = found.known[0].ticket.pk
    return told


def _code(name: str, value: str, codes: Mapping[str, Any]) -> str:
    if value and value not in codes:
        raise Refused("bad-value", field=name, value=value[:40])
    return value

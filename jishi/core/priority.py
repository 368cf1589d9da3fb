"""How urgent a request is, proposed from what is said of it, with the reasons (R48). People decide."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

ORDER = ("P0", "P1", "P2", "P3")
USUAL = "P2"
ENOUGH = 100  # so much must the words of a priority weigh together
UP = "up"  # a rule may raise by one step instead of naming a priority; never to P0
KINDS = ("word", "emotion", "vip", "level", "service_type", "product", "category", "chases")
NOT = re.compile(r"(?:没有?|并?未|不会?|无|别)再?\s?$|(?:\bnot?|n't|without)\s(?:an?\s)?$")  # 没有停机, not down


@dataclass(frozen=True)
class Rule:
    """`kind` "word": `says` stands in the words, and weighs; "chases": so often chased; else a mark of the request."""

    id: int
    kind: str
    says: str
    priority: str
    weight: int = ENOUGH


@dataclass(frozen=True)
class Proposal:
    """`reasons`: the rules that made it; none when nothing speaks against the usual."""

    priority: str = USUAL
    reasons: tuple[Rule, ...] = ()


def propose(words: str, marks: Iterable[tuple[str, str]], rules: Iterable[Rule]) -> Proposal:
    """`marks`: what is known of the request, as (kind, what): ("emotion", "severe"), ("product", "12")."""
    marks, rules = set(marks), list(rules)
    heard = [rule for rule in rules if rule.kind == "word" and is_said(rule.says, words)]
    fired = [rule for rule in rules if rule.kind not in ("word", "chases") and (rule.kind, rule.says) in marks]
    named = [rule for rule in fired if rule.priority != UP]
    base = min([*_weighed(heard), *(rule.priority for rule in named)], key=ORDER.index, default=USUAL)
    raised = raise_(base) if any(rule.priority == UP for rule in fired) else base
    reasons = [rule for rule in (*heard, *named) if rule.priority == base]
    return Proposal(raised, (*reasons, *(rule for rule in fired if rule.priority == UP and raised != base)))


def is_said(word: str, words: str) -> bool:
    """Whether `word` stands in `words` without a no before it. Latin words stand alone, Chinese ones anywhere."""
    edge = r"\b" if word.isascii() else ""
    found = re.finditer(f"{edge}{re.escape(word.casefold())}{edge}", folded := words.casefold())
    return any(not NOT.search(folded, max(hit.start() - 12, 0), hit.start()) for hit in found)


def raise_(priority: str) -> str:
    """One step up. What is critical is said or felt, never reached by rank alone."""
    place = ORDER.index(priority)
    return ORDER[place - 1] if place > 1 else priority


def chased(priority: str, chases: int, rules: Iterable[Rule]) -> str:
    """What so many chases (催单) make of `priority`; itself, when they are not enough or it is urgent already."""
    asked = [rule.priority for rule in rules if rule.kind == "chases" and int(rule.says) <= chases]
    if priority not in ORDER:
        return priority
    return min([priority, *asked], key=ORDER.index)


def _weighed(heard: list[Rule]) -> list[str]:
    """The priorities whose words weigh enough."""
    weights = {name: sum(rule.weight for rule in heard if rule.priority == name) for name in ORDER}
    return [name for name in ORDER if weights[name] >= ENOUGH]

"""Headings in a form that can be compared, and the fields each may stand for (headings.toml)."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

WORDS = tomllib.loads((Path(__file__).parent / "headings.toml").read_text(encoding="utf-8"))
GROUPS = ("moments", "spans", "texts", "counts")
FIELDS = {field: group for group in GROUPS for field in WORDS[group]}
WEAK = 40  # a word that also means other things yields to a clear one
NOT_EXACT = {"bracket": 2, "ending": 3, "suffix": 30}
CUSTOM = re.compile(r"^(?:custom field|custom|自定义字段)\s*[\[(](.*)[\])]\s*$", re.IGNORECASE)
BRACKETS = re.compile(r"[\[(【].*?[\])】]")


@lru_cache(maxsize=1 << 14)
def words(heading: str) -> str:
    """Lower-case words with single blanks: "OnTime_Status" → "on time status", "＊受理时间：" → "受理时间"."""
    text = unicodedata.normalize("NFKC", heading)
    text = re.sub(r"(?<=[a-z\d])(?=[A-Z])", " ", text).lower()
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


def joined(heading: str) -> str:
    return words(heading).replace(" ", "")


@cache
def lexicon() -> dict[str, dict[str, float]]:
    """Joined word -> field -> score (100 for the best word of a field, falling with its place in the list)."""
    found: dict[str, dict[str, float]] = {}
    for field, group in FIELDS.items():
        for place, word in enumerate(WORDS[group][field]):
            score = 100 - min(place, 50) - (WEAK if word.startswith("~") else 0)
            for step, form in enumerate(expanded(word.removeprefix("~"))):
                fields = found.setdefault(form, {})
                fields[field] = max(fields.get(field, 0), score - step / 10_000)
    return found


def expanded(word: str) -> list[str]:
    """A joined word; "{case} {id}" becomes every pair of their classes, in order."""
    names = re.findall(r"\{(\w+)\}", word)
    if not names:
        return [joined(word)]
    parts = [list(map(joined, WORDS["classes"][name])) for name in names]
    return ["".join(combination) for combination in product(*parts)]


@cache
def endings() -> list[str]:
    return sorted(map(joined, WORDS["endings"]["moment"]), key=len, reverse=True)


@cache
def ignored() -> frozenset[str]:
    return frozenset(map(joined, WORDS["ignored"]["headings"]))


def candidates(heading: str) -> dict[str, float]:
    """Field -> score for one heading, by its words alone."""
    if joined(heading) in ignored():
        return {}
    found: dict[str, float] = {}
    for form, cost in forms(heading):
        for field, score in meanings(form).items():
            found[field] = max(found.get(field, 0), score - cost)
    return found


def forms(heading: str) -> list[tuple[str, int]]:
    """The heading, what a tool wrapped ("Custom field (…)"), and without its brackets or custom prefix."""
    bare = CUSTOM.sub(r"\1", unicodedata.normalize("NFKC", heading).strip())
    return [
        (bare, 0),
        (BRACKETS.sub(" ", bare), NOT_EXACT["bracket"]),
        (re.sub(r"^(?:u|x|c|cf)_", "", bare), NOT_EXACT["bracket"]),
    ]


def meanings(heading: str) -> dict[str, float]:
    """What the words may mean: a whole word, a moment's word before an ending, or the last words of a longer one."""
    found = dict(lexicon().get(joined(heading), {}))
    for base in bases(heading):
        for field, score in lexicon().get(base, {}).items():
            if FIELDS[field] == "moments":
                found[field] = max(found.get(field, 0), score - NOT_EXACT["ending"])
    return found or by_last_words(heading)


def bases(heading: str) -> list[str]:
    """ "Arrival DtTm" → "arrival", "date of arrival" → "arrival", 到场时间 → 到场."""
    whole, found = joined(heading), []
    for ending in endings():
        if whole.endswith(ending) and whole != ending:
            found.append(whole.removesuffix(ending))
        if ending.isascii() and words(heading).startswith((f"{ending} of ", f"{ending} ")):
            found.append(whole.removeprefix(ending).removeprefix("of"))
    return found


def by_last_words(heading: str) -> dict[str, float]:
    """A longer heading ends with what it is: 客户首次报修时间 → 报修, "date of first response" → "first response"."""
    found: dict[str, float] = {}
    for text, moment_only in [(joined(heading), False), *((base, True) for base in bases(heading))]:
        for start in range(1, len(text)):
            tail = text[start:]
            for field, score in lexicon().get(tail, {}).items():
                moment = FIELDS[field] == "moments"
                enough = len(tail) >= (2 if moment and moment_only else 4) and not tail.isascii()
                whole_words = tail.isascii() and len(tail) >= 7 and joined_tail(heading, tail)
                if (enough or whole_words) and moment >= moment_only:
                    found[field] = max(found.get(field, 0), score - NOT_EXACT["suffix"])
    return found


def joined_tail(heading: str, tail: str) -> bool:
    """Does `tail` begin where a word begins?"""
    parts = words(heading).split()
    return any("".join(parts[n:]).startswith(tail) for n in range(1, len(parts)))

"""The code a word stands for (words.toml)."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jishi.intake.cells.numbers import number
from jishi.intake.cells.text import plain
from jishi.intake.columns.headings import joined

WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
NUMBERED = re.compile(r"^\s*\d{1,2}\s*[-–—.:)、:级]\s*(?=\D)")
LONGEST_SCORE = 30
LEVEL = re.compile(r"^(?:p|priority|优先级)\s*(\d)$", re.IGNORECASE)


@cache
def whole(kind: str) -> dict[str, str]:
    return {joined(word): code for code, words in WORDS[kind].items() for word in words if not word.endswith("*")}


@cache
def beginnings(kind: str) -> list[tuple[str, str]]:
    pairs = [(joined(word), code) for code, words in WORDS[kind].items() for word in words if word.endswith("*")]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def code_of(kind: str, text: str) -> str | None:
    """status "Awaiting User Info" → waiting; None when nobody knows the word."""
    for form in (text, NUMBERED.sub("", plain(text))):
        word = joined(form)
        if word in whole(kind):
            return whole(kind)[word]
        for start, code in beginnings(kind):
            if word.startswith(start):
                return code
    return None


def codes(kind: str, texts: Iterable[str], headings: Iterable[str]) -> dict[str, str]:
    """Text -> code for the texts of one column, read together: what stands beside a word may change its meaning."""
    texts = [text for text in texts if text]
    if texts and all(text.isdigit() for text in texts):
        return tool_codes(kind, texts, headings)
    found = {text: code for text in texts if (code := code_of(kind, text))}
    return found | beside(texts) | levels(texts) if kind == "priority" else found


def tool_codes(kind: str, texts: Iterable[str], headings: Iterable[str]) -> dict[str, str]:
    present = set(map(joined, headings))
    for tool in WORDS["tools"]:
        if kind in tool and present.issuperset(map(joined, tool["headings"])):
            return {text: tool[kind][text] for text in texts if text in tool[kind]}
    return {}


def beside(texts: list[str]) -> dict[str, str]:
    """紧急 is the highest of 紧急/高/中/低 and the second of 特急/紧急/一般."""
    words = {joined(NUMBERED.sub("", text)): text for text in texts}
    return {
        words[joined(rule["word"])]: rule["code"]
        for rule in WORDS["priority_beside"]
        if joined(rule["word"]) in words and any(joined(other) in words for other in rule["beside"])
    }


def levels(texts: list[str]) -> dict[str, str]:
    """P1…P4 without a P0 are our P0…P3."""
    found = {text: int(match[1]) for text in texts if (match := LEVEL.match(plain(text)))}
    first = 0 if 0 in found.values() or 4 not in found.values() else 1
    return {text: f"P{min(level - first, 3)}" for text, level in found.items()}


def score_of(text: str) -> tuple[float, float] | None:
    """(score, of how much) of a word of satisfaction."""
    if code := code_of("score", text):
        return float(code), 5.0
    two = code_of("score_two", text)
    return (float(two), 1.0) if two in ("0", "1") else None


def is_score(text: str) -> bool:
    """A number, a word of satisfaction, or a word for no answer."""
    if len(text) > LONGEST_SCORE:
        return False
    return number(text) is not None or code_of("score", text) is not None or code_of("score_two", text) is not None


def scale(texts: Iterable[str]) -> float:
    """The top of a column of numbers: 1, 5, 10 or 100."""
    top = max((found for text in texts if (found := number(text)) is not None), default=5)
    return next((float(end) for end in (5, 10, 100) if top <= end), float(top))

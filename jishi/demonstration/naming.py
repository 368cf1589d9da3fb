"""Names, numbers and addresses that read as real and belong to nobody."""

from functools import cache

from .lexicon import words
from .luck import Luck, Wheel

# Mobile numbers of 154 are given to nobody, landlines are answered by the fictitious 5550.
MOBILE, EXCHANGE = "1540", "5550"


def person_name(luck: Luck) -> str:
    """Surname and one or two characters; one name in sixty has a compound surname."""
    names = words("names")
    surname = luck.pick(names["compound"]) if luck.chance(1 / 60) else _surnames().turn(luck)
    if luck.chance(0.22):
        return surname + luck.pick(names["given_one"])
    return surname + luck.pick(names["given_first"]) + luck.pick(names["given_second"])


@cache
def _surnames() -> Wheel[str]:
    """The list stands in order of frequency."""
    surnames = words("names")["surnames"]
    return Wheel(surnames, [1 / (rank + 6) for rank in range(len(surnames))])


def company_name(luck: Luck, city: str) -> str:
    names = words("names")
    brand = luck.pick(names["brands_first"]) + luck.pick(names["brands_second"])
    return f"{city.removesuffix('市')}{brand}{_lines().turn(luck)}{_forms().turn(luck)}"


@cache
def _lines() -> Wheel[str]:
    return Wheel(*zip(*words("names")["lines"], strict=True))


@cache
def _forms() -> Wheel[str]:
    return Wheel(*zip(*words("names")["forms"], strict=True))


def mobile(luck: Luck) -> str:
    return f"{MOBILE}{luck.whole(0, 9_999_999):07}"


def landline(luck: Luck, area: str) -> str:
    return f"{area}-{EXCHANGE}{luck.whole(0, 9999):04}"


def address(luck: Luck) -> str:
    places = words("places")
    building = luck.pick(places["grounds"]) if luck.chance(0.6) else ""
    return f"{luck.pick(places['roads'])}{luck.whole(1, 399)}号{building}"

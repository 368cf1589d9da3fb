"""What the cells of a row mean: days, yes and no, kinds and levels as people call them; and who is meant by it."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from django.utils import translation

from jishi.core import telephone
from jishi.words.taking import LEVELS

from .. import telephones
from ..models import Customer
from .known import Register

DAYS = ("sold_on", "warranty_until", "since", "until")
PLACE = ("province", "city", "district", "address")
LONGEST = {
    "number": 64, "customer": 200, "contact": 120, "phone": 32, "mail": 254, "serial": 80, "product": 160,
    "province": 40, "city": 40, "district": 40, "address": 200, "contract": 64, "level": 32,
}  # fmt: skip
COLUMNS = (*LONGEST, *DAYS, "kind", "vip", "point")
KINDS = {
    "个人": "person", "家庭": "person", "person": "person", "private": "person", "household": "person",
    "企业": "company", "公司": "company", "单位": "company", "company": "company", "business": "company",
}  # fmt: skip
ANSWERS = {"是": True, "yes": True, "vip": True, "1": True, "true": True, "y": True, "✓": True} | {
    "否": False, "no": False, "0": False, "false": False, "n": False, "-": False
}  # fmt: skip
# What only a company is called by. Names of people are covered, names of companies are not: in doubt, a person.
COMPANY = re.compile(
    r"公司|集团|厂$|医院|学校|大学|中学|小学|银行|酒店|商场|超市|研究所|研究院|事务所|管理局|"
    r"\b(?:co|ltd|inc|llc|corp|gmbh|ag|plc|limited|company|group)\b\.?$",
    re.IGNORECASE,
)
Said = Mapping[str, str]


def customer_of(said: Said, register: Register) -> Customer | None:
    """By number; without one, a company by its name, a person by name and telephone."""
    if "number" in said:
        return register.find(Customer, said["number"])
    found = meant(said, register.called.get(said.get("customer", ""), []), register)
    return found[0] if len(found) == 1 else None


def meant(said: Said, called: list[Customer], register: Register) -> list[Customer]:
    """Who of those called so: many people bear one name, so a name alone tells companies only."""
    number = telephone.read(said.get("phone", ""))
    token = telephones.token_of(number) if number else ""
    return [each for each in called if each.kind == "company" or (each.number, token) in register.answering]


def day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def level(text: str) -> str:
    """The code of a usual level, said in either language; a company's own stays as it is called."""
    return _levels().get(text.casefold(), text)


@cache
def _levels() -> dict[str, str]:
    found = {}
    for language in ("en", "zh-hans"):
        with translation.override(language):
            found |= {str(name).casefold(): code for code, name in LEVELS.items()}
    return found

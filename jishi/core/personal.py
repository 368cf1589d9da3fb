"""How personal numbers look in the midst of text. Each pattern reads any text in one pass, however it is made."""

import re
from datetime import date

HIDDEN = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")  # nobody sees them, and they hide a number from a search
WIDE = str.maketrans(
    "０１２３４５６７８９＠－．＋（）Ｘｘ\u3000\u00a0\u2010\u2011\u2012\u2013\u2014\u2015",
    "0123456789@-.+()Xx" + " " * 2 + "-" * 6,
)
LETTERS = {ord("Ａ") + n: ord("A") + n for n in range(26)} | {ord("ａ") + n: ord("a") + n for n in range(26)}
NARROW = LETTERS | WIDE

MOBILE = re.compile(
    r"(?<!\d)(?:(?:\+|00)?86[ -]?)?(?P<head>1[3-9]\d)(?:[ .-]{0,2}\d{4}[ .-]{0,2}\d{4}|[ .-]\d{3}[ .-]\d{5})(?!\d)"
)
LANDLINE = re.compile(
    r"(?<!\d)\(?(?P<area>0(?:10|2\d|[3-9]\d\d))\)?[ -]{0,2}(?P<number>[1-9]\d{2,3}[ -]?\d{4})(?!\d)"
    r"(?:(?:转| ?ext\.? ?|-)\d{1,6}(?!\d))?"
)
IDENTITY = re.compile(r"(?<!\d)[1-9]\d{5}(?:18|19|20)\d{9}[\dXx](?![\dA-Za-z])")
CARD = re.compile(r"(?<![\d-])[3-6]\d{3}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,4})?(?![\d-])")
MAIL = re.compile(r"(?<![\w.%+-])[\w.%+-]++@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z][A-Za-z0-9-]{0,62}", re.ASCII)

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def plain(text: str) -> str:
    """As one reads it: narrow letters and digits, nothing hidden between them."""
    return "".join(sign for sign in text if sign not in HIDDEN).translate(NARROW)


def is_identity(number: str) -> bool:
    """Whether the day of birth is a day and the check digit is right (GB 11643, modulus 11-2)."""
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return number[17].upper() == check_digit(number[:17])


def check_digit(seventeen: str) -> str:
    """The eighteenth digit of an identity card: 11010519491231002 asks for X."""
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(seventeen, WEIGHTS, strict=True)) % 11]


def is_card(number: str) -> bool:
    """Whether sixteen to nineteen digits end in the right one (Luhn)."""
    digits = [int(sign) for sign in number if sign.isdecimal()]
    if not 16 <= len(digits) <= 19:
        return False
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (doubled + sum(digits[::-2])) % 10 == 0

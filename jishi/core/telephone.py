"""Telephone numbers: however one is typed, the one form it is compared in, and its extension.

A mobile is 13800138000, a landline 051266881234, a hotline 4008001234, a number abroad +14155550100; a landline
typed without its area code is 66881234.
"""

import re
import unicodedata
from dataclasses import dataclass

from .personal import plain

LABEL = re.compile(r"^(?:联系)?(?:电话|手机|座机|固话|号码|tel|phone|mobile)[号码]*\s*[:.]?\s*", re.IGNORECASE)
EXTENSION = re.compile(
    r"\s*(?:转接?|轉|分机号?|内线|ext(?:ension)?\.?|x|#|,|;|\*)+\s*:?\s*(\d{1,8})\s*#?$", re.IGNORECASE
)
TRAILING = re.compile(r"^(\(?0[1-9]\d{1,2}\)?[ -]*\d{3,4}[ -]?\d{4})-(\d{1,6})$")  # 0512-66881234-8001
SIGNS = re.compile(r"\+?[\d ().\-/\u2022\u00b7]+")
MOBILE = re.compile(r"1[3-9]\d{9}")
HOTLINE = re.compile(r"[48]00\d{7}")
COUNTRY = re.compile(r"^\((\+\d{1,3})\)")  # (+86)138…
AREA = re.compile(r"(10|2\d|[3-9]\d\d)([2-8]\d{6,7})")  # without its leading 0
LANDLINE = re.compile(f"0{AREA.pattern}")
LOCAL = re.compile(r"[2-8]\d{6,7}")


@dataclass(frozen=True)
class Number:
    digits: str
    extension: str = ""

    @property
    def local(self) -> str:
        """What is dialled within the town; of mobiles, hotlines and numbers abroad nothing."""
        if LOCAL.fullmatch(self.digits):
            return self.digits
        match = LANDLINE.fullmatch(self.digits)
        return match[2] if match else ""


def read(said: str) -> Number | None:
    """What was typed, as a number; None if it is none."""
    said = LABEL.sub("", unicodedata.normalize("NFKC", plain(said)).strip())
    said, extension = _parted(COUNTRY.sub(r"\1", said))
    if not SIGNS.fullmatch(said):
        return None
    digits = _national(said.replace("(0)", "") if said.startswith("+") else said)
    return Number(digits, extension) if digits else None


def normal(said: str) -> str:
    """The form in which numbers are compared; of what is no number, its digits."""
    number = read(said)
    return number.digits if number else "".join(sign for sign in said if sign.isdecimal())


def _parted(said: str) -> tuple[str, str]:
    """The number and its extension."""
    if match := EXTENSION.search(said):
        return said[: match.start()].strip(), match[1]
    if match := TRAILING.match(said):
        return match[1], match[2]
    return said, ""


def _national(said: str) -> str:
    """Without the country code of China; "" for what nobody can dial."""
    digits = "".join(sign for sign in said if sign.isdecimal())
    if said.startswith("+") or digits.startswith("00"):
        abroad = digits if said.startswith("+") else digits[2:]
        return (_chinese(abroad[2:]) if abroad.startswith("86") else "") or (
            f"+{abroad}" if 7 <= len(abroad) <= 15 and not abroad.startswith(("0", "86")) else ""
        )
    if digits.startswith("86") and len(digits) > 10:
        return _chinese(digits[2:])
    return _chinese(digits, dialled=True) or (digits if LOCAL.fullmatch(digits) else "")


def _chinese(digits: str, *, dialled: bool = False) -> str:
    """`dialled` within the country: an area code keeps its 0."""
    bare = digits.removeprefix("0")
    if MOBILE.fullmatch(bare):
        return bare
    if HOTLINE.fullmatch(digits) or LANDLINE.fullmatch(digits):
        return digits
    return "" if dialled or not AREA.fullmatch(digits) else f"0{digits}"

"""People's names and numbers as others may see them (DOMAIN §2.3), and the same in the midst of free text."""

import hmac
import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256

from . import telephone
from .personal import CARD, HIDDEN, IDENTITY, LANDLINE, MAIL, MOBILE, is_card, is_identity, plain

COMPOUND = frozenset(
    first + second
    for first, second in zip(
        "欧司上诸东皇尉公慕令宇长司司夏端轩独南申呼闻赫澹公宗濮淳单太公仲钟鲜闾拓百东西第万欧司諸",
        "阳马官葛方甫迟孙容狐文孙徒空侯木辕孤宫屠延人连台冶政阳于于叔羊孙离于丘跋里郭门五俟陽馬葛",
        strict=True,
    )
)
PLACES = re.compile(
    r"(?:[^\d\s省市区县]{2,7}(?:省|自治区|特别行政区))?(?:[^\d\s省市区县]{2,8}(?:市|自治州|地区|盟))?"
    r"(?:[^\d\s省市区县]{1,8}(?:(?<![小社])区|县|旗|市))?"
)
NOTHING = "****"


def name(full: str) -> str:
    """陈建国 is 陈*, 欧阳修 is 欧阳*, John Smith is J***."""
    full = full.strip()
    if not full:
        return ""
    if _is_latin(full[0]):
        return f"{full[0]}***"
    return (full[:2] if full[:2] in COMPOUND and len(full) > 2 else full[:1]) + "*"


def phone(number: str) -> str:
    """13800138000 is 138****8000, 0755-12345678 is 0755-****5678; of other numbers only the last four are said."""
    said = plain(number).strip()
    digits = "".join(sign for sign in said if sign.isdigit())
    if match := MOBILE.fullmatch(said):
        return f"{match['head']}****{digits[-4:]}"
    if match := LANDLINE.fullmatch(said):
        return f"{match['area']}-****{match['number'][-4:]}"
    return "*" * max(len(digits) - 4, 4) + digits[-4:] if len(digits) > 7 else "*" * len(digits or said)


def identity(number: str) -> str:
    """An identity card: 110105********0021."""
    number = plain(number).strip()
    return f"{number[:6]}{'*' * 8}{number[-4:]}" if len(number) == 18 else "*" * len(number)


def mail(address: str) -> str:
    """z***@163.com"""
    local, at, domain = plain(address).strip().rpartition("@")
    return f"{local[:1]}***@{domain}" if at and local else NOTHING


def address(text: str) -> str:
    """Province, city and district are said, the rest is not: 广东省深圳市南山区****."""
    match = PLACES.match(text.strip())
    return f"{match[0] if match else ''}{NOTHING}" if text.strip() else ""


def card(number: str) -> str:
    """A bank card: 6222 **** **** 1234."""
    digits = "".join(sign for sign in plain(number) if sign.isdigit())
    return f"{digits[:4]} **** **** {digits[-4:]}" if len(digits) >= 13 else "*" * len(digits)


def plate(number: str) -> str:
    """京A12345 is 京A***45."""
    number = plain(number).strip()
    return f"{number[:2]}***{number[-2:]}" if len(number) >= 6 else "*" * len(number)


def text(words: str, names: Iterable[str] = (), places: Iterable[str] = ()) -> str:
    """Free text with its mobiles, landlines, identity cards, bank cards and mail addresses masked.

    `names` and `places`: persons and addresses known to be spoken of, masked wherever they stand.
    """
    for full in sorted({full for full in names if len(full) > 1}, key=len, reverse=True):
        words = words.replace(full, name(full))
    for known in sorted({known for known in places if len(known) > 3}, key=len, reverse=True):
        words = words.replace(known, NOTHING)
    said, last = [], 0
    for start, end, masked in found(words):
        said += [words[last:start], masked]
        last = end
    return "".join([*said, words[last:]])


def found(words: str) -> list[tuple[int, int, str]]:
    """What of `words` is personal: from, to, and what may stand there instead; in order, without overlaps."""
    where = [place for place, sign in enumerate(words) if sign not in HIDDEN]
    visible, spans = plain(words), list[tuple[int, int, str]]()
    taken = bytearray(len(visible))
    for start, end, masked in _candidates(visible):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            spans.append((where[start], where[end - 1] + 1, masked))
    return sorted(spans)


def pseudonym(key: bytes, kind: str, value: str) -> str:
    """The same person is the same 32 letters, which nobody without the key can find by trying all numbers."""
    said = unicodedata.normalize("NFKC", plain(value)).casefold().strip()
    if kind == "phone":
        said = telephone.normal(said)
    return hmac.new(key, f"{kind}\0{said}".encode(), sha256).hexdigest()[:32]


def _candidates(visible: str) -> Iterator[tuple[int, int, str]]:
    """The surest kinds first: a card's digits may look like a telephone number."""
    yield from ((*m.span(), mail(m[0])) for m in MAIL.finditer(visible))
    yield from ((*m.span(), identity(m[0])) for m in IDENTITY.finditer(visible) if is_identity(m[0]))
    yield from ((*m.span(), card(m[0])) for m in CARD.finditer(visible) if is_card(m[0]))
    yield from ((*m.span(), phone(m[0])) for m in MOBILE.finditer(visible))
    yield from ((*m.span(), phone(m[0])) for m in LANDLINE.finditer(visible))


def _is_latin(sign: str) -> bool:
    return "LATIN" in unicodedata.name(sign, "") or not sign.isalpha()

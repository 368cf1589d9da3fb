"""Names and numbers as an export may show them (DOMAIN §2.3)."""

from .lexicon import words


def name(full: str) -> str:
    """Surname and a star; compound surnames keep both characters."""
    return (full[:2] if full[:2] in words("names")["compound"] else full[:1]) + "*"


def phone(number: str) -> str:
    """154****1234, 0512-****1234."""
    if "-" in number:
        area, rest = number.split("-", 1)
        return f"{area}-{'*' * (len(rest) - 4)}{rest[-4:]}"
    return f"{number[:3]}****{number[-4:]}"

"""Text that a spreadsheet would take for a formula (TRUST E): disarmed on the way out, as it was on the way back in."""

SIGNS = tuple("=+-@\t\r\n＝＋－＠")
PASSED_OVER = " \u00a0\u3000'\"‘’“”"  # a spreadsheet may drop these at the beginning


def is_formula(text: str) -> bool:
    """Would it be calculated, perhaps after a blank or a quotation mark?"""
    return text.lstrip(PASSED_OVER).startswith(SIGNS)


def disarmed(text: str) -> str:
    """With the apostrophe that makes it plain text, where it needs one."""
    return f"'{text}" if is_formula(text) else text


def rearmed(text: str) -> str:
    """What `disarmed` was given."""
    return text[1:] if text[:1] == "'" and is_formula(text[1:]) else text

"""Other people's text made harmless, and sentences put together."""

from functools import reduce
from unicodedata import category

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

HIDDEN = ("Cc", "Cf", "Co", "Cs")
# Around what a sentence stresses: private characters, which `plain` takes out of names.
OPEN, SHUT = "\ue000", "\ue001"


def plain(text: object) -> str:
    """Somebody else's text on one line, without the characters that steer a terminal or turn the line around."""
    kinds = ((letter, category(letter)) for letter in str(text).replace("\n", " "))
    return "".join(" " if kind in ("Zl", "Zp") else letter for letter, kind in kinds if kind not in HIDDEN)


def strong(text: object) -> str:
    """Mark what a sentence stresses; `stressed` and the terminal summary show it."""
    return f"{OPEN}{plain(text)}{SHUT}"


def stressed(sentence: str) -> SafeString:
    return mark_safe(conditional_escape(sentence).replace(OPEN, "<b>").replace(SHUT, "</b>"))


def listed(things: list[str]) -> str:
    # Translators: between the items of a list
    return _(", ").join(things)


def sentences(said: list[str]) -> str:
    """One after the other; Chinese has no space between them."""
    return reduce(lambda said, more: _("%(said)s %(more)s") % {"said": said, "more": more}, said, "").strip()

"""Words for taking a request: moods, reasons for deciding by hand, what makes it urgent, the warranty."""

from datetime import date

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from jishi.core.priority import UP

from . import named

register = template.Library()

EMOTIONS = {
    "calm": pgettext_lazy("mood", "Calm"),
    "displeased": pgettext_lazy("mood", "Displeased"),
    "severe": pgettext_lazy("mood", "Furious"),
}
BECAUSE = {
    "checked": gettext_lazy("asked back: it is different"),
    "agreed": gettext_lazy("the customer agrees to it"),
    "workaround": gettext_lazy("there is a way round for now"),
    "safety": gettext_lazy("people or machines are in danger"),
    "told": gettext_lazy("the team lead says so"),
}
APART = {
    "linked": gettext_lazy("it belongs to it: link the two"),
    "another": gettext_lazy("another matter"),
    "came-back": gettext_lazy("it was settled and came back"),
    "asked": gettext_lazy("the customer wants it apart"),
}
ALIKE = {
    "device": gettext_lazy("same device"),
    "subcategory": gettext_lazy("same sub-category"),
    "words": gettext_lazy("similar words"),
}
FOUND_BY = {
    "phone": gettext_lazy("by telephone"),
    "serial": gettext_lazy("by serial number"),
    "name": gettext_lazy("by name"),
}
HEARD = {
    "word": pgettext_lazy("rule", "Words"),
    "emotion": pgettext_lazy("rule", "Mood"),
    "vip": pgettext_lazy("rule", "VIP customer"),
    "level": pgettext_lazy("rule", "Contract level"),
    "service_type": pgettext_lazy("rule", "Service type"),
    "product": pgettext_lazy("rule", "Product"),
    "category": pgettext_lazy("rule", "Category"),
    "chases": pgettext_lazy("rule", "Chased by the customer"),
}
# the levels a contract usually has; a company's own are said as it calls them
LEVELS = {
    "platinum": pgettext_lazy("contract level", "Platinum"),
    "gold": pgettext_lazy("contract level", "Gold"),
    "silver": pgettext_lazy("contract level", "Silver"),
    "bronze": pgettext_lazy("contract level", "Bronze"),
    "standard": pgettext_lazy("contract level", "Standard"),
}
contract_level = register.filter("contract_level", named(LEVELS))
mood = register.filter("mood", named(EMOTIONS))
by_hand = register.filter("by_hand", named(BECAUSE))
apart = register.filter("apart", named(APART))
alike = register.filter("alike", named(ALIKE))
found_by = register.filter("found_by", named(FOUND_BY))
rule_kind = register.filter("rule_kind", named(HEARD))


@register.filter
def heard(reason: object) -> str:
    """What a rule heard: “停产”, Furious, chased 3 times."""
    rule, says = reason
    if rule.kind == "word":
        return _("“%(word)s”") % {"word": says}
    if rule.kind == "chases":
        return ngettext("chased %(n)s time", "chased %(n)s times", int(says)) % {"n": says}
    if rule.kind in ("emotion", "vip"):
        return mood(says) if rule.kind == "emotion" else rule_kind("vip")
    return f"{rule_kind(rule.kind)} {contract_level(says) if rule.kind == 'level' else says}"


@register.filter
def effect(priority: str) -> str:
    """P1, or one step up."""
    return _("one step up") if priority == UP else priority


@register.filter
def warranty(device: object, today: date) -> str:
    """Whether it is covered, and until or since when."""
    until = device.warranty_until
    if until is None:
        return _("warranty not known")
    day = f"{until:%Y-%m-%d}"
    if until < today:
        return _("out of warranty since %(day)s") % {"day": day}
    left = (until - today).days
    if left > 90:
        return _("in warranty until %(day)s") % {"day": day}
    return ngettext("in warranty until %(day)s, %(n)s day left", "in warranty until %(day)s, %(n)s days left", left) % {
        "day": day,
        "n": left,
    }


@register.filter
def covered(device: object, today: date) -> str:
    """ "yes", "no" or "unknown": how the warranty is drawn."""
    if device.warranty_until is None:
        return "unknown"
    return "yes" if device.warranty_until >= today else "no"


TOLD = {
    "emotion": lambda value: _("mood: %(mood)s") % {"mood": mood(value)},
    "because": lambda value: _("priority by hand: %(why)s") % {"why": by_hand(value)},
    "apart": lambda value: _("beside an open one: %(why)s") % {"why": apart(value)},
    "beside": lambda value: str(value),
}

TAKEN_WRONGLY = {
    "override-unsaid": (
        gettext_lazy("Why not %(value)s?"),
        gettext_lazy("The words and marks propose it. Choose a reason for another priority, or take the proposed one."),
    ),
    "open-already": (
        gettext_lazy("%(number)s is open already and looks the same"),
        gettext_lazy("Chase that one, or say why this is to be taken in beside it."),
    ),
    "not-theirs": (
        gettext_lazy("“%(field)s” belongs to another customer"),
        gettext_lazy("Choose the customer again; the card shows who and what is theirs."),
    ),
    "too-many-look-ups": (
        gettext_lazy("Too many customers were looked up"),
        gettext_lazy("Customers are not to be looked through one by one. Wait %(minutes)s minutes, then go on."),
    ),
}

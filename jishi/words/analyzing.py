"""What `jishi analyze` says on the terminal besides the summary."""

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from jishi.core.refused import Refused

from . import plain
from .reading import ROW_ERRORS, UNREADABLE

# steps, while one waits
READING = _("Reading %(file)s")
TIMING = _("Timing every clock")
MEASURING = _("Measuring")
DIVIDING = _("Measuring by %(dimension)s")
CHECKING = _("Checking the records")

# what was taken for what
TAKEN = _("What the columns were taken for")
COLUMN = pgettext_lazy("table", "Column")
MEANING = pgettext_lazy("table", "Taken for")
HOW = pgettext_lazy("table", "How")
FILLED = pgettext_lazy("table", "Filled")
EXAMPLE = pgettext_lazy("table", "Example")
UNUSED = _("Not used: %(columns)s")

ERRORS = _("%(count)s cells or rows could not be read; the first of them:")
ROW = pgettext_lazy("table", "Row")
VALUE = pgettext_lazy("table", "Value")
REASON = pgettext_lazy("table", "Reason")

WRITTEN = _("Written: %(file)s")
HINT = _("Something taken wrongly? Write the mapping with --save-map map.toml, mend it, and give it back with --map.")

ASKED_WRONGLY = {
    "no-such-dimension": (_("The file has no column “%(dimension)s” to group by"), _("It has: %(known)s.")),
    "bad-moment": (_("“%(value)s” is no moment"), _("Write it as 2026-11-30 or 2026-11-30T18:00.")),
    "unknown-zone": (_("There is no time zone “%(zone)s”"), _("Write it as in Asia/Shanghai or Europe/Berlin.")),
}


def refusal(refused: Refused) -> str:
    """What is wrong and what to do, in one line."""
    words = (UNREADABLE | ASKED_WRONGLY).get(refused.code)
    facts = {name: ROW_ERRORS.get(value, plain(value)) for name, value in refused.facts.items()}
    if words is None:
        return gettext("Not possible (%(code)s)") % {"code": refused.code}
    # Translators: what is wrong, and what to do
    return gettext("%(what)s. %(advice)s") % {"what": words[0] % facts, "advice": words[1] % facts}


def reason(code: str) -> str:
    return str(ROW_ERRORS.get(code, code))

"""The column heads of the terminal summary."""

from django.utils.translation import gettext as _


def headings() -> dict[str, str]:
    return {
        "clock": _("Clock"),
        "n": "n",
        "open": _("Open"),
        "median": _("Median"),
        "counted": _("With open ones"),
        "p90": _("Nine in ten"),
        "mean": _("Mean"),
        "max": _("Longest"),
        "share": _("In time"),
        "none": _("No target"),
        "tickets": _("Tickets"),
        "late": _("Late tickets"),
        "cumulated": _("Cumulated"),
        "few": _("n below 20"),
        "finding": _("Finding"),
        "rows": _("First rows"),
    }

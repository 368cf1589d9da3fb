"""What a data-quality finding is called, and what it does to the figures and what to do about it."""

from django.utils.translation import gettext_lazy as _

FINDINGS = {
    "reversed": _("Ends before it starts"),
    "missing-end": _("Closed without an end moment"),
    "missing-start": _("No start moment"),
    "future-time": _("Lies in the future"),
    "no-target": _("No target"),
    "duplicate": _("Ticket number occurs twice"),
    "reopened-not-resolved": _("Reopened without having been resolved"),
    "closed-without-contact": _("Closed without any contact"),
    "entry-lag": _("Entered late"),
    "heaping": _("Round minutes too frequent"),
    "row-error": _("Row that could not be read in full"),
    "date-order-assumed": _("Day and month could be exchanged"),
    "zone-assumed": _("Time zone assumed"),
    "label-without-target": _("Marked as in time without a target"),
    "label-disagrees": _("The file's own verdict differs"),
    "misfit": _("Events in an impossible order"),
}

REMEDIES = {
    "reversed": _("They are left out of the durations. Correct the two moments at the source."),
    "missing-end": _("Nobody knows how long they took; they are counted apart. Enter the end when closing."),
    "missing-start": _("They cannot be timed. Make the moment of receipt a required field."),
    "future-time": _("They are left out. Check the clock of the machine or the year typed."),
    "no-target": _("They count neither as in time nor as late. Set a target for their kind."),
    "duplicate": _("Each number is counted once, with its last row. Find out why the export repeats it."),
    "reopened-not-resolved": _("Check whether the resolution was forgotten or the reopening is a slip."),
    "closed-without-contact": _("Either nobody spoke to the customer or nobody noted it. Ask the team."),
    "entry-lag": _("Moments written down afterwards are remembered, not measured. Record them when they happen."),
    "heaping": _("These moments were estimated or typed, not taken from a clock. Read single durations with care."),
    "row-error": _("What could be read was used. The list of errors names row, column and value."),
    "date-order-assumed": _("The usual order of the column was taken. Fix it in the mapping if it is wrong."),
    "zone-assumed": _("The file names none. Give it with the mapping if the tickets are from elsewhere."),
    "label-without-target": _("Such a verdict proves nothing. Here they count as without a target."),
    "label-disagrees": _("Verdict and moments in the file cannot both be right. Ask how the verdict is set."),
    "misfit": _("They are kept and marked doubtful. Check the history of these tickets."),
}

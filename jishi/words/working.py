"""What is said when a ticket cannot be worked like that: what stands in the way, and what to do."""

from django.utils.translation import gettext_lazy as _

# what the forms of verbs ask for, besides words/ticket.py
FIELDS = {
    "diagnosis": _("Diagnosis"),
    "tried": _("What was tried"),
    "description": _("What the customer reports"),
    "customer": _("Whose it is"),
    "measure": _("Measure taken"),
    "name": _("Name"),
    "code": _("Code"),
    "to": _("To which ticket (number)"),
    "link": _("This ticket is"),
}

MAY_NOT = {
    "already-taken": (
        _("%(who)s has it already"),
        _("Nothing was changed. Ask them, or choose another ticket."),
    ),
    "already-asked": (
        _("Something on %(number)s waits for an answer already"),
        _("Wait for the answer, or ask a lead for it."),
    ),
    "nothing-asked": (
        _("Nothing on %(number)s waits for an answer any more"),
        _("It was answered, or work goes on. Load the ticket again."),
    ),
    "pause-too-long": (
        _("For this reason a ticket waits at most %(longest)s"),
        _("Look again sooner, or choose another reason."),
    ),
    "not-diagnosed": (
        _("Before it counts as done, something is missing: %(lacks)s"),
        _("Fill it in with the solution; causes are captured, not guessed."),
    ),
    "breach-unexplained": (
        _("A broken promise has no reason yet: %(clocks)s"),
        _("Choose a reason for each, then close the ticket."),
    ),
}

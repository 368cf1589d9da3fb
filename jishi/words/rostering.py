"""Why the roster says no, and what its forms ask for."""

from django.utils.translation import gettext_lazy as _

# what a form of the roster asks for
FIELDS = {
    "shift-name": _("Name"),
    "shift-letter": _("Letter in the roster"),
    "shift-key": _("Key that sets it"),
    "shift-hours": _("Hours"),
    "leave": _("What kind"),
    "leave-since": _("First day"),
    "leave-until": _("Last day"),
    "day": _("Day"),
    "time": _("Time of day"),
    "weeks": _("For how many weeks"),
    "relief-hours": _("How far ahead"),
    "capacity": _("Open tickets at once"),
    "skill": _("Skill"),
    "presence": _("How you can be reached"),
}

SAYS_NO = {
    "roster-changed": (
        _("Somebody changed %(day)s meanwhile"),
        _("Nothing was overwritten. Look at the roster as it stands now, and set it again."),
    ),
    "roster-closed": (
        _("%(day)s is history"),
        _("What was worked can be put right for 45 days; later it stays as it is."),
    ),
    "no-duty": (
        _("Nobody is on duty there on %(day)s"),
        _("Set a shift first, then say who leads it."),
    ),
    "choose-shift": (
        _("Which shift?"),
        _("Choose one above and then press the days, or go to a day with the arrows and press its letter."),
    ),
    "unknown-shift": (
        _("There is no shift “%(value)s”"),
        _("Take the letters shown above; 0 or - is a day off."),
    ),
    "no-days": (
        _("No column of this sheet is a day"),
        _("The headings need dates, such as 2026-03-02 or 3/2; take the roster along to see how it looks."),
    ),
    "roster-same": (
        _("The roster says all this already"),
        _("Change a cell of the sheet, then bring it once more."),
    ),
    "pattern-empty": (
        _("The pattern has no shift, or nobody is chosen"),
        _("Write a letter a day, a day off between them, and choose who goes round in it."),
    ),
    "shift-taken": (
        _("Another shift has this letter, key or code"),
        _("Choose others; each must be told apart at a glance."),
    ),
    "shift-in-use": (
        _("This shift was worked, so its hours stay"),
        _("End it, and begin a new one with other hours."),
    ),
    "leave-reversed": (
        _("The leave ends before it begins"),
        _("Check both days."),
    ),
    "leave-too-long": (
        _("That is more than a year"),
        _("Ask for a shorter time, and again when it is over."),
    ),
    "leave-overlaps": (
        _("You asked for leave in that time already"),
        _("Withdraw the other one first, or choose other days."),
    ),
    "leave-decided": (
        _("This leave was decided or withdrawn already"),
        _("Load the page again to see how it stands."),
    ),
    "own-leave": (
        _("Nobody decides on their own leave"),
        _("Ask somebody else who draws up the roster."),
    ),
    "relief-waits": (
        _("A shift handed over earlier still waits"),
        _("Let the next shift sign it, or whoever wrote it withdraw it; then hand over again."),
    ),
    "relief-signed": (
        _("This hand-over was signed or withdrawn meanwhile"),
        _("What is signed stays as it is. Load it again to see who signed."),
    ),
    "not-of-team": (
        _("You do not work in %(team)s"),
        _("Whoever works there, or draws up its roster, hands its shifts over and signs for them."),
    ),
    "own-relief": (
        _("Nobody takes over from themselves"),
        _("Somebody of the next shift signs here."),
    ),
    "presence-changed": (
        _("You said otherwise meanwhile, on another screen"),
        _("Say it again if it holds."),
    ),
}

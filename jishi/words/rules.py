"""What is said when a rule of time, of the journal or of a version says no: what is wrong, and what to do."""

from django.utils.translation import gettext_lazy as _

RULES = {
    "bad-time": (
        _("“%(value)s” is no time of day"),
        _("Write hours and minutes, such as 09:00; the end of the day is 24:00."),
    ),
    "bad-weekday": (
        _("There is no weekday %(value)s"),
        _("Weekdays are 0 for Monday to 6 for Sunday."),
    ),
    "hours-empty": (
        _("%(value)s on day %(day)s is no time at all"),
        _("Let the hours end later than they begin; around the clock is 00:00 to 24:00."),
    ),
    "hours-overlap": (
        _("The hours %(first)s and %(second)s of day %(day)s overlap"),
        _("Join them, or let one begin when the other has ended."),
    ),
    "never-opens": (
        _("This calendar never opens"),
        _("Give at least one day some hours."),
    ),
    "unknown-zone": (
        _("There is no time zone “%(zone)s”"),
        _("Name it as the IANA list does, such as Asia/Shanghai."),
    ),
    "naive-moment": (
        _("“%(value)s” does not say its time zone"),
        _("Add the offset, such as +08:00."),
    ),
    "reversed-span": (
        _("The end lies before the start"),
        _("Check both moments; one of them is wrong."),
    ),
    "negative-quota": (
        _("A length of time cannot be negative"),
        _("Give none or more."),
    ),
    "beyond-horizon": (
        _("%(value)s is further away than calendars reach"),
        _("Check the year; calendars reach from 1900 to 2199."),
    ),
    "no-such-day": (
        _("Working days are counted from 1, not from %(n)s"),
        _("Ask for the first working day or a later one."),
    ),
    "same-effective": (
        _("Two versions would take effect at %(value)s"),
        _("Choose another moment for one of them."),
    ),
    "retroactive": (
        _("%(at)s is past, and tickets have been judged since"),
        _("Choose a moment to come; what was promised stays promised."),
    ),
    "not-a-draft": (
        _("This version is published and does not change any more"),
        _("Make a new draft from it."),
    ),
    "covered-day": (
        _("Days up to %(until)s are already settled"),
        _("Only later days can be filled in; to change an earlier one, publish a new version."),
    ),
    "no-such-calendar": (
        _("There is no calendar “%(calendar)s” in force"),
        _("Publish it first, or choose another."),
    ),
    "holidays-unreadable": (
        _("%(source)s is no list of holidays"),
        _("Give a holiday-cn JSON file or an .ics calendar."),
    ),
    "holidays-empty": (
        _("%(source)s holds no days off for %(year)s"),
        _("The notice may not be out yet; it comes between late October and early December."),
    ),
    "holidays-gap": (
        _("Nothing is known between %(since)s and %(until)s"),
        _("Bring in the years in between first."),
    ),
    "holidays-repeating": (
        _("%(source)s holds days that repeat each year"),
        _("Give a list in which each day has its date; most holidays move."),
    ),
    "before-received": (
        _("This would lie before the ticket was received"),
        _("Check the moment, or correct when it was received."),
    ),
    "in-the-future": (
        _("%(at)s has not come yet"),
        _("Enter what has happened; plans are agreed times."),
    ),
    "already-erased": (
        _("%(number)s was erased before"),
        _("Nothing of their words and names is left."),
    ),
    "changed-meanwhile": (
        _("Ticket %(number)s was changed meanwhile"),
        _("Nothing was lost and nothing was changed. Load it again and repeat."),
    ),
    "cannot-merge": (
        _("Work cannot go on in ticket %(number)s"),
        _("Choose another ticket that is still unfinished."),
    ),
    "reason-missing": (
        _("A reason is needed"),
        _("Say in a few words why."),
    ),
    "correction-misfits": (
        _("With this correction the history of ticket %(number)s could not have happened"),
        _("Check the order of what happened."),
    ),
    "no-such-event": (
        _("There is no event %(place)s to correct"),
        _("Load the ticket again and choose one of its events; a correction itself is not corrected."),
    ),
    "key-reused": (
        _("The key %(key)s was used for another request"),
        _("Send each request with a key of its own."),
    ),
    "unknown-order": (
        _("Lists cannot be sorted by “%(order)s”"),
        _("Choose one of the columns offered."),
    ),
    "bad-mark": (
        _("This place in the list is unknown"),
        _("Begin at the first page."),
    ),
    "unknown-field": (
        _("There is no field “%(field)s” for this service type"),
        _("Choose one of its fields, or have it added to the service type."),
    ),
    "required-field": (
        _("“%(field)s” must be filled in"),
        _("Fill it in and send again."),
    ),
    "bad-value": (
        _("“%(value)s” does not fit “%(field)s”"),
        _("Check what kind of value the field takes."),
    ),
    "unknown-filter": (
        _("There is no filter “%(filter)s”"),
        _("Choose one of the filters offered."),
    ),
    "journal-unarmed": (
        _("The journal is not guarded: %(missing)s"),
        _("Nothing starts like this. Run jishi migrate, which arms it again."),
    ),
    "not-migrated": (
        _("The database is older than the program: %(missing)s"),
        _("Nothing starts like this. Make a backup, then run jishi migrate."),
    ),
    "not-durable": (
        _("This database could lose what it has answered: %(wrong)s"),
        _("Nothing starts like this. Set it back; an answer is given only after the commit has reached the disk."),
    ),
    "in-the-past": (
        _("%(at)s is past"),
        _("Choose a moment to come."),
    ),
    "nothing-changed": (
        _("Nothing is different"),
        _("Change something before you publish."),
    ),
    "window-reversed": (
        _("The window ends before it begins: working days %(first)s to %(last)s"),
        _("Let the last day be the first or a later one."),
    ),
    "calendar-taken": (
        _("There is a calendar “%(calendar)s” already"),
        _("Choose another short name."),
    ),
    "nothing-beyond": (
        _("%(source)s says nothing beyond %(until)s"),
        _("Everything up to then is known already; bring in a later year."),
    ),
    "too-many-days": (
        _("At most %(most)s days at once"),
        _("Give a shorter span."),
    ),
}

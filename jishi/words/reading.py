"""What is said when a file of history cannot be read, or not all of it: what is wrong, where, and what to do."""

from django.utils.translation import gettext_lazy as _

# code -> (what, what to do)
UNREADABLE = {
    "no-such-file": (_("There is no file “%(file)s”"), _("Check the path.")),
    "empty-file": (_("“%(file)s” is empty"), _("Export it once more.")),
    "truncated": (
        _("“%(file)s” is cut off: its end is missing"),
        _("The download or copy did not finish. Fetch the file again."),
    ),
    "damaged": (_("“%(file)s” is damaged (%(why)s)"), _("Fetch or export the file again.")),
    "password": (_("“%(file)s” is protected by a password"), _("Save a copy without a password.")),
    "old-excel": (
        _("“%(file)s” is an old Excel file (.xls) or a protected one"),
        _("Open it in Excel or WPS and save it as .xlsx without a password."),
    ),
    "other-spreadsheet": (
        _("“%(file)s” is a spreadsheet of another program"),
        _("Save it as .xlsx or as CSV."),
    ),
    "web-page": (
        _("“%(file)s” is a web page, whatever its name says"),
        _("Some tools export so. Open it in Excel or WPS and save it as .xlsx."),
    ),
    "not-a-table": (
        _("“%(file)s” is no table of tickets"),
        _("CSV, XLSX, Parquet, JSON lines and XES can be read, also inside .gz or .zip."),
    ),
    "nothing-inside": (_("There is no readable file in “%(file)s”"), _("Readable are: %(readable)s.")),
    "no-such-member": (
        _("There is no “%(member)s” in “%(file)s”"),
        _("It holds: %(members)s. Name one of them as member in the mapping."),
    ),
    "no-such-sheet": (
        _("There is no sheet “%(sheet)s” in “%(file)s”"),
        _("It has: %(sheets)s. Name one of them as sheet in the mapping."),
    ),
    "too-large": (
        _("“%(file)s” holds more than %(limit)s bytes"),
        _("Export a shorter period, or split the file."),
    ),
    "bomb": (
        _("“%(file)s” swells to more than %(limit)s bytes when opened; it is refused"),
        _("No honest table packs so tightly. If it is one, save it as CSV."),
    ),
    "entities": (
        _("“%(file)s” defines entities, as attacks on readers do; it is refused"),
        _("Export it again with a program you trust."),
    ),
    "too-many-parts": (_("“%(file)s” has more than %(limit)s parts"), _("Pack only the table itself.")),
    "too-many-sheets": (_("“%(file)s” has more than %(limit)s sheets"), _("Keep the sheet with the tickets.")),
    "too-many-columns": (
        _("“%(file)s” has %(columns)s columns; up to %(limit)s are read"),
        _("Something may stand far to the right by accident. Delete the unused columns."),
    ),
    "too-many-rows": (
        _("“%(file)s” has %(rows)s rows; up to %(limit)s are read"),
        _("Something may stand far below by accident. Delete the unused rows, or split the file."),
    ),
    "line-too-long": (
        _("A line of “%(file)s” is longer than %(limit)s bytes"),
        _("It is no table with one row per line. Export it as CSV."),
    ),
    "wrong-encoding": (
        _("Line %(line)s of “%(file)s” is not %(encoding)s (bytes %(bytes)s)"),
        _("Name the right encoding in the mapping, or leave it out to have it found."),
    ),
    "encoding-unclear": (
        _("“%(file)s” is neither UTF-8 nor Chinese GB18030 (line %(line)s, bytes %(bytes)s)"),
        _("Save it as “CSV UTF-8”, or name its encoding in the mapping, for example cp1252, big5 or shift_jis."),
    ),
    "no-such-encoding": (_("There is no encoding “%(encoding)s”"), _("Usual ones are utf-8, gb18030, big5, cp1252.")),
    "unclosed-quote": (
        _("“%(file)s”: a quotation mark is opened and not closed, noticed in line %(line)s"),
        _("Mend the quotation marks, or export as .xlsx."),
    ),
    "bad-json": (
        _("“%(file)s” is no valid JSON from character %(place)s on"),
        _("It may be cut off. Export it once more."),
    ),
    "no-heading": (
        _("No row looks like column names"),
        _("Give the row number as header_row in the mapping; a row with names must be there."),
    ),
    "no-rows": (_("“%(file)s” has column names but no rows"), _("Check the filter of the export.")),
    "no-start-column": (
        _("No column tells when a request came in"),
        _("Name it as received in the mapping. The columns are: %(columns)s."),
    ),
    "no-log-columns": (
        _("A log of events needs a column for each of: %(missing)s"),
        _("Name them in the mapping: id is the ticket number, updated the moment of the row."),
    ),
    "nothing-readable": (
        _("None of the %(rows)s rows of “%(file)s” could be read"),
        _("The first: row %(row)s, column “%(column)s”, “%(value)s”: %(reason)s. Correct the mapping or the file."),
    ),
    "no-such-zone": (_("There is no time zone “%(zone)s”"), _("Write it as in Asia/Shanghai or Europe/Berlin.")),
    "no-such-column": (
        _("The mapping takes the column “%(column)s” for %(field)s, but the file has none of that name"),
        _("Nearest are: %(nearest)s."),
    ),
    "no-such-field": (
        _("The mapping names “%(field)s”, which is nothing a column can be"),
        _("Nearest are: %(nearest)s. All: %(known)s."),
    ),
    "map-unreadable": (_("The mapping “%(file)s” cannot be read: %(why)s"), _("It must be a TOML file in UTF-8.")),
    "map-unknown-key": (_("The mapping says “%(key)s”, which means nothing"), _("Known are: %(known)s.")),
    "map-wrong-type": (
        _("“%(key)s” in the mapping cannot be “%(value)s”"),
        _("Its kind of value is %(wanted)s. docs/READING.md shows an example."),
    ),
    "map-unknown-code": (
        _("“%(value)s” under %(field)s in the mapping is not known"),
        _("Known are: %(known)s."),
    ),
    "map-clock-ends": (_("The clock “%(clock)s” in the mapping lacks its start or end"), _("Give both as events.")),
    "map-calendar": (
        _("The calendar “%(calendar)s” in the mapping cannot be used (%(why)s)"),
        _('Write its week as in mon = ["09:00-12:00", "13:30-18:00"].'),
    ),
    "map-promise": (
        _("Promise %(number)s in the mapping cannot be used (clock “%(clock)s”, target “%(target)s”)"),
        _('It needs a known clock, and either target = "4h" or window = [3, 5].'),
    ),
}

ROW_ERRORS = {
    "no-start": _("No readable start: the row was left out"),
    "no-id": _("No ticket number: the row was left out"),
    "moment-unreadable": _("Not a date or time"),
    "moment-out-of-range": _("A date before 1971 or after 2099"),
    "time-without-day": _("A time of day without its day"),
    "number-unreadable": _("Not a number"),
    "score-unreadable": _("Not a score"),
    "flag-unreadable": _("Neither yes nor no"),
    "duration-unreadable": _("Not a duration"),
    "repeated-id": _("This ticket number stands further up already: the row was left out"),
    "repeated-row": _("The same row stands further up already: this one was left out"),
    "own-unfit": _("Not a value this field can have"),
    "digits-lost": _("A spreadsheet has cut the last digits of this number"),
}

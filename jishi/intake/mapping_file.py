"""A mapping as the TOML file a person edits: sections in the order of questions, each with a line of help."""

from collections.abc import Iterator

import tomli_w

from jishi.intake.columns.headings import FIELDS
from jishi.intake.mapping import Mapping

HEAD = """\
# What the columns of a file mean. Made from what was detected; change what is wrong and read the file again:
#   jishi analyze FILE --map THIS.toml
# Lines may be left out: what is not said here is detected. docs/READING.md lists everything that can be said.
"""
HELP = {
    "kind": '"tickets": one row per ticket · "events": one row per event or update of a ticket',
    "zone": "IANA name of the place whose clocks the moments show; moments with an offset of their own ignore it",
    "day_first": "03/04/2026 is the third of April (true) or the fourth of March (false)",
    "encoding": 'of a text file: "utf-8", "gb18030", "big5", "cp1252" …',
    "delimiter": "between the columns of a text file",
    "sheet": "of a workbook",
    "member": "which file inside a .zip",
    "header_row": "number of the row with the column names, counted from 1; 0 where there is none to find",
    "policy": '"standard": judge by the default matrix of promises',
    "dimensions": "further columns to group by, under their own names",
}
COLUMNS = """
# field = "column". One column may serve several fields; field = "" keeps a field empty.
# Moments: {moments}.
# Spans counted from the receipt: {spans}.
# Others: {texts}, {counts}.
"""
VALUES = """
# What the words of a column stand for; a word not listed, or listed as itself, stays as it is.
# status: new, open, waiting, resolved, closed, cancelled · priority: P0 (most urgent) to P3
# channel: phone, chat, mail, form, app, wechat, wecom, dingtalk, onsite
"""
EVENTS = """
# Which activity is which event; "changed" is kept and measures nothing.
"""
CLOCKS = """
# Clocks of your own: from the first event of `start` to the first of `end`, for example
# [clocks.repair]
# start = ["arrived"]
# end = ["resolved"]
"""
PROMISES = """
# What was promised, for example
# [calendars.service]
# zone = "Asia/Shanghai"
# china = true                       # public holidays and make-up working days of China
# week = { mon = ["09:00-12:00", "13:30-18:00"], tue = ["09:00-12:00", "13:30-18:00"] }
# [[promises]]
# clock = "resolution"
# target = "4h"
# calendar = "service"
# when = { priority = ["P0", "P1"] }
"""


def written(mapping: Mapping) -> str:
    """The TOML text; reading it again gives the same mapping."""
    return HEAD + "".join(sections(mapping))


def sections(mapping: Mapping) -> Iterator[str]:
    for key, help_ in HELP.items():
        value = getattr(mapping, key)
        if isinstance(value, (bool, list)) or value:
            assumed = " (assumed: the file names none)" if key == "zone" and mapping.zone_assumed else ""
            yield f"\n# {help_}{assumed}\n{tomli_w.dumps({key: value})}"
    yield COLUMNS.format(**{group: names(group) for group in ("moments", "spans", "texts", "counts")})
    yield tomli_w.dumps({"columns": mapping.columns})
    yield VALUES + (tomli_w.dumps({"values": mapping.values}) if mapping.values else "")
    if mapping.events:
        yield EVENTS + tomli_w.dumps({"events": mapping.events})
    clocks = {name: {"start": list(span.start), "end": list(span.end)} for name, span in mapping.clocks.items()}
    yield CLOCKS + (tomli_w.dumps({"clocks": clocks}) if clocks else "")
    promised = {"calendars": mapping.calendars, "promises": mapping.promises}
    yield PROMISES + tomli_w.dumps({name: said for name, said in promised.items() if said})


def names(group: str) -> str:
    return ", ".join(field for field, of in FIELDS.items() if of == group)

"""Holiday files as people have them."""

from datetime import date

import pytest

from jishi.core.holidays import Day
from jishi.core.refused import Refused
from jishi.intake import holidays


def ics(*events):
    body = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART;VALUE=DATE:{since}\r\n"
        + (f"DTEND;VALUE=DATE:{until}\r\n" if until else "")
        + f"SUMMARY:{summary}\r\nEND:VEVENT\r\n"
        for n, (since, until, summary) in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\n{body}END:VCALENDAR\r\n".encode()


YEAR = [
    ("20270101", "20270104", "元旦（休）"),
    ("20270206", "20270207", "春节 补班"),
    ("20271001", "20271008", "国庆节 假期"),
    ("20271010", None, "国庆节（班）"),
]


def test_marks_tell_days_off_from_make_up_days():
    known = holidays.read_ics(ics(*YEAR), "2027.ics")
    assert known.days[date(2027, 1, 3)] == Day("holiday", "元旦")
    assert known.days[date(2027, 2, 6)] == Day("make-up", "春节")
    assert known.days[date(2027, 10, 7)] == Day("holiday", "国庆节")
    assert known.days[date(2027, 10, 10)] == Day("make-up", "国庆节")
    assert len(known.days) == 3 + 1 + 7 + 1


def test_a_mere_festival_among_marked_days_is_a_working_day():
    known = holidays.read_ics(ics(*YEAR, ("20271009", "20271010", "重阳节")), "2027.ics")
    assert date(2027, 10, 9) not in known.days


def test_where_nothing_is_marked_each_day_is_off():
    known = holidays.read_ics(ics(("20270101", None, "Neujahr"), ("20271003", None, "Einheit")), "de.ics")
    assert known.days[date(2027, 10, 3)] == Day("holiday", "Einheit")


def test_new_year_in_the_neighbours_list_does_not_cover_a_year():
    known = holidays.read_ics(ics(*YEAR, ("20280101", "20280104", "元旦（休）")), "2027.ics")
    assert known.covered_until == date(2027, 12, 31)
    assert date(2028, 1, 2) in known.days


@pytest.mark.parametrize("events", [[], [("20270101", "20270104", "元旦（休）")]])
def test_an_empty_year_is_refused(events):
    with pytest.raises(Refused, match="holidays-empty"):
        holidays.read_ics(ics(*events), "2027.ics")


def test_days_that_repeat_each_year_are_refused():
    content = ics(("20270101", None, "New Year")).replace(b"SUMMARY", b"RRULE:FREQ=YEARLY\r\nSUMMARY")
    with pytest.raises(Refused, match="holidays-repeating"):
        holidays.read_ics(content, "de.ics")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"])
def test_what_is_no_calendar_is_refused(content):
    with pytest.raises(Refused, match=r"holidays-(unreadable|empty)"):
        holidays.read_ics(content, "a.ics")


def test_a_file_is_read_by_its_ending(tmp_path):
    (tmp_path / "days.ICS").write_bytes(ics(*YEAR))
    (tmp_path / "2027.json").write_text('\ufeff{"year": 2027, "papers": [], "days": []}', encoding="utf-8")
    assert holidays.read(tmp_path / "days.ICS").source == "days.ICS"
    with pytest.raises(Refused, match="holidays-empty"):
        holidays.read(tmp_path / "2027.json")

"""What is told besides the tickets: errors, assumptions, refusals."""

import pytest

from jishi.core.refused import Refused
from jishi.intake.history import read
from jishi.intake.mapping import Mapping


def hours(told):
    """Hours from receipt to closing, None for what is open."""
    ends = [{event.kind: event.at for event in ticket.events} for ticket in told.tickets]
    return [(end["closed"] - end["received"]) / 3600 if "closed" in end else None for end in ends]


def test_one_bad_date_in_ten_costs_ten_cells_and_not_the_file(csv_file):
    rows = [f"T{n},2026-11-23 09:00,{'下周三' if n % 10 == 0 else '2026-11-23 10:00'}" for n in range(100)]
    told = read(csv_file("工单编号,创建时间,关闭时间", *rows))
    assert len(told.tickets) == 100
    assert [(e.row, e.column, e.value, e.reason) for e in told.errors] == [
        (n + 2, "关闭时间", "下周三", "moment-unreadable") for n in range(0, 100, 10)
    ]


def test_a_ticket_without_a_readable_start_is_left_out_and_listed(csv_file):
    told = read(csv_file("id,opened,closed", "1,,2026-11-23 10:00", "2,soon,2026-11-23 10:00", "3,2026-11-23 09:00,"))
    assert [ticket.id for ticket in told.tickets] == ["3"]
    assert [(e.row, e.column, e.value, e.reason) for e in told.errors] == [
        (2, "opened", "", "no-start"),
        (3, "opened", "soon", "moment-unreadable"),
        (3, "opened", "soon", "no-start"),
    ]


def test_an_end_before_its_start_is_kept_as_it_was_told(csv_file):
    told = read(csv_file("id,opened,closed", "1,2026-11-23 09:00,2026-11-23 08:00"))
    assert hours(told) == [-1]
    assert told.errors == []


def test_placeholders_for_never_are_no_moments(csv_file):
    told = read(
        csv_file(
            "id,opened,closed",
            "1,2026-11-23 09:00,1900-01-01",
            "2,2026-11-23 09:00,0000-00-00 00:00:00",
            "3,2026-11-23 09:00,2026-11-23 10:00",
        )
    )
    assert hours(told) == [None, None, 1]
    assert [(e.row, e.reason) for e in told.errors] == [(2, "moment-out-of-range")]


def test_numbers_that_a_spreadsheet_cut_short_are_listed(csv_file):
    told = read(csv_file("id,opened,contact", "1,2026-11-23 09:00,1.38E+10"))
    assert [(e.column, e.value, e.reason) for e in told.errors] == [("contact", "1.38E+10", "digits-lost")]


def test_cells_that_are_not_what_their_column_is_are_listed(csv_file):
    rows = [f"{n},2026-11-23 09:00,{n % 5 + 1},是" for n in range(8)]
    told = read(csv_file("工单号,创建时间,评分,是否及时", *rows, "9,2026-11-23 09:00,挺好的啊,也许"))
    assert {(e.row, e.column, e.reason) for e in told.errors} == {
        (10, "评分", "score-unreadable"),
        (10, "是否及时", "flag-unreadable"),
    }


def test_a_file_in_which_nothing_can_be_read_is_refused_with_its_first_trouble(csv_file):
    with pytest.raises(Refused) as no:
        read(csv_file("id,opened", "1,soon", "2,later"))
    assert no.value.code == "nothing-readable"
    facts = no.value.facts
    assert (facts["rows"], facts["row"], facts["column"], facts["value"]) == (2, 2, "opened", "soon")


def test_a_file_without_a_column_of_moments_is_refused_with_its_columns(csv_file):
    with pytest.raises(Refused) as no:
        read(csv_file("工单编号,状态,备注", "1,已完成,x"))
    assert (no.value.code, no.value.facts["columns"]) == ("no-start-column", "工单编号, 状态, 备注")


def test_a_heading_in_a_foreign_language_is_helped_by_its_cells(csv_file):
    told = read(csv_file("Nummer,Eingang,Bemerkung", "1,2026-11-23 09:00,gut", "2,2026-11-24 09:00,schlecht"))
    assert [(taken.column, taken.by) for taken in told.columns if taken.taken_for == "received"] == [
        ("Eingang", "values")
    ]


def test_what_was_taken_for_what_is_told_with_how_full_it_is_and_an_example(csv_file):
    told = read(csv_file("id,opened,closed", "1,2026-11-23 09:00,", "2,2026-11-23 09:00,2026-11-23 10:00"))
    seen = {taken.taken_for: (taken.column, taken.by, taken.filled, taken.example) for taken in told.columns}
    assert seen["closed"] == ("closed", "header", 0.5, "2026-11-23 10:00")
    assert told.file == {"name": "export.csv", "format": "csv", "encoding": "utf-8", "rows": 2, "kind": "tickets"}
    assert told.events == 2 + 2


@pytest.mark.parametrize(
    ("rows", "day_first", "code"),
    [
        (["03/04/2026 9:00,03/05/2026 9:00", "13/04/2026 9:00,14/04/2026 9:00"], True, None),
        (["03/04/2026 9:00,03/05/2026 9:00", "04/13/2026 9:00,04/14/2026 9:00"], False, None),
        (["03/04/2026 9:00,13/04/2026 9:00"], True, None),
        (["01/12/2026 9:00,02/01/2027 9:00", "02/12/2026 9:00,03/01/2027 9:00"], None, "date-order-assumed"),
        (["02/11/2026 9:00,01/12/2026 9:00", "03/11/2026 9:00,02/12/2026 9:00"], True, "date-order-by-sense"),
        (["11/02/2026 9:00,12/01/2026 9:00", "11/03/2026 9:00,12/02/2026 9:00"], False, "date-order-by-sense"),
    ],
    ids=["part>12", "second>12", "the other column", "undecided", "sense: day", "sense: month"],
)
def test_the_order_of_day_and_month_is_decided_for_the_whole_column(csv_file, rows, day_first, code):
    told = read(csv_file("id,opened,closed", *[f"{n},{row}" for n, row in enumerate(rows)]))
    assert told.mapping.day_first is (day_first or False)
    assert [note.code for note in told.notes if note.code.startswith("date-order")] == [code] * bool(code)
    assert min(hours(told)) > 0


def test_local_times_are_those_of_the_zone(csv_file):
    path = csv_file("id,opened,closed", "1,2026-03-08 01:30,2026-03-08 03:30", "2,2026-11-01 00:30,2026-11-01 02:30")
    assert hours(read(path, Mapping(zone="America/New_York"))) == [1, 3]
    assert hours(read(path, Mapping(zone="Asia/Shanghai"))) == [2, 2]


def test_an_hour_the_clocks_skipped_is_shifted_and_of_a_repeated_one_the_first_is_meant(csv_file):
    path = csv_file("id,opened,closed", "1,2026-03-08 01:59,2026-03-08 02:30", "2,2026-11-01 00:59,2026-11-01 01:30")
    assert [round(h * 60) for h in hours(read(path, Mapping(zone="America/New_York")))] == [31, 31]


def test_a_zone_is_assumed_only_where_moments_name_none(csv_file):
    assert read(csv_file("id,opened", "1,2026-11-23 09:00")).mapping.zone_assumed
    assert not read(csv_file("id,opened", "1,2026-11-23T09:00:00Z")).mapping.zone_assumed
    assert not read(csv_file("id,opened", "1,2026-11-23 09:00"), Mapping(zone="Europe/Berlin")).mapping.zone_assumed
    with pytest.raises(Refused, match="no-such-zone"):
        read(csv_file("id,opened", "1,2026-11-23 09:00"), Mapping(zone="Europe/Atlantis"))

"""DOMAIN §4.3: moments as people write them."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from jishi.intake.cells.moments import moment, time_alone

at = datetime.fromisoformat
NINE = at("2026-11-23 09:05")


@pytest.mark.parametrize(
    "written",
    [
        "2026年11月23日 9:05",
        "2026年11月23日9:05",
        "2026年11月23日 上午9:05",
        "2026年11月23日9时5分",
        "2026 年 11 月 23 日 9:05",
        "2026年11月23日 星期一 9:05",
        "２０２６年１１月２３日　９：０５",
        "2026/11/23 9:05",
        "2026/11/23 09：05",
        "2026.11.23 9:05",
        "2026-11-23 09:05:00",
        "2026-11-23T09:05:00.000",
        "11/23/2026 9:05",
        "11/23/2026 09:05:00 AM",
        "23/Nov/26 9:05 AM",
        "23-Nov-2026 09:05",
        "Nov 23, 2026 9:05 AM",
        "Mon, 23 Nov 2026 09:05:00",
        "20261123090500",
        "202611230905",
        " 2026/11/23\u00a09:05 ",
        "'2026-11-23 09:05",
    ],
)
def test_a_moment_is_understood_however_it_is_written(written):
    assert moment(written) == NINE


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("14/Jul/25 3:42 PM", at("2025-07-14 15:42")),
        ("6/21/2025 16:14", at("2025-06-21 16:14")),
        ("01/05/2015 12:40:41 PM", at("2015-01-05 12:40:41")),
        ("01/05/2015 12:40:41 AM", at("2015-01-05 00:40:41")),
        ("2026年11月23日 下午3点半", at("2026-11-23 15:30")),
        ("2026年11月23日 晚上11:20", at("2026-11-23 23:20")),
        ("2026年11月23日 凌晨12:20", at("2026-11-23 00:20")),
        ("2026-11-23", at("2026-11-23 00:00")),
        ("2026-11-23 24:00", at("2026-11-24 00:00")),
    ],
)
def test_halves_of_the_day_and_bare_days_are_understood(written, meant):
    assert moment(written) == meant


@pytest.mark.parametrize("written", ["29/2/2016 01:16", "29.2.2016 1:16", "29-2-16 01:16"])
def test_the_day_comes_first_when_the_column_says_so(written):
    assert moment(written, day_first=True) == at("2016-02-29 01:16")
    assert moment(written, day_first=False) is None


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("2026-11-23T09:05:00Z", UTC),
        ("2026-11-23 09:05:00 UTC", UTC),
        ("Mon, 23 Nov 2026 09:05:00 +0800", 8),
        ("2026-11-23T09:05:00+08:00", 8),
        ("2026-11-23T09:05:00.123456789+08:00", 8),
        ("2026-11-23T09:05-05:30", -5.5),
    ],
)
def test_an_offset_that_is_written_is_kept(written, zone):
    meant = zone if zone is UTC else timezone(timedelta(hours=zone))
    assert moment(written) == datetime(2026, 11, 23, 9, 5, tzinfo=meant)


@pytest.mark.parametrize("told", ["1764000000", 1764000000, "1764000000000", 1764000000000.0])
def test_numbers_of_ten_digits_are_seconds_and_of_thirteen_milliseconds_since_1970(told):
    assert moment(told) == datetime(2025, 11, 24, 16, tzinfo=UTC)


def test_five_digits_are_the_serial_day_of_a_spreadsheet():
    assert moment("46349.5") == moment(46349.5) == at("2026-11-23 12:00")
    assert moment(46349.5, since_1904=True) == at("2030-11-24 12:00")
    assert moment(46349 + (9 * 60 + 5) / 1440) == NINE


def test_dates_of_a_spreadsheet_come_as_they_are():
    assert moment(NINE) is NINE
    assert moment(date(2026, 11, 23)) == at("2026-11-23 00:00")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "昨天",
        "2026-13-01",
        "31/31/2015",
        "2026-02-30",
        "9:05",
        "25:00 2026-01-01",
        "2026-11-23 9:75",
        "12",
        "1e9",
        "1900-01-01",
        "9999-12-31 23:59:59",
        "0001-01-01",
        None,
        True,
        time(9, 5),
        timedelta(hours=3),
    ],
)
def test_what_is_no_moment_is_not_guessed(written):
    assert moment(written) is None


@pytest.mark.parametrize(
    "alone", ["9:05", "９：０５", "09:05:00", "上午9:05", "9:05 AM", "9时5分", time(9, 5), (9 * 60 + 5) / 1440]
)
def test_a_time_of_day_is_told_from_a_moment(alone):
    assert time_alone(alone) == timedelta(hours=9, minutes=5)
    assert moment(alone) is None


@pytest.mark.parametrize("not_one", ["9", "", "2026-11-23", None, "abc", "25:00", 46349.5])
def test_a_bare_number_is_no_time_of_day(not_one):
    assert time_alone(not_one) is None

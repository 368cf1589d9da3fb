"""Shipped holidays have a name in both languages."""

from django.utils import translation

from jishi.words.days import feast


def test_a_shipped_holiday_is_called_by_its_name_in_the_readers_language():
    with translation.override("en"):
        assert feast("春节") == "Spring Festival"
    with translation.override("zh-hans"):
        assert feast("春节") == "春节"


def test_two_holidays_on_one_day_are_both_named():
    with translation.override("en"):
        said = feast("国庆节、中秋节")
    assert "National Day" in said
    assert "Mid-Autumn Festival" in said


def test_a_name_the_company_wrote_stays_as_it_is():
    with translation.override("en"):
        assert feast("厂庆") == "厂庆"

"""What others may see of a person, alone and in the midst of a text."""

import re
import string
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jishi.core import masking
from jishi.core.personal import HIDDEN, check_digit, is_card, is_identity, plain

mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
regions, counters = (st.from_regex(pattern, fullmatch=True) for pattern in (r"[1-9][0-9]{5}", r"[0-9]{3}"))
born = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(lambda day: day.strftime("%Y%m%d"))
identities = st.tuples(regions, born, counters).map("".join).map(lambda said: said + check_digit(said))
words = st.text(st.characters(codec="utf-8", exclude_categories=["Nd", "Cs"]), max_size=30)
texts = st.text(max_size=200)


@pytest.mark.parametrize(
    ("full", "masked"),
    [
        ("陈建国", "陈*"),
        ("陈", "陈*"),
        ("欧阳修", "欧阳*"),
        ("司马", "司*"),
        ("上官婉儿", "上官*"),
        ("John Smith", "J***"),
        ("", ""),
    ],
)
def test_a_name_keeps_its_surname_only(full, masked):
    assert masking.name(full) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("13800138000", "138****8000"),
        ("+86 138 0013 8000", "138****8000"),
        ("１３８００１３８０００", "138****8000"),
        ("0755-12345678", "0755-****5678"),
        ("010 6512 3456", "010-****3456"),
        ("+49 171 1234567", "********4567"),
        ("110", "***"),
        ("", ""),
    ],
)
def test_a_telephone_number_keeps_its_ends(number, masked):
    assert masking.phone(number) == masked


@pytest.mark.parametrize(
    ("full", "masked"),
    [
        ("广东省深圳市南山区科技园路 1 号", "广东省深圳市南山区****"),
        ("北京市朝阳区建国路 88 号", "北京市朝阳区****"),
        ("江苏省苏州市昆山市前进路", "江苏省苏州市昆山市****"),
        ("阳光小区 5 号楼 301", "****"),
        ("221B Baker Street", "****"),
        ("", ""),
    ],
)
def test_an_address_ends_at_the_district(full, masked):
    assert masking.address(full) == masked


def test_the_other_numbers_of_a_person():
    assert masking.identity("11010519491231002X") == "110105********002X"
    assert masking.mail("zhang.san@163.com") == "z***@163.com"
    assert masking.mail("nobody") == "****"
    assert masking.card("6222 0202 0011 2231 234") == "6222 **** **** 1234"
    assert masking.plate("京A12345") == "京A***45"


@pytest.mark.parametrize(("seventeen", "check"), [("11010519491231002", "X"), ("44030019900307451", "5")])
def test_the_check_digit_of_an_identity_card(seventeen, check):
    assert check_digit(seventeen) == check and is_identity(seventeen + check)


@given(identities, st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(number, place, more):
    wrong = number[:place] + str((int(number[place]) + more) % 10) + number[place + 1 :]
    assert is_identity(number) and not is_identity(wrong)


def test_a_bank_card_ends_in_the_right_digit():
    assert is_card("4111 1111 1111 1111") and not is_card("4111 1111 1111 1112")


@given(words, mobiles, words)
def test_no_mobile_survives_in_a_text(before, number, after):
    told = masking.text(f"{before}{number}{after}")
    assert number not in told and f"{number[:3]}****{number[7:]}" in told


@given(words, mobiles, words, st.sampled_from([" ", "-", "\u200b", ".", "\u3000"]))
def test_no_mobile_hides_behind_what_stands_between(before, number, after, sign):
    told = f"{before}{number[:3]}{sign}{number[3:7]}{sign}{number[7:]}{after}"
    assert number not in re.sub(r"\D", "", plain(masking.text(told)))


@given(words, identities, words)
def test_no_identity_card_survives_in_a_text(before, number, after):
    told = masking.text(f"{before} {number} {after}")
    assert number not in told and masking.identity(number) in told


@given(words, st.text(string.ascii_lowercase, min_size=2, max_size=20), words)
def test_no_mail_address_survives_in_a_text(before, local, after):
    assert f"{local}@example.com" not in masking.text(f"{before} {local}@example.com {after}")


@given(texts)
def test_a_text_masked_twice_is_masked_once(told):
    once = masking.text(told)
    assert masking.text(once) == once


@given(words)
def test_a_text_without_numbers_and_addresses_stays_as_it_is(told):
    assert "@" in plain(told) or masking.text(told) == told


@given(texts)
def test_what_is_found_lies_in_the_text_and_does_not_overlap(told):
    spans = [(start, end) for start, end, _ in masking.found(told)]
    assert all(0 <= start < end <= len(told) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_numbers_that_are_nobodys_stay():
    told = "工单 2026113800138000，报警 AL-2041，序列号 B24-0007，2026-11-24 08:00，金额 12345.67，版本 1.2.3"
    assert masking.text(told) == told


def test_known_names_and_places_are_masked_wherever_they_stand():
    told = "陈建国住金枫路 8 号，陈建国先生的电话是 13800138000"
    assert masking.text(told, ["陈建国"], ["金枫路 8 号"]) == "陈*住****，陈*先生的电话是 138****8000"


def test_a_pseudonym_joins_the_same_number_however_written_and_nothing_else():
    key = b"k" * 32
    first = masking.pseudonym(key, "phone", "138-0013-8000")
    assert first == masking.pseudonym(key, "phone", "+86 13800138000") and len(first) == 32
    others = (masking.pseudonym(*said) for said in ((b"l" * 32, "phone", "13800138000"), (key, "mail", "13800138000")))
    assert first not in others and first != masking.pseudonym(key, "phone", "13800138001")


LONG = ["a", "a@", "1", "138", "a@a.", "0755-", "6222 ", "+86", ".", "x@a.a.a.", "省", "1380013", "\u200b1"]


@pytest.mark.parametrize("piece", LONG)
def test_no_text_however_made_holds_the_scan_up(piece):
    told = piece * (50_000 // len(piece))
    assert len(masking.text(told)) > 0 and not HIDDEN & set(masking.address(told)[-4:])

"""A telephone number is the same however it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jishi.core import telephone
from jishi.core.telephone import Number

# As people type them, and what they all mean.
SPELLINGS = {
    Number(
        "13800138000"
    ): """13800138000 | 138 0013 8000 | 138-0013-8000 | +86 138 0013 8000 | +8613800138000 | 8613800138000
        | 0086-138-0013-8000 | (+86)13800138000 | 013800138000 | １３８００１３８０００ | ＋８６　１３８００１３８０００
        | 138.0013.8000 | 手机：13800138000 | Tel: 138 0013 8000 | 138\u200b0013\u200b8000 | 138 001 38000""",
    Number("051266881234"): """0512-66881234 | 0512 6688 1234 | (0512)66881234 | （0512）6688-1234 | +86 512 66881234
        | +86 (0)512 66881234 | 0086 512 6688 1234 | 86-512-66881234 | 051266881234 | 电话：0512－66881234""",
    Number(
        "051266881234", "8001"
    ): """0512-66881234转8001 | 0512-66881234-8001 | 051266881234 转 8001 | 0512-66881234#8001
        | 0512-66881234 ext. 8001 | 0512-66881234 Ext 8001 | +86 512 66881234 x8001 | 0512 66881234 分机：8001
        | 0512-66881234,8001# | ０５１２－６６８８１２３４转８００１ | 0512-66881234转接8001""",
    Number("01066881234"): "010-66881234 | +86 10 66881234 | 01066881234",
    Number("02166881234"): "021-66881234 | +86-21-6688-1234",
    Number("04716688123"): "0471-6688123 | +86 471 668 8123",
    Number("66881234"): "66881234 | 6688-1234 | 6688 1234",
    Number("66881234", "12"): "66881234转12 | 6688-1234 #12",
    Number("4008001234"): "400-800-1234 | 4008001234 | 400 8001 234 | +86 400 800 1234",
    Number("+14155550100"): "+1 415 555 0100 | 001-415-555-0100 | +1 (415) 555-0100",
    Number("+85221234567"): "+852 2123 4567 | 00852 21234567",
    None: "陈建国 | QH850-2304-0172 | 12345 | 0512 | 110 | | JS-2026-03-0001 | 138001380001 | +0 1 | B24-0007 | +86 1",
}
CASES = [(said.strip(), number) for number, lines in SPELLINGS.items() for said in lines.split("|")]


@pytest.mark.parametrize(("said", "number"), CASES, ids=[said for said, _ in CASES])
def test_a_number_is_read_however_it_is_typed(said, number):
    assert telephone.read(said) == number


MOBILES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
LANDLINES = st.from_regex(r"0(10|2[0-9]|[3-9][0-9]{2})[2-8][0-9]{7}", fullmatch=True)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@given(
    number=MOBILES | LANDLINES,
    country=st.sampled_from(["", "+86", "0086", "86", "+86 ", "+86-"]),
    between=st.lists(st.sampled_from(["", " ", "-", ".", "\u00a0", "　", "－", "\u200b"]), min_size=12, max_size=12),
    extension=st.just("") | st.from_regex(r"[0-9]{1,6}", fullmatch=True),
    by=st.sampled_from(["转", " 转 ", "#", " ext. ", "x", "分机", "＃"]),
    wide=st.booleans(),
)
def test_country_signs_width_and_extension_never_change_the_number(number, country, between, extension, by, wide):
    bare = number.removeprefix("0") if country else number
    said = country + "".join(digit + sign for digit, sign in zip(bare, [*between, *between], strict=False))
    said += by + extension if extension else ""
    assert telephone.read(said.translate(WIDE) if wide else said) == Number(number, extension)


@given(st.text(max_size=40) | st.from_regex(r"[+0-9()转#. -]{0,24}", fullmatch=True))
def test_what_was_read_reads_as_itself(said):
    number = telephone.read(said)
    if number:
        assert telephone.read(number.digits) == Number(number.digits)
        assert not number.local or telephone.read(number.local) == Number(number.local)

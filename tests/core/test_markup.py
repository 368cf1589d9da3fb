"""Light markup is read into blocks; whatever else looks like a mark stays text."""

from hypothesis import given
from hypothesis import strategies as st

from jishi.core.difference import difference
from jishi.core.grams import grams
from jishi.core.markup import Span, read


def kinds(text):
    return [(block.kind, len(block.lines)) for block in read(text)]


def test_each_mark_makes_its_block():
    text = "## 现象\n异响\n第二行\n\n- 一\n- 二\n1. 停机\n2、挂牌\n> 注意\n```\n<b>\n- x\n```"
    assert kinds(text) == [
        ("heading", 1), ("paragraph", 2), ("bullets", 2), ("steps", 2), ("note", 1), ("code", 2)
    ]  # fmt: skip


def test_an_empty_line_parts_two_paragraphs():
    assert kinds("一\n\n二") == [("paragraph", 1), ("paragraph", 1)]


def test_within_a_line_there_are_strong_words_code_and_articles():
    assert read("a **b** `c` [[K-0012]]")[0].lines[0] == (
        Span("text", "a "), Span("strong", "b"), Span("text", " "), Span("code", "c"), Span("text", " "),
        Span("article", "0012"),
    )  # fmt: skip


def test_html_pictures_and_addresses_mean_nothing():
    text = "<img src=x onerror=alert(1)> ![x](http://x/y.png) [a](javascript:alert(1))"
    assert read(text)[0].lines == ((Span("text", text),),)


@given(st.text(alphabet="#-*>`[]K1. 、\nab", max_size=80))
def test_no_letter_is_lost_but_the_marks(text):
    shown = "".join(span.text for block in read(text) for line in block.lines for span in line)
    assert [sign for sign in shown if sign in "ab"] == [sign for sign in text if sign in "ab"] or "```" in text


def test_a_difference_tells_what_is_gone_and_what_has_come():
    assert difference("一\n二\n三", "一\n2\n三") == [("kept", "一"), ("gone", "二"), ("come", "2"), ("kept", "三")]


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_difference_holds_both_texts(before, after):
    told = difference(before, after)
    assert [line for kind, line in told if kind != "come"] == before.splitlines()
    assert [line for kind, line in told if kind != "gone"] == after.splitlines()


def test_two_chinese_characters_are_found_and_width_does_not_matter():
    assert grams("主轴") <= grams("VMC主轴异响") and grams("ＡＬ") == grams("al")

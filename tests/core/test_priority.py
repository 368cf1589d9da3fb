"""How urgent a request is: proposed from words and marks, with the reasons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jishi.core.priority import ORDER, Proposal, Rule, chased, is_said, propose

STOPPED = Rule(1, "word", "停产", "P0")
LINE, ALL = Rule(2, "word", "产线", "P0", 50), Rule(3, "word", "全部", "P0", 50)
LEAK, IDEA, DOWN = Rule(4, "word", "漏水", "P1"), Rule(5, "word", "建议", "P3"), Rule(6, "word", "down", "P0")
FURIOUS, CROSS = Rule(7, "emotion", "severe", "P0"), Rule(8, "emotion", "displeased", "up")
VIP, PRESS = Rule(9, "vip", "yes", "up"), Rule(10, "product", "12", "P1")
TWICE, THRICE = Rule(11, "chases", "2", "P2"), Rule(12, "chases", "3", "P1")
RULES = (STOPPED, LINE, ALL, LEAK, IDEA, DOWN, FURIOUS, CROSS, VIP, PRESS, TWICE, THRICE)
MARKS = [("emotion", "severe"), ("emotion", "displeased"), ("vip", "yes"), ("product", "12")]

# what is said, what is known -> what is proposed, by which rules
TABLE = [
    ("请问怎么开发票", [], "P2", ()),
    ("产线停产了", [], "P0", (STOPPED, LINE)),
    ("全部产线都停了", [], "P0", (LINE, ALL)),
    ("一条产线有异响", [], "P2", ()),
    ("建议增加夜间模式", [], "P3", (IDEA,)),
    ("建议换掉，还在漏水", [], "P1", (LEAK,)),
    ("请问怎么开发票", [("emotion", "severe")], "P0", (FURIOUS,)),
    ("请问怎么开发票", [("emotion", "displeased")], "P1", (CROSS,)),
    ("请问怎么开发票", [("vip", "yes"), ("emotion", "displeased")], "P1", (CROSS, VIP)),
    ("建议增加夜间模式", [("vip", "yes")], "P2", (IDEA, VIP)),
    ("锅炉漏水", [("vip", "yes")], "P1", (LEAK,)),
    ("请问怎么开发票", [("product", "12")], "P1", (PRESS,)),
    ("The whole line is DOWN", [], "P0", (DOWN,)),
]


@pytest.mark.parametrize(("words", "marks", "priority", "reasons"), TABLE, ids=[row[0] + str(row[1]) for row in TABLE])
def test_what_is_said_and_known_proposes_a_priority_and_says_why(words, marks, priority, reasons):
    assert propose(words, marks, RULES) == Proposal(priority, reasons)


@pytest.mark.parametrize(
    "words", ["没有停产", "目前未停产", "不会停产", "还没停产", "is not down", "download", "the line isn't down"]
)
def test_what_is_denied_is_not_said(words):
    assert propose(words, [], RULES).priority == "P2"


def test_one_denial_does_not_silence_another_mention():
    assert is_said("停产", "昨天没有停产，今天停产了")


@given(st.text("停产线全部漏水建议没的down ", max_size=30), st.sets(st.sampled_from(MARKS)), st.sampled_from(MARKS))
def test_another_mark_never_makes_a_request_less_urgent(words, marks, another):
    before, after = (propose(words, told, RULES).priority for told in (marks, marks | {another}))
    assert ORDER.index(after) <= ORDER.index(before)


@given(st.text("停产线全部漏水建议没的down ", max_size=30), st.sets(st.sampled_from(MARKS)))
def test_only_words_and_feelings_make_a_request_critical(words, marks):
    calm = propose(
        words, {mark for mark in marks if mark[0] != "emotion"}, [rule for rule in RULES if rule.kind != "word"]
    )
    assert calm.priority != "P0"


def test_each_further_chase_may_raise_and_none_lowers():
    assert [chased("P3", n, RULES) for n in range(5)] == ["P3", "P3", "P2", "P1", "P1"]
    assert [chased("P0", 3, RULES), chased("P1", 2, RULES), chased("", 3, RULES)] == ["P0", "P1", ""]

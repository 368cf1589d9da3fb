"""The vital few reach 80 % of the whole."""

import pytest

from jishi.core.pareto import pareto

CAUSES = {
    "第三方延误": 5, "分配延迟": 46, "其他": 4, "权限不足": 12, "知识库缺失": 19, "备件缺货": 31, "客户信息不全": 7,
}  # fmt: skip


def vital(counts):
    return [row.value for row in pareto(counts) if row.vital]


def test_the_vital_few_are_the_shortest_prefix_that_reaches_eighty_percent():
    rows = pareto(CAUSES)
    assert [round(row.cumulative * 100, 2) for row in rows[:4]] == [37.10, 62.10, 77.42, 87.10]
    assert vital(CAUSES) == ["分配延迟", "备件缺货", "知识库缺失", "权限不足"]
    assert rows[-1].cumulative == pytest.approx(1)


def test_a_prefix_that_reaches_eighty_percent_exactly_is_enough():
    assert vital({"pump": 50, "valve": 30, "hose": 20}) == ["pump", "valve"]


def test_the_alphabet_does_not_cut_a_tie():
    assert vital({"a": 40, "b": 20, "c": 20, "d": 20}) == ["a", "b", "c", "d"]
    assert vital({"a": 60, "b": 15, "c": 15, "d": 10}) == ["a", "b", "c"]


@pytest.mark.parametrize("other", ["其他", "其它", "Other", " other ", "(other)"])
def test_other_stands_last_and_is_never_vital(other):
    rows = pareto({other: 90, "pump": 6, "valve": 4})
    assert rows[-1].value == other and not rows[-1].vital
    assert [row.value for row in rows if row.vital] == ["pump", "valve"]


def test_equal_counts_stand_in_order_of_name():
    assert [row.value for row in pareto({"valve": 3, "hose": 3, "pump": 9})] == ["pump", "hose", "valve"]


def test_of_nothing_nothing_is_vital():
    assert pareto({}) == []
    assert [row.vital for row in pareto({"pump": 0})] == [False]

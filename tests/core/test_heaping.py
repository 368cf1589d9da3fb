"""Round minutes against chance: one in five by chance; binomial upper tail told by hand."""

import pytest
from scipy.stats import binomtest

from jishi.core.heaping import SURE, heaped


@pytest.mark.parametrize(("hits", "n", "habit"), [(30, 49, False), (20, 50, True), (17, 50, False), (300, 1300, False)])
def test_a_habit_is_sure_and_large_enough_to_matter(hits, n, habit):
    assert heaped(hits, n) is habit


@pytest.mark.parametrize(("hits", "n"), [(17, 50), (18, 50), (19, 50), (20, 50), (36, 100), (34, 100)])
def test_it_is_the_binomial_test(hits, n):
    assert heaped(hits, n) == (binomtest(hits, n, 0.2, "greater").pvalue <= SURE)

"""Whatever people are told has words."""

import ast

from jishi.assigning.seeking import TOLD
from jishi.words.notices import NOTICES, notice
from tests.test_words import TREES


def told_codes():
    """The codes given to `tell` of watch/notices.py, wherever it is called."""
    for tree in TREES.values():
        sources = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
        if not any(node.module.endswith("notices") and node.names[0].name == "tell" for node in sources):
            continue
        calls = [
            node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tell"
        ]
        yield from (call.args[1].value for call in calls if isinstance(call.args[1], ast.Constant))


def test_every_notice_that_is_given_has_words():
    codes = {*told_codes(), *TOLD.values()}
    assert {"mentioned", "chased", "offered"} <= codes
    assert codes - set(NOTICES) == set()


def test_a_notice_says_who_told_and_what():
    assert notice("mentioned", "林晓", {"event": 3}) == "林晓在备注里提到了您"
    assert notice("chased", "", {"times": 2}) == "客户催单了，累计 2 次"

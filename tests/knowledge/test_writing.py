"""What was published stays as it was; a draft is one, and nobody's words are lost in it."""

import pytest

from jishi.core.refused import Refused
from jishi.knowledge import writing
from jishi.knowledge.models import Article, Version
from jishi.knowledge.writing import Words

from .articles import leak

pytestmark = pytest.mark.django_db


def test_a_new_version_leaves_the_old_one_readable(house, at):
    article = leak(house, at(1, "09:00"))
    writing.edit(article, house.lin, Words("壁挂炉漏水", "换阀"), {}, 0)
    assert Article.objects.get().title == "壁挂炉漏水怎么修"
    writing.publish(article, house.boss, at(2, "09:00"), "阀更常见", 1)
    first, second = Version.objects.order_by("place")
    assert (first.title, second.title, second.why) == ("壁挂炉漏水怎么修", "壁挂炉漏水", "阀更常见")
    assert first.published_at == at(1, "09:00") and Article.objects.get().version == second


def test_a_changed_version_says_why(house, at):
    article = leak(house, at(1, "09:00"))
    writing.edit(article, house.lin, Words("t", "b"), {}, 0)
    with pytest.raises(Refused, match="reason-missing"):
        writing.publish(article, house.boss, at(2, "09:00"), " ", 1)


def test_who_saves_what_somebody_else_has_saved_is_told(house, at):
    article = leak(house, at(1, "09:00"), issued=False)
    writing.edit(article, house.lin, Words("t", "first"), {}, 0)
    with pytest.raises(Refused, match="edited-meanwhile"):
        writing.edit(article, house.wang, Words("t", "second"), {}, 0)
    assert writing.draft(article).body == "first"


@pytest.mark.both_databases
def test_only_what_was_read_is_published(house, at):
    article = leak(house, at(1, "09:00"), issued=False)
    writing.edit(article, house.lin, Words("t", "b"), {}, 0)
    with pytest.raises(Refused, match="edited-meanwhile"):
        writing.publish(article, house.boss, at(1, "10:00"), "", 0)
    assert Article.objects.get().standing == "draft"


def test_for_whom_an_article_is_changes_only_when_it_is_published(house, at):
    article = leak(house, at(1, "09:00"))
    writing.edit(article, house.lin, Words("t", "b", "suppliers"), {}, 0)
    assert Article.objects.get().audience == "inside"
    writing.publish(article, house.boss, at(2, "09:00"), "w", 1)
    assert Article.objects.get().audience == "suppliers"


def test_a_discarded_first_draft_takes_the_article_with_it(house, at):
    writing.discard(leak(house, at(1, "09:00"), issued=False))
    kept = leak(house, at(1, "09:00"))
    writing.edit(kept, house.lin, Words("t", "b"), {}, 0)
    writing.discard(kept)
    assert list(Article.objects.all()) == [kept] and not writing.draft(kept)


def test_what_holds_is_looked_at_again_within_half_a_year(house, at):
    article = leak(house, at(1, "09:00"))
    assert article.review_by == (at(1, "09:00") + writing.KEPT).date()


@pytest.mark.parametrize(("title", "body"), [(" ", "b"), ("t", ""), ("t", "x" * 20_001), ("t" * 161, "b")])
def test_an_article_has_a_title_and_a_text_of_some_length(title, body):
    with pytest.raises(Refused, match=r"field-missing|too-long"):
        Words(title, body)

"""Articles are found by their words, the title before the text; while typing, by the rarer of them."""

import pytest

from jishi.directory.models import Category, Product
from jishi.directory.people import hire
from jishi.knowledge import queries, search, writing
from jishi.knowledge.models import Article
from jishi.knowledge.writing import Words

from .articles import leak

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def titles(articles):
    return [article.title for article in articles]


@pytest.fixture
def shelf(house, at):
    """Three articles; "点火" stands in the title of one, in the text of another."""
    leak(house, at(1, "09:00"))
    leak(house, at(1, "10:00"), "点火失败 E1 处理", "检查燃气阀，清洁电极")
    leak(house, at(1, "11:00"), "噪音大", "若点火时有爆燃声，见别的文章")
    return queries.published(house.lin)


def test_the_title_counts_more_than_the_text(shelf):
    assert titles(search.found(shelf, "点火", 9)) == ["点火失败 E1 处理", "噪音大"]


def test_every_word_has_to_be_there(shelf):
    assert titles(search.found(shelf, "点火 电极", 9)) == ["点火失败 E1 处理"] and search.found(shelf, "没有", 9) == []


def test_a_search_without_letters_finds_nothing(shelf):
    assert search.found(shelf, "？！", 9) == []


def test_what_is_typed_suggests_the_article_that_speaks_of_it(shelf):
    assert titles(search.suggest(shelf, "家里的炉子点火失败，屏幕显示E1", {}))[0] == "点火失败 E1 处理"


def test_two_texts_that_share_little_are_not_alike(shelf):
    assert search.suggest(shelf, "请问发票怎么开", {}) == []


def test_the_same_subcategory_is_reason_enough(house, at, shelf):
    top = Category.objects.create(name="供暖")
    under = Category.objects.create(name="不热", parent=top)
    leak(house, at(2, "09:00"), "水压低", "补水", category=top, subcategory=under)
    assert titles(search.suggest(shelf, "发票", {"subcategory": under.pk})) == ["水压低"]


def test_only_the_words_in_force_are_found(house, at, shelf):
    article = Article.objects.get(title="噪音大")
    writing.edit(article, house.lin, Words("风机轴承", "换轴承"), {}, 0)
    assert search.found(shelf, "轴承", 9) == []
    writing.publish(article, house.boss, at(3, "09:00"), "w", 1)
    assert titles(search.found(shelf, "轴承", 9)) == ["风机轴承"] and "噪音大" not in titles(
        search.found(shelf, "点火", 9)
    )


def test_filters_join_and_do_not_multiply(house, at, shelf):
    product, other = Product.objects.create(name="B24"), Product.objects.create(name="B30")
    leak(house, at(2, "09:00"), "水压低", "补水", products=[product, other])
    fields = queries.having({"products": str(product.pk)})
    counted = queries.counted(queries.readable(house.lin).filter(fields))
    assert [(one.title, one.used, one.helped, one.read) for one in counted] == [("水压低", 0, 0, 0)]


def test_suppliers_read_what_is_meant_for_them(house, at, shelf):
    ours = leak(house, at(2, "09:00"), "外协须知", "请回传照片", audience="suppliers")
    fixer = hire("W1", "外协", "supplier")
    assert list(queries.readable(fixer)) == [ours]
    writing.retire(ours)
    assert list(queries.readable(fixer)) == []

"""Articles by words: all of them for who searches, the rarer of them for who is still typing."""

from collections import Counter
from collections.abc import Iterable
from math import log

from django.db.models import Count, QuerySet, Sum

from jishi.core.grams import grams
from jishi.tickets.search import ASKED

from .models import Article, ArticleGram, Version

TITLE, BODY = 4, 1  # so much more a word in the title says
HEARD = 600  # characters of a request that are listened to
JUDGED = 48  # by so many of its rarest grams
COMMON = 0.4  # what stands in a larger share of the articles tells nothing
LEAST = 3  # grams two texts must share before they speak of the same
NEAR = {"subcategory": 8.0, "category": 2.0, "product": 2.0}  # points for standing at the same place


def index(article: Article, version: Version) -> None:
    """Make the index say what this version says."""
    ArticleGram.objects.filter(article=article).delete()
    title = grams(f"{version.title} {article.number}")
    weights = dict.fromkeys(grams(version.body), BODY) | dict.fromkeys(title, TITLE)
    ArticleGram.objects.bulk_create(
        ArticleGram(gram=gram, article=article, weight=weight) for gram, weight in sorted(weights.items())
    )


def found(articles: QuerySet[Article], query: str, most: int) -> list[Article]:
    """Those that hold every gram of `query`, the best first; none when it holds no letter or digit."""
    wanted = sorted(grams(query))[:ASKED]
    within = articles.order_by().values("pk")
    hits = ArticleGram.objects.filter(gram__in=wanted, article__in=within).values("article_id")
    held = hits.annotate(held=Count("gram"), rank=Sum("weight")).filter(held=len(wanted))
    return _rows(articles, held.order_by("-rank", "article_id").values_list("article_id", flat=True)[:most])


def suggest(articles: QuerySet[Article], words: str, near: dict[str, int], most: int = 5) -> list[Article]:
    """The articles that speak of the same as `words`, or stand at the same place; the likeliest first."""
    scores = similar(articles, words)
    _weigh_place(articles, near, scores)
    best = [pk for pk, _ in sorted(scores.items(), key=lambda each: (-each[1], each[0]))[:most]]
    return _rows(articles.select_related("version"), best)


def similar(articles: QuerySet[Article], words: str) -> Counter[int]:
    """Article -> points for each gram it shares with `words`, the rarer the more."""
    rows = ArticleGram.objects.filter(gram__in=grams(words[:HEARD]), article__in=articles.values("pk"))
    counts = dict(rows.values_list("gram").annotate(n=Count("article_id")).order_by())
    total = articles.count()
    rare = sorted((n, gram) for gram, n in counts.items() if n <= max(LEAST, total * COMMON))[:JUDGED]
    points, shared = Counter[int](), Counter[int]()
    for gram, pk, weight in rows.filter(gram__in=[gram for _, gram in rare]).values_list("gram", "article", "weight"):
        points[pk] += weight * log((total + 1) / counts[gram])
        shared[pk] += 1
    return Counter({pk: score for pk, score in points.items() if shared[pk] >= LEAST})


def _weigh_place(articles: QuerySet[Article], near: dict[str, int], scores: Counter[int]) -> None:
    """The same sub-category is reason enough to be suggested; category and product only speak for what was found."""
    if near.get("subcategory"):
        for pk in articles.filter(subcategory=near["subcategory"]).order_by("-touched_at").values_list("pk")[:20]:
            scores[pk[0]] += NEAR["subcategory"]
    for name in ("category", "product"):
        if near.get(name):
            column = "products" if name == "product" else name
            for pk in articles.filter(pk__in=list(scores), **{column: near[name]}).values_list("pk", flat=True):
                scores[pk] += NEAR[name]


def _rows(articles: QuerySet[Article], ids: Iterable[int]) -> list[Article]:
    """The articles in the order of their ids."""
    ids = list(ids)
    rows = articles.in_bulk(ids)
    return [rows[pk] for pk in ids]

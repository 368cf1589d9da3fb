"""The list of articles, with how often each was read and used."""

from django.db.models import QuerySet

from jishi.knowledge import queries
from jishi.words import desk, knowledge, sheets

from .chosen import within
from .listing import Column, Listing, Wish


def found(wish: Wish) -> QuerySet:
    shown = within(queries.readable(wish.person), wish).select_related("category", "subcategory", "owner")
    return shown.order_by("-touched_at", "-pk")


def columns(wish: Wish) -> list[Column]:
    return [
        Column("number", sheets.heading("article"), lambda article: knowledge.article_number(article.pk)),
        Column("title", sheets.heading("title"), lambda article: article.title, width=44),
        Column("category", desk.field_name("category"), lambda article: str(article.category or ""), width=16),
        Column("subcategory", desk.field_name("subcategory"), lambda article: str(article.subcategory or ""), width=16),
        Column("audience", sheets.heading("audience"), lambda article: knowledge.audience(article.audience)),
        Column("standing", desk.field_name("status"), lambda article: knowledge.article_standing(article.standing)),
        Column("owner", desk.field_name("owner"), lambda article: wish.eyes.staff(article.owner)),
        Column("review_by", sheets.heading("review_by"), lambda article: article.review_by, "day"),
        Column("touched_at", sheets.heading("touched_at"), lambda article: article.touched_at, "moment", 17),
    ]


KNOWLEDGE = Listing("knowledge", "", found, columns)

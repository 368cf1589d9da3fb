"""The addresses of the room where articles are."""

from django.urls import path

from . import article, articles, desk, drafting, study

urlpatterns = [
    path("knowledge/", articles.knowledge, name="knowledge"),
    path("knowledge/write/", drafting.write, name="article-write"),
    path("knowledge/suggest/", desk.suggest, name="knowledge-suggest"),
    path("knowledge/study/", study.study, name="knowledge-study"),
    path("knowledge/studies/", study.studies, name="knowledge-studies"),
    path("knowledge/tickets/<str:number>/", desk.on_ticket, name="knowledge-ticket"),
    path("knowledge/tickets/<str:number>/use/<int:pk>/", desk.use, name="article-use"),
    path("knowledge/doubts/<int:pk>/answer/", article.answer, name="doubt-answer"),
    path("knowledge/<int:pk>/", article.show, name="article"),
    path("knowledge/<int:pk>/doubt/", article.doubt, name="article-doubt"),
    path("knowledge/<int:pk>/edit/", drafting.edit, name="article-edit"),
    path("knowledge/<int:pk>/publish/", drafting.publish, name="article-publish"),
    path("knowledge/<int:pk>/discard/", drafting.discard, name="article-discard"),
    path("knowledge/<int:pk>/retire/", drafting.retire, name="article-retire"),
    path("knowledge/<int:pk>/revive/", drafting.revive, name="article-revive"),
    path("knowledge/<int:pk>/review/", drafting.review, name="article-review"),
]

from django.urls import path

from . import answering, room, rules, why

urlpatterns = [
    path("offers/", room.offers, name="offers"),
    path("offers/mine/", answering.mine, name="offers-mine"),
    path("offers/<int:pk>/accept/", answering.accept, name="offer-accept"),
    path("offers/<int:pk>/refuse/", answering.refuse, name="offer-refuse"),
    path("offers/rules/", rules.rules, name="offer-rules"),
    path("offers/rules/new/", rules.add, name="offer-rule-add"),
    path("offers/rules/<int:pk>/", rules.edit, name="offer-rule"),
    path("offers/rules/<int:pk>/move/", rules.move, name="offer-rule-move"),
    path("offers/rules/<int:pk>/end/", rules.end, name="offer-rule-end"),
    path("tickets/<str:number>/why/", why.why, name="offer-why"),
    path("tickets/<str:number>/seek/", why.seek, name="offer-seek"),
]

"""The addresses of goodwill."""

from django.urls import path

from . import limits, room

urlpatterns = [
    path("goodwill/", room.goodwill, name="goodwill"),
    path("goodwill/grants/", room.grants, name="goodwill-grants"),
    path("goodwill/limits/", limits.limits, name="goodwill-limits"),
    path("goodwill/limits/lay-down/", limits.lay_down, name="goodwill-lay-down"),
]

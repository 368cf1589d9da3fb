"""Addresses of the lists people edit."""

from django.urls import path

from . import edit, show, types

urlpatterns = [
    path("lists/", show.lists, name="lists"),
    path("lists/types/", types.types, name="list-types"),
    path("lists/types/<int:pk>/", types.demand, name="list-demand"),
    path("lists/<slug:name>/", show.lists, name="list"),
    path("lists/<slug:name>/items/", edit.add, name="list-add"),
    path("lists/items/<int:pk>/edit/", edit.edit, name="list-item"),
    path("lists/items/<int:pk>/move/", edit.move, name="list-move"),
    path("lists/items/<int:pk>/retire/", edit.retire, name="list-retire"),
]

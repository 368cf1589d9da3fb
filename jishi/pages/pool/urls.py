"""Addresses of the escalation pool."""

from django.urls import path

from . import show

urlpatterns = [path("pool/", show.pool, name="pool")]

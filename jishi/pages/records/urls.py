"""Addresses of the records: what is doubtful, and who has signed for what."""

from django.urls import path

from . import queue, signed

urlpatterns = [
    path("records/", queue.records, name="records"),
    path("records/explain/", queue.explain, name="records-explain"),
    path("records/habits/<int:pk>/", queue.excuse, name="records-excuse"),
    path("records/signed/", signed.history, name="records-signed"),
    path("records/teams/<int:team>/<slug:span>/<str:day>/", signed.sheet, name="records-sheet"),
]

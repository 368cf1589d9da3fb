from django.urls import path

from . import writing

urlpatterns = [
    path("replies/", writing.replies, name="replies"),
    path("replies/new/", writing.write, name="reply-new"),
    path("replies/<int:reply>/", writing.write, name="reply-edit"),
    path("replies/<int:reply>/remove/", writing.remove, name="reply-remove"),
]

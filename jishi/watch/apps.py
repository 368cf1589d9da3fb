from django.apps import AppConfig


class Watch(AppConfig):
    """What is done later and by itself, and who is told of it."""

    name = "jishi.watch"
    label = "watch"

from django.apps import AppConfig


class Knowledge(AppConfig):
    """What we know: articles, where they helped, who has studied them."""

    name = "jishi.knowledge"
    label = "knowledge"

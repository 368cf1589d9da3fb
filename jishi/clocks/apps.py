from django.apps import AppConfig


class Clocks(AppConfig):
    """What was promised, by which calendar, and how each clock stands."""

    name = "jishi.clocks"
    label = "clocks"

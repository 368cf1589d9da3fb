from django.apps import AppConfig


class Jishi(AppConfig):
    """The house as a whole: its commands, words and templates; opens the route when all stations stand."""

    name = "jishi"

    def ready(self) -> None:
        from jishi.route import open_route

        open_route()

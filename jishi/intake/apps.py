from django.apps import AppConfig


class Intake(AppConfig):
    """The doors: sheets that were brought, and how those of each source are read."""

    name = "jishi.intake"
    label = "intake"

from django.apps import AppConfig


class Assigning(AppConfig):
    """Who should take a ticket, and why; what is offered, and what follows when nobody accepts."""

    name = "jishi.assigning"
    label = "assigning"

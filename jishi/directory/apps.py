from django.apps import AppConfig


class Directory(AppConfig):
    """Who and what: people and their rights, customers, products, places, suppliers, kinds of service."""

    name = "jishi.directory"
    label = "directory"

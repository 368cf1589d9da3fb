from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Tickets(AppConfig):
    """Requests, and the journal of what happened to them."""

    name = "jishi.tickets"
    label = "tickets"

    def ready(self) -> None:
        from . import guard

        # After every migration: a rebuilt SQLite table loses its triggers without a word.
        post_migrate.connect(guard.after_migration, sender=self, dispatch_uid="arm the journal")

"""The doors: how history and requests come in from outside."""

"""Written down: who saw what, who came in, who changed whose rights."""

from django.utils import timezone

from .models import Access, Person

# What is written down. Each has its word in words/rights.py.
ACTS = (
    "seen", "came", "left", "mistaken", "held-off", "refused",
    "invited", "joined", "disabled", "enabled", "reset", "moved",
    "granted", "withdrawn", "reached", "demanded", "exported", "imported", "factor-set", "factor-gone", "password-set",
    "looked-up", "ruled",
)  # fmt: skip


def write(by: Person | None, act: str, of: str = "", key: object = "", address: str = "", **facts: object) -> Access:
    """A row that stays. `facts` are codes, never anybody's name or words."""
    return Access.objects.create(
        at=timezone.now(), by=by, act=act, of=of, key=str(key)[:64], address=address[:45], facts=facts
    )

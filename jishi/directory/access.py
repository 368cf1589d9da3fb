"""Written down: who saw what, who came in, who changed whose rights."""

from django.utils import timezone

from .models import Access, Person

# What is written down. Each has its words in words/accesses.py.
ACTS = (
    "came", "left", "mistaken", "held-off", "refused", "seen", "looked-up", "exported", "imported",
    "registered", "erased", "taken-on", "invited", "joined", "moved", "disabled", "enabled", "reset",
    "granted", "withdrawn", "reached", "demanded", "excused", "made", "removed", "ruled",
    "factor-set", "factor-gone", "password-set", "sessions-ended", "set-up",
)  # fmt: skip


def write(by: Person | None, act: str, of: str = "", key: object = "", address: str = "", **facts: object) -> Access:
    """A row that stays. `facts` are codes, never anybody's name or words."""
    return Access.objects.create(
        at=timezone.now(), by=by, act=act, of=of, key=str(key)[:64], address=address[:45], facts=facts
    )

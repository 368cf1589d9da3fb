from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone

from jishi.core.refused import Refused
from jishi.core.zones import seconds
from jishi.directory.models import Person

LATE = timedelta(minutes=5)  # told later than this after it happened, an entry is marked late (R13)


@dataclass(frozen=True)
class Entry:
    """Who tells us of an event, by which door, when it happened (none: just now), and in which words."""

    by: Person | None = None
    door: str = "desk"
    at: datetime | None = None
    note: str = ""
    now: datetime = field(default_factory=lambda: timezone.now())  # whichever clock is asked by then

    @property
    def moment(self) -> int:
        """When it happened, epoch seconds. Refuses the future ("in-the-future")."""
        if self.at is not None and self.at > self.now:
            raise Refused("in-the-future", at=self.at.isoformat())
        return seconds(self.at or self.now)

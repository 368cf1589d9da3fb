"""Before a promise breaks, whoever can still keep it is told, once for each due moment."""

from datetime import datetime

from django.db import transaction

from jishi.clocks import sweeping
from jishi.clocks.models import Clock

from .notices import tell
from .telling import keepers

MOST = 500  # clocks a round looks at


def warn(now: datetime, most: int = MOST) -> int:
    """The clocks past their warning share; how many. Of what broke while nobody looked nobody is warned any more."""
    return sum(_warn(clock, now) for clock in sweeping.warning(now).select_related("ticket")[:most])


@transaction.atomic
def _warn(clock: Clock, now: datetime) -> bool:
    """Nothing, where somebody was faster or the clock was wound anew."""
    as_read = {"warned_at": None, "ended_at": None, "warn_at": clock.warn_at, "due_at": clock.due_at}
    mine = bool(Clock.objects.filter(pk=clock.pk, **as_read).update(warned_at=now))
    if mine and clock.due_at and clock.due_at > now:
        facts = {"clock": clock.name, "due": clock.due_at.isoformat()}
        tell(keepers(clock, now), "due_soon", now, ticket=clock.ticket, **facts)
    return mine

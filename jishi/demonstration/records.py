"""The leads of the company have looked through its records: some doubts explained, some weeks signed for."""

from datetime import datetime, timedelta

from django.utils import timezone

from jishi.directory.models import Person, Team
from jishi.watch import signing
from jishi.watch.doubting import read_again
from jishi.watch.habits import count_minutes
from jishi.watch.models import Doubt, SignOff
from jishi.watch.signing import Period

from .lexicon import words
from .luck import Luck

WEEK = timedelta(days=7)
WEEKS = 4  # looked through, the last of them by some only
LEFT = 3  # teams that have not signed for last week yet
MANY = 10_000


def look_through(seed: int, now: datetime) -> None:
    luck, said = Luck(seed, 59), words("records")
    read_again(now, MANY)
    count_minutes(now)
    led = [(team, lead) for team in Team.objects.order_by("pk") if (lead := signing.leads(team).first())]
    for ago in range(WEEKS, 0, -1):
        period = signing.period("week", timezone.localdate(now - ago * WEEK))
        for team, lead in led:
            if ago > 1 or team.pk % LEFT:
                _sign(luck, lead, team, period, said, now)


def _sign(luck: Luck, lead: Person, team: Team, period: Period, said: dict[str, list[str]], now: datetime) -> None:
    """On the Monday after, when the week was looked through; a week without tickets needs no signature."""
    since, until = period.moments()
    signed_at = min(until + timedelta(hours=9, minutes=luck.whole(5, 55)), now)
    arisen = Doubt.objects.filter(ticket__team=team, arose_at__gte=since, arose_at__lt=until, state="open")
    for doubt in arisen.order_by("pk"):
        if luck.chance(0.45):
            signing.explain(lead, [doubt.pk], luck.pick(said.get(doubt.code) or said["other"]), signed_at)
    facts = signing.looked_at(team, period)
    if facts["tickets"]:
        note = luck.pick(said["note"]) if luck.chance(0.5) else ""
        row = {"team": team, "span": "week", "since": period.since, "facts": facts, "note": note}
        SignOff.objects.create(**row, by=lead, signed_at=signed_at)

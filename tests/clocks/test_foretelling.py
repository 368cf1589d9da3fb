"""What the form foretells is what the ticket's clocks then say."""

from itertools import product

import pytest

from jishi.clocks.foretelling import AWAITED, foretell
from jishi.clocks.models import Clock
from jishi.core.zones import seconds
from jishi.directory.models import ServiceType
from jishi.tickets.entry import Entry
from jishi.tickets.receiving import facts, receive


@pytest.mark.parametrize("hour", ["09:00", "17:45", "23:30"])
def test_what_is_foretold_is_what_the_clocks_say(house, at, hour):
    now, told = at(2, hour), 0
    kinds = [*ServiceType.objects.filter(active=True), None]
    for kind, priority, channel, zone in product(kinds, ("P0", "P2"), ("phone", "chat", "form"), ("same_city", "")):
        fields = {"service_type": kind, "priority": priority, "channel": channel, "zone": zone}
        fields = {name: value for name, value in fields.items() if value}
        foretold = foretell(facts(fields), now)
        ticket = receive(Entry(house.lin, now=now), title="x", **fields)
        kept = Clock.objects.filter(ticket=ticket, name__in=AWAITED).exclude(target=None)
        due = {clock.name: (clock.target, seconds(clock.due_at)) for clock in kept}
        assert {one.clock: (one.target, seconds(one.due)) for one in foretold if one.clock in due} == due
        told += len(due)
    assert told > 20

"""The order of events of one moment: as a service goes."""

from jishi.core.history import Event

_BEGINS = "received acknowledged queued answered attempted assigned transferred contacted started escalated accepted"
_GOES_ON = "visit_agreed dispatched arrived diagnosed quoted parts_requested parts_arrived goods_received left paused"
_ENDS = "resumed changed reprioritised resolved confirmed reopened cancelled closed called_back rated complained"
PLACE = {kind: place for place, kind in enumerate(f"{_BEGINS} {_GOES_ON} {_ENDS}".split())}


def in_order(events: list[Event]) -> list[Event]:
    return sorted(events, key=lambda event: (event.at, PLACE.get(event.kind, 18)))

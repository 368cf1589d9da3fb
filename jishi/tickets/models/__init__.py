from .journal import Call, Dirty, Event, Note
from .ticket import Numbering, SearchGram, Ticket
from .urgency import PriorityRule

__all__ = ["Call", "Dirty", "Event", "Note", "Numbering", "PriorityRule", "SearchGram", "Ticket"]

from .journal import Call, Dirty, Event, Note
from .ticket import Numbering, SearchGram, Ticket

__all__ = ["Call", "Dirty", "Event", "Note", "Numbering", "SearchGram", "Ticket"]

from .goodwill import Goodwill, GoodwillLimit, GoodwillPurse
from .journal import Call, Dirty, Event, Note
from .matters import Matter, MatterChange
from .relief import Relief, ReliefLine, ReliefNote
from .talk import Attachment, SavedReply
from .ticket import Numbering, SearchGram, Ticket
from .urgency import PriorityRule

__all__ = [
    "Attachment", "Call", "Dirty", "Event", "Goodwill", "GoodwillLimit", "GoodwillPurse", "Matter", "MatterChange",
    "Note", "Numbering", "PriorityRule", "Relief", "ReliefLine", "ReliefNote", "SavedReply", "SearchGram", "Ticket",
]  # fmt: skip

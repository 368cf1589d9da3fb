from .jobs import Job, Round
from .notices import Notice
from .records import Doubt, Habit, Record, SignOff, Unread

__all__ = ["Doubt", "Habit", "Job", "Notice", "Record", "Round", "SignOff", "Unread"]

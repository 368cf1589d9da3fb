from .calendars import Calendar, CalendarVersion, Day
from .clock import Clock
from .policies import Edition, PolicyRow, PolicyVersion
from .set_up import SetUp

__all__ = ["Calendar", "CalendarVersion", "Clock", "Day", "Edition", "PolicyRow", "PolicyVersion", "SetUp"]

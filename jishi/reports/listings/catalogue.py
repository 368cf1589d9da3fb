"""Every list that can be taken along, by its code."""

from .accesses import ACCESSES
from .knowledge import KNOWLEDGE
from .matters import MATTERS
from .people import PEOPLE
from .tickets import TICKETS

LISTS = {each.code: each for each in (TICKETS, KNOWLEDGE, MATTERS, PEOPLE, ACCESSES)}

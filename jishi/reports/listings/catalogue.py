"""Every list that can be taken along, by its code."""

from .people import PEOPLE
from .tickets import TICKETS

LISTS = {each.code: each for each in (TICKETS, PEOPLE)}

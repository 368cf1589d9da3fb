"""Every list that can be taken along, by its code."""

from .accesses import ACCESSES
from .customers import CUSTOMERS
from .goodwill import GOODWILL
from .knowledge import KNOWLEDGE
from .leave import LEAVE
from .matters import MATTERS
from .offers import OFFERS
from .people import PEOPLE
from .records import RECORDS
from .roster import MONTH, ROSTER
from .tickets import TICKETS

ALL = (TICKETS, KNOWLEDGE, MATTERS, CUSTOMERS, PEOPLE, ACCESSES, ROSTER, MONTH, LEAVE, RECORDS, OFFERS, GOODWILL)
LISTS = {each.code: each for each in ALL}

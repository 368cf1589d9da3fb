"""How much a reader sees of people. Every page says names, numbers and free text through these eyes."""

from collections.abc import Iterable
from dataclasses import dataclass

from jishi.core import masking

from .models import Contact, Customer, Person, Site

# Kinds of event that are said among colleagues only.
AMONG_US = frozenset(["noted", "grant_asked", "granted", "grant_declined"])


@dataclass(frozen=True)
class Eyes:
    """`open`: customers as they are, for this one answer, and written down. `outside`: staff by number only (D8)."""

    open: bool = False
    outside: bool = True

    def customer(self, customer: Customer | None) -> str:
        """Companies are named in full, persons are not."""
        if customer is None:
            return ""
        return customer.name if self.open or customer.kind == "company" else masking.name(customer.name)

    def name(self, full: str) -> str:
        return full if self.open else masking.name(full)

    def telephone(self, number: str) -> str:
        return number if self.open else masking.phone(number)

    def mail(self, address: str) -> str:
        return address if self.open or not address else masking.mail(address)

    def place(self, site: Site | None) -> str:
        """Without the street, unless open."""
        if site is None:
            return ""
        return str(site) if self.open else f"{site.province}{site.city}{site.district}"

    def text(self, words: str, people: Iterable[Customer | Contact | None] = (), site: Site | None = None) -> str:
        """Free text; of `people` and `site` we know that they may be spoken of."""
        if self.open or not words:
            return words
        names = [one.name for one in people if one is not None and getattr(one, "kind", "person") != "company"]
        return masking.text(words, names, [site.address] if site else ())

    def staff(self, person: Person | None) -> str:
        """Inside by name, outside by number."""
        if person is None:
            return ""
        return person.number if self.outside else person.name

    def hears(self, kind: str) -> bool:
        """What is said among us is not for those outside."""
        return not (self.outside and kind in AMONG_US)

    def row(self, row: object) -> str:
        """The name of anything an event speaks of."""
        match row:
            case Person():
                return self.staff(row)
            case Customer():
                return self.customer(row)
            case Contact():
                return self.name(row.name)
            case Site():
                return self.place(row)
        return str(row)


CLOSED = Eyes()


def eyes(person: Person, opened: bool = False) -> Eyes:
    """What `person` sees; `opened` only by a view that writes it down."""
    return Eyes(open=opened, outside=person.is_outside)

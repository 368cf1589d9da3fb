"""Where customers’ people answer: their own number, at work an extension, now and then a second mobile."""

from collections.abc import Iterable, Iterator

from jishi.directory.models import Contact, Telephone
from jishi.directory.telephones import row

from .lexicon import words
from .luck import Luck
from .naming import landline, mobile
from .organisation import Company, Customer

DESK, SECOND = 0.4, 0.12  # of the contacts have a desk telephone, a second mobile


def connect(company: Company, contacts: Iterable[Contact]) -> None:
    """Write down all numbers; a customer's desks are behind one line."""
    luck, areas, lines = Luck(company.seed, 11), _areas(), dict[int, str]()
    sites = {each.name: each for each in company.customers}
    rows: list[Telephone | None] = []
    for contact in contacts:
        line = lines.setdefault(contact.customer_id, landline(luck, _area(sites.get(contact.customer.name), areas)))
        rows += [row(contact, said) for said in _numbers(luck, contact, line)]
    Telephone.objects.bulk_create(filter(None, rows), batch_size=500, ignore_conflicts=True)


def _numbers(luck: Luck, contact: Contact, line: str) -> Iterator[str]:
    yield contact.phone
    if luck.chance(DESK):
        yield f"{line}转{luck.whole(8001, 8899)}"
    if luck.chance(SECOND):
        yield mobile(luck)


def _area(customer: Customer | None, areas: dict[str, str]) -> str:
    return areas[customer.sites[0].city] if customer else "021"


def _areas() -> dict[str, str]:
    return {place["city"]: place["area"] for places in words("places")["regions"].values() for place in places}

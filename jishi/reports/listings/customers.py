"""The register of customers: a device a row, as it comes in again (directory/register)."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import QuerySet

from jishi.directory.models import Contact, Contract, Customer, Device, Site
from jishi.words import registering as words
from jishi.words import sheets

from .chosen import within
from .listing import Column, Listing, Wish

WITH = ("contacts__telephones", "contracts", "devices__product", "devices__site__point")


class Row(NamedTuple):
    """A customer with one of the devices, whom to call and the contract that began last; each where there is one."""

    customer: Customer
    device: Device | None
    contact: Contact | None
    contract: Contract | None

    @property
    def site(self) -> Site | None:
        return self.device.site if self.device else None


def found(wish: Wish) -> QuerySet:
    shown = within(Customer.objects.filter(erased_at=None), wish)
    return shown.prefetch_related(*WITH).order_by("number")


def told(customers: list[Customer], wish: Wish) -> Iterator[Row]:
    for customer in customers:
        contacts = sorted(customer.contacts.all(), key=lambda each: each.pk)
        contracts = sorted(customer.contracts.all(), key=lambda each: each.since)
        devices = sorted(customer.devices.all(), key=lambda each: each.serial)
        for device in devices or [None]:
            yield Row(customer, device, contacts[0] if contacts else None, contracts[-1] if contracts else None)


def columns(wish: Wish) -> list[Column]:
    return [*_customer(wish), *_device(wish), *_contract()]


def _customer(wish: Wish) -> Iterator[Column]:
    eyes = wish.eyes
    yield _column("number", lambda row: row.customer.number, 16)
    yield _column("customer", lambda row: eyes.customer(row.customer), 26)
    yield _column("kind", lambda row: words.customer_kind(row.customer.kind), 10)
    yield _column("vip", lambda row: sheets.yes_no(row.customer.vip), 8)
    yield _column("contact", lambda row: eyes.name(row.contact.name) if row.contact else "", 14)
    yield _column("phone", lambda row: eyes.telephone(row.contact.phone) if row.contact else "", 18)
    yield _column("mail", lambda row: eyes.mail(row.contact.mail) if row.contact else "", 24)


def _device(wish: Wish) -> Iterator[Column]:
    yield _column("serial", lambda row: row.device.serial if row.device else "", 18)
    yield _column("product", lambda row: str((row.device and row.device.product) or ""), 22)
    yield _column("sold_on", lambda row: row.device and row.device.sold_on, 12, "day")
    yield _column("warranty_until", lambda row: row.device and row.device.warranty_until, 12, "day")
    for name in ("province", "city", "district"):
        yield _column(name, lambda row, name=name: getattr(row.site, name) if row.site else "", 12)
    yield _column("address", lambda row: row.site.address if row.site and wish.eyes.open else "", 26)
    yield _column("point", lambda row: str((row.site and row.site.point) or ""), 16)


def _contract() -> Iterator[Column]:
    yield _column("contract", lambda row: row.contract.number if row.contract else "", 16)
    yield _column("level", lambda row: row.contract.level if row.contract else "", 12)
    yield _column("since", lambda row: row.contract and row.contract.since, 12, "day")
    yield _column("until", lambda row: row.contract and row.contract.until, 12, "day")


def _column(name, value, width, kind="text") -> Column:
    return Column(name, words.register_cell(name), value, kind, width)


CUSTOMERS = Listing("customers", "customers", found, columns, told)

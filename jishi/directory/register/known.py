"""The part of the register that some rows speak of, in memory: looked up at once, changed without being written."""

import secrets
from collections.abc import Hashable, Iterable, Sequence
from typing import Any, TypeVar

from django.db.models import Model

from ..models import Contact, Contract, Customer, Device, Product, ServicePoint, Site, Telephone
from ..sheet_rows import Row

Thing = TypeVar("Thing", bound=Model)
AT_ONCE = 500  # names a question asks for


class Register:
    """Rows by what they are known by; new and changed ones are remembered until somebody writes them."""

    def __init__(self) -> None:
        self._rows: dict[type[Model], dict[Hashable, Any]] = {}
        self._new: dict[type[Model], dict[Hashable, Any]] = {}
        self._changed: dict[type[Model], dict[Hashable, Any]] = {}
        self.called: dict[str, list[Customer]] = {}
        self.answering: set[tuple[str, str]] = set()  # customer number, token of a telephone

    def know(self, rows: Iterable[Model]) -> None:
        for row in rows:
            self._rows.setdefault(type(row), {})[key(row)] = row
            if isinstance(row, Customer):
                self.called.setdefault(row.name, []).append(row)
            if isinstance(row, Telephone):
                self.answering.add((row.contact.customer.number, row.token))

    def find(self, model: type[Thing], by: Hashable) -> Thing | None:
        return self._rows.get(model, {}).get(by)

    def put(self, row: Thing, **told: object) -> str:
        """Set what differs; what says nothing changes nothing. "new", "changed", or "" where it was so already."""
        model, by = type(row), key(row)
        fresh = by not in self._rows.get(model, {})
        differs = {
            name: value for name, value in told.items() if value not in ("", None) and getattr(row, name) != value
        }
        for name, value in differs.items():
            setattr(row, name, value)
        if fresh:
            self.know([row])
            self._new.setdefault(model, {})[by] = row
        elif differs and by not in self._new.get(model, {}):
            self._changed.setdefault(model, {})[by] = row
        return "new" if fresh else "changed" if differs else ""

    def new(self, model: type[Thing]) -> list[Thing]:
        return list(self._new.get(model, {}).values())

    def changed(self, model: type[Thing]) -> list[Thing]:
        return list(self._changed.get(model, {}).values())


def key(row: Model) -> Hashable:
    """What a row is known by among those of its kind."""
    match row:
        case Customer():
            return row.number
        case Device():
            return row.serial
        case Product() | ServicePoint():
            return row.name
        case Contact():
            return row.customer.number, row.name
        case Contract():
            return row.customer.number, row.number
        case Site():
            return row.customer.number, row.province, row.city, row.district, row.address
        case Telephone():
            return key(row.contact), row.token, row.extension
    raise TypeError(type(row))


def known(rows: Sequence[Row]) -> Register:
    """What there is already of all that `rows` name."""
    found = Register()
    found.know(ServicePoint.objects.all())
    found.know(_asked(Product.objects.all(), "name", _said(rows, "product")))
    devices = Device.objects.select_related("customer", "product", "site__customer", "site__point")
    found.know(_asked(devices, "serial", _said(rows, "serial")))
    customers = [*_asked(Customer.objects.all(), "number", _said(rows, "number"))]
    customers += _asked(Customer.objects.filter(erased_at=None), "name", _said(rows, "customer"))
    found.know({each.pk: each for each in customers}.values())
    numbers = {each.number for each in customers}
    for model in (Contact, Contract):
        found.know(_asked(model._default_manager.select_related("customer"), "customer__number", numbers))
    found.know(_asked(Site.objects.select_related("customer", "point"), "customer__number", numbers))
    telephones = Telephone.objects.select_related("contact__customer")
    found.know(_asked(telephones, "contact__customer__number", numbers))
    return found


def a_number() -> str:
    """For a customer whose sheet gives none."""
    return f"C-{secrets.token_hex(5)}"


def _said(rows: Sequence[Row], name: str) -> set[str]:
    return {text for row in rows if (text := row.said.get(name))}


def _asked(found: Any, name: str, values: Iterable[str]) -> Iterable[Any]:
    wanted = sorted(values)
    for since in range(0, len(wanted), AT_ONCE):
        yield from found.filter(**{f"{name}__in": wanted[since : since + AT_ONCE]})

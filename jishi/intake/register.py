"""The directory by the names a file knows: rows found, or made where missing. Only ids leave here."""

from collections.abc import Callable, Hashable, Iterable
from hashlib import sha256

from django.db import transaction
from django.db.models import Model, Q
from django.utils.text import slugify

from jishi.directory.defaults import establish_roles
from jishi.directory.models import (
    Category,
    Contact,
    Customer,
    Department,
    Device,
    Person,
    Product,
    ServicePoint,
    ServiceType,
    Site,
    Supplier,
    Team,
)

AT_ONCE = 400  # rows a transaction writes
Find = Callable[[list], dict]
Make = Callable[[Hashable], Model]
NAMED = {
    "department": Department,
    "team": Team,
    "pool": Team,
    "supplier": Supplier,
    "point": ServicePoint,
    "product": Product,
}


class Register:
    """Ids by kind and name, for one source: two sources may both know a "Smith"."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._ids: dict[str, dict[Hashable, int]] = {}

    def know(self, kind: str, ids: dict[Hashable, int]) -> None:
        """Rows somebody else has made."""
        self._ids.setdefault(kind, {}).update(ids)

    def meet(self, kind: str, names: Iterable[Hashable]) -> None:
        """Know all these names from now on."""
        known = self._ids.setdefault(kind, {})
        missing = sorted({name for name in names if name} - known.keys())
        find, make = self._ways(kind)
        for since in range(0, len(missing), AT_ONCE):
            asked = missing[since : since + AT_ONCE]
            with transaction.atomic():
                known |= find(asked)
                fresh = [make(name) for name in asked if name not in known]
                if fresh:
                    type(fresh[0]).objects.bulk_create(fresh, ignore_conflicts=True)
                    known |= find(asked)

    def id(self, kind: str, name: Hashable) -> int | None:
        """The row's id; None for no name. The name must have been met."""
        return self._ids[kind][name] if name else None

    def number(self, name: Hashable) -> str:
        """A number for somebody a source knows only by name: the same at each import."""
        return f"{self.source[:24]}-{sha256(str(name).encode()).hexdigest()[:16]}"

    def _ways(self, kind: str) -> tuple[Find, Make]:
        if kind in NAMED:
            model = NAMED[kind]
            return _by(model, "name"), lambda name: model(name=name)
        return getattr(self, f"_{kind}")()

    def _owner(self) -> tuple[Find, Make]:
        """Staff, by staff number or name; whoever is made here cannot log in."""
        reader = establish_roles()["reader"].pk

        def find(names: list) -> dict:
            people = Person.objects.filter(Q(number__in=names) | Q(name__in=names)).order_by("-pk")
            rows = people.values_list("pk", "number", "name")
            return {name: pk for pk, _, name in rows} | {number: pk for pk, number, _ in rows}

        return find, lambda name: Person(
            number=self.number(name), name=str(name)[:120], role_id=reader, is_active=False, password="!"
        )

    def _customer(self) -> tuple[Find, Make]:
        def find(names: list) -> dict:
            numbers = {self.number(name): name for name in names}
            rows = Customer.objects.filter(number__in=numbers).values_list("number", "pk")
            return {numbers[number]: pk for number, pk in rows}

        return find, lambda name: Customer(number=self.number(name), name=str(name)[:200])

    def _service_type(self) -> tuple[Find, Make]:
        def find(names: list) -> dict:
            rows = list(ServiceType.objects.values_list("pk", "code", "name", "name_en"))
            return {name: pk for pk, *known in rows for name in known if name in names}

        return find, lambda name: ServiceType(code=_code(str(name)), name=str(name)[:80], position=99)

    def _category(self) -> tuple[Find, Make]:
        return _by(Category, "name", parent=None), lambda name: Category(name=name)

    def _subcategory(self) -> tuple[Find, Make]:
        return _pairs(Category, "parent_id", "name"), lambda key: Category(parent_id=key[0], name=key[1])

    def _site(self) -> tuple[Find, Make]:
        return _pairs(Site, "customer_id", "address"), lambda key: Site(customer_id=key[0], address=key[1])

    def _contact(self) -> tuple[Find, Make]:
        return _pairs(Contact, "customer_id", "name"), lambda key: Contact(customer_id=key[0], name=key[1][:120])

    def _device(self) -> tuple[Find, Make]:
        return _by(Device, "serial"), lambda serial: Device(serial=serial)


def _by(model: type[Model], column: str, **only: object) -> Find:
    return lambda names: dict(model.objects.filter(**{f"{column}__in": names}, **only).values_list(column, "pk"))


def _pairs(model: type[Model], first: str, second: str) -> Find:
    def find(keys: list) -> dict:
        wanted = {f"{first}__in": {key[0] for key in keys}, f"{second}__in": {key[1] for key in keys}}
        rows = model.objects.filter(**wanted).values_list(first, second, "pk")
        return {(one, other): pk for one, other, pk in rows}

    return find


def _code(name: str) -> str:
    return slugify(name, allow_unicode=True)[:32] or sha256(name.encode()).hexdigest()[:12]

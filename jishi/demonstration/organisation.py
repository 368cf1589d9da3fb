"""Who and what the demonstration company is made of. Plain values; moments in UTC epoch seconds, days as dates."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Department:
    name: str
    region: str = ""


@dataclass(frozen=True, slots=True)
class Team:
    name: str
    department: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Supplier:
    name: str


@dataclass(frozen=True, slots=True)
class ServicePoint:
    """A 网点 engineers start from; run by a supplier where it names one."""

    name: str
    province: str
    city: str
    region: str
    department: str
    supplier: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """`role` is a role's code. `rounds`: types moments to the nearest five minutes. `tardy`: enters things late."""

    number: str
    name: str
    role: str
    department: str
    team: str = ""
    point: str = ""
    supplier: str = ""
    mail: str = ""
    rounds: bool = False
    tardy: bool = False


@dataclass(frozen=True, slots=True)
class Product:
    name: str
    model: str
    kind: str
    prefix: str

    @property
    def is_machine(self) -> bool:
        return self.kind != "软件与网关"


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    phone: str
    mail: str
    post: str


@dataclass(frozen=True, slots=True)
class Site:
    province: str
    city: str
    district: str
    address: str
    point: ServicePoint

    @property
    def zone(self) -> str:
        return "same_city" if self.city == self.point.city else "other_city"

    def __str__(self) -> str:
        province = "" if self.province == self.city else self.province
        return f"{province}{self.city}{self.district}{self.address}"


@dataclass(frozen=True, slots=True)
class Device:
    serial: str
    product: Product
    site: Site
    sold_on: date
    warranty_until: date


@dataclass(frozen=True, slots=True)
class Customer:
    number: str
    name: str
    region: str
    vip: bool
    contract: str
    contacts: tuple[Contact, ...]
    sites: tuple[Site, ...]
    devices: tuple[Device, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Fault:
    """A sub-category: what it is about, how often it comes and how hard it is. Shares are of its tickets."""

    code: str
    name: str
    category: str
    service_type: str
    weight: float
    priority: tuple[float, ...]
    group: str
    says: tuple[str, ...]
    did: tuple[str, ...]
    found: tuple[str, ...] = ()
    hard: float = 0.0
    remote: float = 0.0
    parts: float = 0.0
    part: str = ""
    item: tuple[str, ...] = ()
    batch: bool = False
    summer: bool = False
    shop: bool = False
    money: bool = False
    fcr: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What was planted, so that an analysis can be held to it. Moments in UTC epoch seconds."""

    since: int
    now: int
    improved_from: int
    improved_department: str
    template_from: int
    template_department: str
    bad_from: int
    bad_until: int
    bad_region: str
    bad_product: str
    bad_batch: str
    bad_fault: str


@dataclass(frozen=True, slots=True)
class Company:
    seed: int
    name: str
    tickets: int
    plan: Plan
    departments: tuple[Department, ...]
    teams: tuple[Team, ...]
    people: tuple[Person, ...]
    points: tuple[ServicePoint, ...]
    suppliers: tuple[Supplier, ...]
    products: tuple[Product, ...]
    faults: tuple[Fault, ...]
    service_types: dict[str, str]
    customers: tuple[Customer, ...] = field(repr=False)

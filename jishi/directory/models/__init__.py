from .access import Access, Invitation, Throttle
from .customers import Contact, Contract, Customer, Device, Product, Site, Telephone
from .leave import Leave
from .lists import Item
from .people import Department, Person, Role, ServicePoint, Supplier, Team
from .presence import Presence
from .setting_up import Benchmark, Company
from .shifts import Duty, Shift
from .skill import Skill
from .types import Category, FieldDef, ServiceType

__all__ = [
    "Access",
    "Benchmark",
    "Category",
    "Company",
    "Contact",
    "Contract",
    "Customer",
    "Department",
    "Device",
    "Duty",
    "FieldDef",
    "Invitation",
    "Item",
    "Leave",
    "Person",
    "Presence",
    "Product",
    "Role",
    "ServicePoint",
    "ServiceType",
    "Shift",
    "Site",
    "Skill",
    "Supplier",
    "Team",
    "Telephone",
    "Throttle",
]

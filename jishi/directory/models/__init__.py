from .access import Access, Invitation, Throttle
from .customers import Contact, Contract, Customer, Device, Product, Site
from .people import Department, Person, Role, ServicePoint, Supplier, Team
from .types import Category, FieldDef, ServiceType

__all__ = [
    "Access",
    "Category",
    "Contact",
    "Contract",
    "Customer",
    "Department",
    "Device",
    "FieldDef",
    "Invitation",
    "Person",
    "Product",
    "Role",
    "ServicePoint",
    "ServiceType",
    "Site",
    "Supplier",
    "Team",
    "Throttle",
]

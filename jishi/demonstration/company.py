"""The demonstration company by seed."""

from datetime import datetime

from . import staff
from .customers import customers
from .lexicon import faults, service_types, words
from .luck import Luck
from .organisation import Company, Product
from .planted import plan

SEED = 850
TICKETS = 12_300
CUSTOMERS = 900


def company(seed: int = SEED, now: datetime | None = None, tickets: int = TICKETS, clients: int = CUSTOMERS) -> Company:
    """Who and what. `now`, an aware moment, ends the year told; `tickets` is about how many it holds."""
    if now is None or now.tzinfo is None:
        raise ValueError("the demonstration needs an aware moment to end at")
    luck, planned = Luck(seed, 1), plan(now)
    products, points = _products(), staff.points()
    return Company(
        seed=seed,
        name=words("organisation")["name"],
        tickets=tickets,
        plan=planned,
        departments=staff.departments(),
        teams=staff.teams(),
        people=staff.people(luck) + staff.contacts(),
        points=points,
        suppliers=staff.suppliers(),
        products=products,
        faults=faults(),
        service_types=service_types(),
        customers=customers(luck, planned, points, products, clients),
    )


def _products() -> tuple[Product, ...]:
    return tuple(Product(p["name"], p["model"], p["kind"], p["prefix"]) for p in words("organisation")["products"])

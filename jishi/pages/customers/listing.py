"""The list of customers: by number, searched and narrowed, one page after the other."""

from typing import NamedTuple

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from jishi.core import telephone
from jishi.core.refused import Refused
from jishi.directory.models import Contract, Customer, Device
from jishi.directory.telephones import answering
from jishi.tickets.models import Ticket

from ..doors import needs
from ..looking_up import searched
from ..narrowing import address, narrowed

SIZE = 50
KNOWN = ("q", "standing", "after")
STANDINGS = ("all", "company", "person", "vip", "contract")


class Line(NamedTuple):
    """A customer, how many devices and open tickets there are, and the contract in force."""

    customer: Customer
    devices: int
    open: int
    contract: Contract | None


@needs("customers")
@require_GET
def customers(request: HttpRequest) -> HttpResponse:
    asked = read(request.GET)
    searched(request, asked["q"])
    shown = list(find(asked).filter(number__gt=asked["after"]).order_by("number")[: SIZE + 1])
    further = asked | {"after": shown[SIZE - 1].number} if len(shown) > SIZE else None
    context = {
        "asked": asked,
        "lines": lines(shown[:SIZE]),
        "standings": STANDINGS,
        "further": address(further) if further else "",
        "first": address(asked | {"after": ""}) if asked["after"] else "",
    }
    return render(request, "customers/list.html", context)


def read(said: QueryDict) -> dict[str, str]:
    """What the address asks for. Refuses what does not exist ("unknown-filter", "bad-value")."""
    asked = narrowed(said, KNOWN)
    asked["standing"] = asked["standing"] or "all"
    if asked["standing"] not in STANDINGS:
        raise Refused("bad-value", field="standing", value=asked["standing"][:40])
    return asked


def find(asked: dict[str, str]) -> QuerySet[Customer]:
    """By telephone number, else by number, serial or part of the name."""
    found = Customer.objects.filter(_standing(asked["standing"]), erased_at=None)
    q = asked["q"]
    if not q:
        return found
    if (number := telephone.read(q)) and (called := [each.customer_id for each in answering(number)]):
        return found.filter(pk__in=called)
    owned = Device.objects.filter(serial__istartswith=q, customer__isnull=False).values("customer")
    return found.filter(Q(number__istartswith=q) | Q(name__icontains=q) | Q(pk__in=owned))


def lines(customers: list[Customer]) -> list[Line]:
    """Three queries, however many."""
    devices = _counted(Device.objects.filter(customer__in=customers))
    waiting = _counted(Ticket.objects.filter(customer__in=customers, open_since__isnull=False))
    held = {each.customer_id: each for each in in_force().filter(customer__in=customers).order_by("since", "pk")}
    return [Line(each, devices.get(each.pk, 0), waiting.get(each.pk, 0), held.get(each.pk)) for each in customers]


def in_force() -> QuerySet[Contract]:
    today = timezone.localdate()
    return Contract.objects.filter(Q(until=None) | Q(until__gte=today), since__lte=today)


def _standing(name: str) -> Q:
    if name == "contract":
        return Q(pk__in=in_force().values("customer"))
    return {"vip": Q(vip=True), "all": Q()}.get(name, Q(kind=name))


def _counted(rows: QuerySet) -> dict[int, int]:
    return dict(rows.order_by().values_list("customer").annotate(n=Count("pk")))

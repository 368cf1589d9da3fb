"""One customer: whom to call, what they have, what was agreed, what is open. Each form is a row of the register."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jishi.core.refused import Refused
from jishi.directory.eyes import eyes
from jishi.directory.models import Contract, Customer, Device, Product, ServicePoint
from jishi.directory.register.bringing import bring
from jishi.directory.register.words import COLUMNS
from jishi.directory.sheet_rows import Row
from jishi.tickets.erasing import forget
from jishi.watch import jobs
from jishi.words.taking import LEVELS

from ..doors import demand, needs
from ..looking_up import count, looked_up
from ..noting import note
from ..receiving.card import card_of

PARTS = {
    "customer": ("customer", "kind", "vip"),
    "contact": ("contact", "phone", "mail"),
    "device": ("serial", "product", "sold_on", "warranty_until", "province", "city", "district", "address", "point"),
    "contract": ("contract", "level", "since", "until"),
}


@needs("customers")
@require_GET
def customer(request: HttpRequest, number: str) -> HttpResponse:
    count(request, "card")
    found = _found(number)
    looked_up(request, [found], "card")
    return _shown(request, found, opens=False)


@needs("unmask")
@require_POST
def unmask(request: HttpRequest, number: str) -> HttpResponse:
    """Names and numbers as they are, for this once."""
    demand(request.user, "customers")
    found = _found(number)
    note(request, "seen", "customer", found.number)
    return _shown(request, found, opens=True)


@needs("customers")
@require_POST
def keep(request: HttpRequest, number: str) -> HttpResponse:
    """What was filled in; the rest stays as it is. Refused: "register-fault"."""
    found = _found(number)
    bring(request.user, [Row(1, _said(request) | {"number": found.number})])
    return redirect("customer", found.number)


@needs("erase")
@require_POST
def erase(request: HttpRequest, number: str) -> HttpResponse:
    """Names, addresses and words go for good; its number is typed once more. Refused: "not-that-number"."""
    demand(request.user, "customers")
    found, typed = _found(number), request.POST.get("typed", "").strip()
    if typed.casefold() != found.number.casefold():
        raise Refused("not-that-number", number=found.number)
    with transaction.atomic():
        tickets = forget(found, timezone.now())
        note(request, "erased", "customer", found.number, tickets=tickets)
        jobs.put("wipe", by=request.user)
    return redirect("customers")


@needs("customers")
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Somebody we do not know yet, with a device and a contract if there are any."""
    if request.method == "POST":
        made = bring(request.user, [Row(1, _said(request))])
        return redirect("customer", made.told[0].customer.number) if made.told else redirect("customers")
    return render(request, "customers/new.html", {"here": "customers", "parts": _parts({})})


def _found(number: str) -> Customer:
    found = Customer.objects.filter(number__iexact=number, erased_at=None).first()
    if found is None:
        raise Http404
    return found


def _said(request: HttpRequest) -> dict[str, str]:
    return {name: text for name in COLUMNS if (text := request.POST.get(name, "").strip())}


def _shown(request: HttpRequest, found: Customer, *, opens: bool) -> HttpResponse:
    now = timezone.localtime()
    told = card_of(request.user, found, {}, now)
    context = told | {
        "here": "customers",
        "contracts": found.contracts.order_by("-since", "-pk"),
        "parts": _parts(_chosen(request, found)),
        "asked_for": [part for part in PARTS if part in request.GET],
        "eyes": eyes(request.user, opened=opens),
    }
    return render(request, "customers/show.html", context)


def _chosen(request: HttpRequest, found: Customer) -> dict[str, Any]:
    """What the device and the contract of the address say, to be changed."""
    device = found.devices.filter(serial=request.GET.get("device", "")).select_related("product", "site__point").first()
    contract = found.contracts.filter(number=request.GET.get("contract", "")).first()
    return {"kind": found.kind, "vip": found.vip, **_of_device(device), **_of_contract(contract)}


def _of_device(device: Device | None) -> dict[str, Any]:
    if device is None:
        return {}
    told = {name: getattr(device, name) for name in ("serial", "sold_on", "warranty_until")}
    place = {name: getattr(device.site, name, "") for name in ("province", "city", "district", "point")}
    return told | place | {"product": device.product or ""}


def _of_contract(contract: Contract | None) -> dict[str, Any]:
    if contract is None:
        return {}
    return {"contract": contract.number, **{name: getattr(contract, name) for name in ("level", "since", "until")}}


def _parts(said: dict[str, Any]) -> list[tuple[str, list[tuple[str, Any, list[Any]]]]]:
    """Part of the form -> its fields: (name, what it says now, what there is to choose from)."""
    offered = {
        "kind": ["person", "company"],
        "vip": [True, False],
        "product": list(Product.objects.order_by("name").values_list("name", flat=True)[:500]),
        "point": list(ServicePoint.objects.order_by("name").values_list("name", flat=True)),
        "level": list(LEVELS),
    }
    return [(part, [(name, said.get(name), offered.get(name, [])) for name in names]) for part, names in PARTS.items()]

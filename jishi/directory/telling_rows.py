"""One row of a register of customers: what of it cannot be taken, and what it does to the register."""

import re
from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from jishi.core import telephone

from . import telephones
from .models import Contact, Contract, Customer, Device, Product, ServicePoint, Site
from .register import Register, a_number

DAYS = ("sold_on", "warranty_until", "since", "until")
PLACE = ("province", "city", "district", "address")
LONGEST = {
    "number": 64, "customer": 200, "contact": 120, "phone": 32, "mail": 254, "serial": 80, "product": 160,
    "province": 40, "city": 40, "district": 40, "address": 200, "contract": 64, "level": 32,
}  # fmt: skip
COLUMNS = (*LONGEST, *DAYS, "kind", "vip", "point")
KINDS = {
    "个人": "person", "家庭": "person", "person": "person", "private": "person", "household": "person",
    "企业": "company", "公司": "company", "单位": "company", "company": "company", "business": "company",
}  # fmt: skip
ANSWERS = {"是": True, "yes": True, "vip": True, "1": True, "true": True, "y": True, "✓": True} | {
    "否": False, "no": False, "0": False, "false": False, "n": False, "-": False
}  # fmt: skip
# What only a company is called by. Names of people are covered, names of companies are not: in doubt, a person.
COMPANY = re.compile(
    r"公司|集团|厂$|医院|学校|大学|中学|小学|银行|酒店|商场|超市|研究所|研究院|事务所|管理局|"
    r"\b(?:co|ltd|inc|llc|corp|gmbh|ag|plc|limited|company|group)\b\.?$",
    re.IGNORECASE,
)
Said = Mapping[str, str]


def wrong(said: Said, register: Register) -> list[tuple[str, str]]:
    """Column and reason of each cell that cannot be taken."""
    found = [(name, "too-long") for name, most in LONGEST.items() if len(said.get(name, "")) > most]
    found += _unread(said)
    if "point" in said and register.find(ServicePoint, said["point"]) is None:
        found.append(("point", "unknown-point"))
    return found or _unfit(said, register)


def _unread(said: Said) -> list[tuple[str, str]]:
    found = [(name, "bad-day") for name in DAYS if name in said and _day(said[name]) is None]
    if "phone" in said and telephone.read(said["phone"]) is None:
        found.append(("phone", "bad-phone"))
    if "mail" in said and not _is_mail(said["mail"]):
        found.append(("mail", "bad-mail"))
    if "kind" in said and said["kind"].casefold() not in KINDS:
        found.append(("kind", "unknown-kind"))
    if "vip" in said and said["vip"].casefold() not in ANSWERS:
        found.append(("vip", "neither-yes-nor-no"))
    return found


def _unfit(said: Said, register: Register) -> list[tuple[str, str]]:
    """What does not fit what is known."""
    customer = _customer(said, register)
    if customer is None:
        return _nobody(said, register)
    if customer.erased_at:
        return [("number", "erased")]
    device = register.find(Device, said.get("serial", ""))
    found = [("serial", "device-elsewhere")] if device and device.customer not in (None, customer) else []
    if "contract" in said and (why := _contract_wrong(said, register, customer.number)):
        found.append(why)
    return found


def _nobody(said: Said, register: Register) -> list[tuple[str, str]]:
    """The customer of the row is not known, or not one."""
    if "customer" not in said:
        return [("customer", "missing")]
    called = register.called.get(said["customer"], [])
    if "number" not in said and len(called) > 1:
        return [("customer", "several-called")]
    if any(each.kind == "company" for each in called):
        return [("number", "known-as")]
    found = [("serial", "device-elsewhere")] if _owned(said, register) else []
    if "contract" in said and (why := _contract_wrong(said, register, "")):
        found.append(why)
    return found


def _owned(said: Said, register: Register) -> bool:
    device = register.find(Device, said.get("serial", ""))
    return device is not None and device.customer is not None


def _contract_wrong(said: Said, register: Register, number: str) -> tuple[str, str] | None:
    contract = register.find(Contract, (number, said["contract"]))
    since = _day(said.get("since", "")) or (contract and contract.since)
    until = _day(said.get("until", "")) or (contract and contract.until)
    if since is None:
        return "since", "missing"
    return ("until", "ends-before") if until and until < since else None


def told(said: Said, register: Register) -> tuple[Customer, list[str]]:
    """Put what the row tells into the register; the customer, and what was done."""
    customer = _customer(said, register) or Customer(number=said.get("number") or a_number())
    does = [("customer", _put_customer(said, register, customer))]
    if "contact" in said or "phone" in said or "mail" in said:
        does += _put_contact(said, register, customer)
    if "serial" in said:
        does.append(("device", _put_device(said, register, customer)))
    if "contract" in said:
        contract = register.find(Contract, (customer.number, said["contract"]))
        contract = contract or Contract(customer=customer, number=said["contract"])
        days = {name: _day(said.get(name, "")) for name in ("since", "until")}
        does.append(("contract", register.put(contract, level=said.get("level", ""), **days)))
    return customer, [f"{what}-{how}" for what, how in does if how]


def _customer(said: Said, register: Register) -> Customer | None:
    """By number; without one, by a name that only one bears."""
    if "number" in said:
        return register.find(Customer, said["number"])
    called = register.called.get(said.get("customer", ""), [])
    return called[0] if len(called) == 1 else None


def _put_customer(said: Said, register: Register, customer: Customer) -> str:
    kind = KINDS.get(said.get("kind", "").casefold(), "")
    if not kind and not customer.name and COMPANY.search(said.get("customer", "")):
        kind = "company"
    return register.put(
        customer, name=said.get("customer", ""), kind=kind, vip=ANSWERS.get(said.get("vip", "").casefold())
    )


def _put_contact(said: Said, register: Register, customer: Customer) -> list[tuple[str, str]]:
    name = said.get("contact") or customer.name[:120]
    contact = register.find(Contact, (customer.number, name)) or Contact(customer=customer, name=name)
    phone = said.get("phone", "")
    does = [("contact", register.put(contact, mail=said.get("mail", ""), phone="" if contact.phone else phone))]
    row = telephones.row(contact, phone)
    if row:
        row.contact = contact
        does.append(("phone", register.put(row)))
    return does


def _site(said: Said, register: Register, device: Device) -> Site | None:
    """Where it stands: where it stood, if nothing else is said, else a place of the customer's, known or new."""
    place = {name: said.get(name, "") for name in PLACE}
    if not any(place.values()):
        return device.site
    stays = device.site and all(getattr(device.site, name) == text for name, text in place.items() if text)
    site = device.site if stays else register.find(Site, (device.customer.number, *place.values()))
    site = site or Site(customer=device.customer, **place)
    register.put(site, point=register.find(ServicePoint, said.get("point", "")))
    return site


def _put_device(said: Said, register: Register, customer: Customer) -> str:
    product = None
    if "product" in said:
        product = register.find(Product, said["product"]) or Product(name=said["product"])
        register.put(product)
    device = register.find(Device, said["serial"]) or Device(serial=said["serial"])
    days = {name: _day(said.get(name, "")) for name in ("sold_on", "warranty_until")}
    did = register.put(device, customer=customer, product=product, **days)
    moved = register.put(device, site=_site(said, register, device))
    return did or moved


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _is_mail(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True

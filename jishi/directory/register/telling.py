"""What a row does to the register."""

from .. import telephones
from ..models import Contact, Contract, Customer, Device, Product, ServicePoint, Site
from .known import Register, a_number
from .words import ANSWERS, COMPANY, KINDS, PLACE, Said, customer_of, day, level


def told(said: Said, register: Register) -> tuple[Customer, list[str]]:
    """Put what the row tells into the register; the customer, and what was done."""
    customer = customer_of(said, register) or Customer(number=said.get("number") or a_number())
    does = [("customer", _put_customer(said, register, customer))]
    if "contact" in said or "phone" in said or "mail" in said:
        does += _put_contact(said, register, customer)
    if "serial" in said:
        does += _put_device(said, register, customer)
    if "contract" in said:
        contract = register.find(Contract, (customer.number, said["contract"]))
        contract = contract or Contract(customer=customer, number=said["contract"])
        days = {name: day(said.get(name, "")) for name in ("since", "until")}
        does.append(("contract", register.put(contract, level=level(said.get("level", "")), **days)))
    return customer, [f"{what}-{how}" for what, how in does if how]


def _kind(said: Said, customer: Customer) -> str:
    if "kind" in said:
        return KINDS[said["kind"].casefold()]
    return "company" if not customer.name and COMPANY.search(said.get("customer", "")) else ""


def _put_customer(said: Said, register: Register, customer: Customer) -> str:
    vip = ANSWERS.get(said.get("vip", "").casefold())
    return register.put(customer, name=said.get("customer", ""), kind=_kind(said, customer), vip=vip)


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


def _put_site(said: Said, register: Register, device: Device) -> tuple[Site | None, str]:
    """Where it stands: where it stood, if nothing else is said, else a place of the customer's, known or new."""
    place, point = {name: said.get(name, "") for name in PLACE}, register.find(ServicePoint, said.get("point", ""))
    if point is None and not any(place.values()):
        return device.site, ""
    stays = device.site and all(getattr(device.site, name) == text for name, text in place.items() if text)
    site = device.site if stays else register.find(Site, (device.customer.number, *place.values()))
    site = site or Site(customer=device.customer, **place)
    return site, register.put(site, point=point)


def _put_device(said: Said, register: Register, customer: Customer) -> list[tuple[str, str]]:
    product, made = None, ""
    if "product" in said:
        product = register.find(Product, said["product"]) or Product(name=said["product"])
        made = register.put(product)
    device = register.find(Device, said["serial"]) or Device(serial=said["serial"])
    days = {name: day(said.get(name, "")) for name in ("sold_on", "warranty_until")}
    did = register.put(device, customer=customer, product=product, **days)
    site, changed = _put_site(said, register, device)
    moved = register.put(device, site=site)
    return [("product", made), ("device", did or moved or changed)]

"""What of a row cannot be taken into the register."""

from jishi.core import telephone

from ..models import Contract, Device, ServicePoint
from ..sheet_rows import is_mail
from .known import Register
from .words import ANSWERS, DAYS, KINDS, LONGEST, Said, customer_of, day, meant


def wrong(said: Said, register: Register) -> list[tuple[str, str]]:
    """Column and reason of each cell that cannot be taken."""
    found = [(name, "too-long") for name, most in LONGEST.items() if len(said.get(name, "")) > most]
    found += _unread(said)
    if "point" in said and register.find(ServicePoint, said["point"]) is None:
        found.append(("point", "unknown-point"))
    return found or _unfit(said, register)


def _unread(said: Said) -> list[tuple[str, str]]:
    found = [(name, "bad-day") for name in DAYS if name in said and day(said[name]) is None]
    if "phone" in said and telephone.read(said["phone"]) is None:
        found.append(("phone", "bad-phone"))
    if "mail" in said and not is_mail(said["mail"]):
        found.append(("mail", "bad-mail"))
    if "kind" in said and said["kind"].casefold() not in KINDS:
        found.append(("kind", "unknown-kind"))
    if "vip" in said and said["vip"].casefold() not in ANSWERS:
        found.append(("vip", "neither-yes-nor-no"))
    return found


def _unfit(said: Said, register: Register) -> list[tuple[str, str]]:
    """What does not fit what is known."""
    customer = customer_of(said, register)
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
    if "number" in said and any(each.kind == "company" for each in called):
        return [("number", "known-as")]
    if "number" not in said and called:
        if len(meant(said, called, register)) > 1:
            return [("customer", "several-called")]
        if "phone" not in said:
            return [("phone", "who-is-it")]
    found = [("serial", "device-elsewhere")] if _owned(said, register) else []
    if "contract" in said and (why := _contract_wrong(said, register, "")):
        found.append(why)
    return found


def _owned(said: Said, register: Register) -> bool:
    device = register.find(Device, said.get("serial", ""))
    return device is not None and device.customer is not None


def _contract_wrong(said: Said, register: Register, number: str) -> tuple[str, str] | None:
    contract = register.find(Contract, (number, said["contract"]))
    since = day(said.get("since", "")) or (contract and contract.since)
    until = day(said.get("until", "")) or (contract and contract.until)
    if since is None:
        return "since", "missing"
    return ("until", "ends-before") if until and until < since else None

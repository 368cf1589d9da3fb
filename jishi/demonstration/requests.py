"""What comes in: who asks for what, by which way, how urgent."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge

from .almanac import DAY, in_sale, local_day
from .luck import Luck, Wheel
from .organisation import Company, Contact, Customer, Device, Fault
from .rhythm import moments

CHANNELS = {
    "repair": {"phone": 56, "chat": 13, "form": 14, "mail": 11, "onsite": 6},
    "installation": {"phone": 34, "form": 30, "mail": 32, "onsite": 4},
    "consultation": {"phone": 41, "chat": 38, "mail": 12, "form": 9},
    "return": {"phone": 30, "chat": 28, "mail": 17, "form": 25},
}
PRIORITIES = ("P0", "P1", "P2", "P3")
AGAIN = 0.115  # share of requests that come back within a week
EXTRA = 0.014  # of the year's requests: those the faulty batch adds in the bad month
SUMMER = (6, 7, 8)


@dataclass(slots=True)
class Request:
    at: int
    customer: Customer
    contact: Contact
    device: Device
    fault: Fault
    channel: str
    priority: str
    again: bool = False

    def __lt__(self, other: "Request") -> bool:
        return self.at < other.at


class Demand:
    """Draws requests for moments."""

    def __init__(self, company: Company, luck: Luck) -> None:
        self.company, self.plan, self.luck = company, company.plan, luck
        self.customers = Wheel(company.customers, [customer.weight for customer in company.customers])
        self.faults = _wheel(company.faults)
        self.shop = _wheel([fault for fault in company.faults if fault.shop])
        self.summer = _wheel([fault for fault in company.faults if fault.summer])
        self.channels = {code: Wheel(list(shares), list(shares.values())) for code, shares in CHANNELS.items()}
        self.priorities = {fault.code: Wheel(PRIORITIES, fault.priority) for fault in company.faults}
        self.affected = self._affected()

    def requests(self) -> Iterator[Request]:
        """In order of time; those that come back are added while the year is told."""
        count = round(self.company.tickets / (1 + AGAIN) / (1 + EXTRA))
        usual = (self._usual(at) for at in moments(self.luck, self.plan, count))
        return merge(usual, self._extra(round(self.company.tickets * EXTRA)))

    def _usual(self, at: int) -> Request:
        customer = self.customers.turn(self.luck)
        fault = self._fault(at)
        return self._request(at, customer, self._device(customer, fault), fault)

    def _device(self, customer: Customer, fault: Fault) -> Device:
        """A gateway has troubles of the network only."""
        networked = fault.code.startswith("NW")
        return self.luck.pick([d for d in customer.devices if networked or d.product.is_machine])

    def _extra(self, count: int) -> list[Request]:
        """The faulty batch in the bad month."""
        if not self.affected:
            return []
        fault = next(fault for fault in self.company.faults if fault.code == self.plan.bad_fault)
        span = self.plan.bad_until - self.plan.bad_from
        hours = sorted(self.plan.bad_from + int(span * self.luck.share()) // DAY * DAY for _ in range(count))
        return sorted(
            self._request(day + self.luck.whole(0, 9 * 3600) + 8 * 3600, *self.luck.pick(self.affected), fault)
            for day in hours
        )

    def _request(self, at: int, customer: Customer, device: Device, fault: Fault) -> Request:
        luck = self.luck
        channel = self.channels[fault.service_type].turn(luck)
        priority = self.priorities[fault.code].turn(luck)
        if customer.vip and priority == "P2" and luck.chance(0.2):
            priority = "P1"
        return Request(at, customer, luck.pick(customer.contacts), device, fault, channel, priority)

    def _fault(self, at: int) -> Fault:
        day = local_day(at)
        if in_sale(day) and self.luck.chance(0.2):
            return self.shop.turn(self.luck)
        if day.month in SUMMER and self.luck.chance(0.05):
            return self.summer.turn(self.luck)
        return self.faults.turn(self.luck)

    def _affected(self) -> list[tuple[Customer, Device]]:
        batch = f"-{self.plan.bad_batch}-"
        return [
            (customer, device)
            for customer in self.company.customers
            for device in customer.devices
            if batch in device.serial and device.product.name == self.plan.bad_product
        ]


def _wheel(faults: list[Fault] | tuple[Fault, ...]) -> Wheel[Fault]:
    return Wheel(faults, [fault.weight for fault in faults])

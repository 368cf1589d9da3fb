"""Business customers: who calls, where the machines stand, what was bought when."""

from collections.abc import Sequence
from datetime import date, timedelta

from .almanac import local_day
from .lexicon import words
from .luck import Luck, Wheel
from .naming import address, company_name, landline, mobile, person_name
from .organisation import Contact, Customer, Device, Plan, Product, ServicePoint, Site

REGIONS = {"华东": 42, "华南": 26, "华北": 17, "西南": 12, "西北": 3}
BATCH = 130  # machines of the faulty batch
BATCH_SOUTH = 0.65  # share of it that went to the bad region


class Market:
    """Makes customers one by one; serial numbers run on within a month of a product."""

    def __init__(self, luck: Luck, plan: Plan, points: Sequence[ServicePoint], products: Sequence[Product]) -> None:
        self.luck, self.plan, self.points = luck, plan, points
        self.regions = Wheel(list(REGIONS), list(REGIONS.values()))
        self.places = {
            region: Wheel(places, [place["weight"] for place in places])
            for region, places in words("places")["regions"].items()
        }
        weights = {told["name"]: told["weight"] for told in words("organisation")["products"]}
        self.products = Wheel(products, [weights[product.name] for product in products])
        self.affected = next(product for product in products if product.name == plan.bad_product)
        self.running: dict[str, int] = {}
        self.names: set[str] = set()

    def customer(self, n: int) -> Customer:
        luck, region = self.luck, self.regions.turn(self.luck)
        place = self.places[region].turn(luck)
        sites = tuple(self._site(region, place) for _ in range(1 + luck.chance(0.22)))
        weight = luck.skewed(1.0, 0.8)
        machines = min(max(1, round(luck.skewed(1.6 * weight, 0.5))), 25)
        devices = tuple(self._device(luck.pick(sites), self._bought(n)) for n in range(machines))
        return Customer(
            number=f"C{n:05}",
            name=self._name(place["city"]),
            region=region,
            vip=weight > 3.2,
            contract=f"HT-{luck.whole(1000, 9999)}" if luck.chance(0.35) else "",
            contacts=tuple(self._contact(place["area"]) for _ in range(luck.whole(1, 3))),
            sites=sites,
            devices=devices + self._batch(region, sites),
            weight=weight,
        )

    def _bought(self, n: int) -> Product:
        """Everybody's first is a machine; a gateway alone connects nothing."""
        product = self.products.turn(self.luck)
        return product if n or product.is_machine else self.affected

    def _name(self, city: str) -> str:
        name = company_name(self.luck, city)
        while name in self.names:
            name = company_name(self.luck, city)
        self.names.add(name)
        return name

    def _contact(self, area: str) -> Contact:
        luck = self.luck
        phone = mobile(luck) if luck.chance(0.8) else landline(luck, area)
        post = luck.pick(words("names")["posts"])[0]
        return Contact(person_name(luck), phone, f"u{luck.whole(1000, 999_999)}@customer.example", post)

    def _site(self, region: str, place: dict) -> Site:
        near = [point for point in self.points if point.region == region]
        point = next((point for point in near if point.city == place["city"]), None) or self.luck.pick(near)
        district = self.luck.pick(place["districts"])
        return Site(place["province"], place["city"], district, address(self.luck), point)

    def _device(self, site: Site, product: Product, built: date | None = None) -> Device:
        built = built or local_day(self.plan.now) - timedelta(days=440 + int(2400 * self.luck.share() ** 1.3))
        sold = built + timedelta(days=self.luck.whole(20, 70))
        key = f"{product.prefix}-{built:%y%m}"
        self.running[key] = self.running.get(key, 0) + self.luck.whole(1, 9)
        return Device(f"{key}-{self.running[key]:04}", product, site, sold, _years_later(sold, 2))

    def _batch(self, region: str, sites: tuple[Site, ...]) -> tuple[Device, ...]:
        """Machines of the faulty batch: a few at many customers, most of them in one region."""
        south = region == self.plan.bad_region
        expected = BATCH * (BATCH_SOUTH / 0.26 if south else (1 - BATCH_SOUTH) / 0.74) / 900
        count = int(expected) + self.luck.chance(expected % 1)
        built = date(2000 + int(self.plan.bad_batch[:2]), int(self.plan.bad_batch[2:]), 8)
        return tuple(self._device(self.luck.pick(sites), self.affected, built) for _ in range(count))


def _years_later(day: date, years: int) -> date:
    return day + timedelta(days=365 * years)


def customers(
    luck: Luck, plan: Plan, points: Sequence[ServicePoint], products: Sequence[Product], count: int
) -> tuple[Customer, ...]:
    market = Market(luck, plan, points, products)
    return tuple(market.customer(n) for n in range(1, count + 1))

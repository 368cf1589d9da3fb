"""The people of the demonstration company and where they stand."""

from collections.abc import Iterator

from .lexicon import words
from .luck import Luck
from .naming import person_name
from .organisation import Department, Person, ServicePoint, Supplier, Team

ROLES = {"技术支持部": "second_line", "回访组": "callback", "品质监督组": "monitor"}
LEADS = "lead"


def departments() -> tuple[Department, ...]:
    return tuple(Department(d["name"], d.get("region", "")) for d in words("organisation")["departments"])


def teams() -> tuple[Team, ...]:
    return tuple(
        Team(name, department["name"], line)
        for department in words("organisation")["departments"]
        for name, line, _ in department["teams"]
    )


def points() -> tuple[ServicePoint, ...]:
    provinces = {place["city"]: place["province"] for places in words("places")["regions"].values() for place in places}
    return tuple(
        ServicePoint(
            p["name"], provinces[p["city"]], p["city"], p["region"], f"{p['region']}服务部", p.get("supplier", "")
        )
        for p in words("organisation")["points"]
    )


def suppliers() -> tuple[Supplier, ...]:
    shops = [point["supplier"] for point in words("organisation")["points"] if "supplier" in point]
    return tuple(Supplier(name) for name in [*shops, *words("organisation")["suppliers"]])


def people(luck: Luck) -> tuple[Person, ...]:
    """The known ones first, then as many as each team and service point has places."""
    posts = [*_named(), *_desks(), *_field()]
    taken: set[str] = {post["name"] for post in posts if post.get("name")}
    return tuple(_hired(luck, QH + n, post, taken) for n, post in enumerate(posts, 1))


def contacts() -> tuple[Person, ...]:
    """Who answers for a department that is asked; hired last, so that everybody else keeps number and luck."""
    return tuple(
        Person(f"QH{LAST + n}", name, "contact", department, mail=f"qh{LAST + n}@{words('organisation')['domain']}")
        for n, (name, department) in enumerate(words("organisation")["contacts"], 1)
    )


LAST = 2000
QH = 1000  # staff numbers go on from here


def _hired(luck: Luck, number: int, post: dict, taken: set[str]) -> Person:
    name = post.pop("name", "") or _new_name(luck, taken)
    code = f"{'W' if post.get('supplier') else 'QH'}{number}"
    mail = f"{code.lower()}@{words('organisation')['domain']}"
    return Person(code, name, mail=mail, rounds=luck.chance(0.15), tardy=luck.chance(0.12), **post)


def _new_name(luck: Luck, taken: set[str]) -> str:
    name = person_name(luck)
    while name in taken:
        name = person_name(luck)
    taken.add(name)
    return name


def _named() -> Iterator[dict]:
    """People who appear by name in what is shown; the service manager and the administrator have no team."""
    departments = {team.name: team.department for team in teams()}
    stations = {point.name: point for point in points()}
    for role, seats in words("organisation")["named"].items():
        for name, place in seats:
            if place in stations:
                yield {"name": name, **_post(stations[place])}
            else:
                yield {"name": name, "role": role, "department": departments.get(place, place)} | (
                    {"team": place} if place in departments else {}
                )


def _desks() -> Iterator[dict]:
    for department in words("organisation")["departments"]:
        for team, _, seats in department["teams"]:
            role = ROLES.get(team) or ROLES.get(department["name"], "agent")
            for _ in range(seats):
                yield {"role": role, "department": department["name"], "team": team}


def _field() -> Iterator[dict]:
    stations = {point.name: point for point in points()}
    for told in words("organisation")["points"]:
        for _ in range(told["engineers"]):
            yield _post(stations[told["name"]])


def _post(point: ServicePoint) -> dict:
    """An engineer's place at a service point; a supplier's people have the role of a supplier."""
    role = "supplier" if point.supplier else "engineer"
    team = f"{point.region}现场组"
    return {
        "role": role, "department": point.department, "team": team, "point": point.name, "supplier": point.supplier
    }  # fmt: skip

"""Who takes it: the desk by hour, the team by region, the engineer by service point."""

from collections import defaultdict

from .almanac import clock_time, local_day, works
from .luck import Luck
from .organisation import Company, Person
from .requests import Request

DAY_SHIFT = (8 * 3600, 20 * 3600 + 1800)
AT_CENTRE = 0.7  # share of consultations the call centre answers itself


class Roster:
    def __init__(self, company: Company, luck: Luck) -> None:
        self.luck = luck
        self.teams: dict[str, list[Person]] = defaultdict(list)
        self.points: dict[str, list[Person]] = defaultdict(list)
        for person in company.people:
            (self.points[person.point] if person.point else self.teams[person.team]).append(person)

    def desk(self, request: Request, at: int) -> Person:
        """Who answers the phone or the chat at that hour."""
        low, high = DAY_SHIFT
        if not low <= clock_time(at) < high or (not works(local_day(at)) and self.luck.chance(0.3)):
            return self.one("夜班组")
        return self.one("在线组" if request.channel == "chat" else "热线组")

    def owner(self, request: Request) -> Person:
        """The agent responsible at first."""
        match request.fault.service_type:
            case "return":
                return self.one("退换货组")
            case "consultation" if self.luck.chance(AT_CENTRE):
                return self.one("在线组" if request.channel in ("chat", "mail", "form") else "热线组")
        return self.one(f"{request.customer.region}受理组")

    def second_line(self, request: Request) -> Person:
        return self.one(request.fault.group)

    def engineer(self, request: Request) -> Person:
        return self.luck.pick(self.points[request.device.site.point.name])

    def caller_back(self) -> Person:
        return self.one("回访组")

    def one(self, team: str) -> Person:
        """Someone of the team; the first ones take more than their share."""
        people = self.teams[team]
        return people[int(len(people) * self.luck.share() ** 1.25)]

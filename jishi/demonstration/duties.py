"""The company's roster: the last weeks, this one and the next two; leave, skills, and shifts handed over."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from django.db.models import Count

from jishi.directory import models as rows
from jishi.directory.defaults import establish_shifts
from jishi.directory.models import Duty, Leave, Person, Shift, Skill, Team
from jishi.tickets import relieving
from jishi.tickets.models import Ticket

from .almanac import ZONE, works
from .lexicon import words
from .luck import Luck
from .organisation import Company

DAY = timedelta(days=1)
BEFORE, AFTER = 4, 3  # weeks told
# Teams that go round in a pattern, and by how many days each next person is later; the others work days.
ROUNDS = {"热线组": ("早早早中中休休", 1), "在线组": ("早早中中中休休", 1), "夜班组": ("夜夜休休", 1)}
LEAVES = ("annual", "annual", "in-lieu", "sick", "personal", "training", "trip")
TAKEN, ASKED = 14, 4


def draw_up(company: Company, now: datetime) -> None:
    """Everything of it, by the company's seed."""
    luck, today = Luck(company.seed, 7), now.astimezone(ZONE).date()
    people = list(Person.objects.select_related("team", "role").exclude(team=None).order_by("pk"))
    monday = today - today.weekday() * DAY
    days = [monday - BEFORE * 7 * DAY + n * DAY for n in range((BEFORE + AFTER) * 7)]
    shifts = {each.letter: each for each in establish_shifts().values()}
    Duty.objects.bulk_create(duty for team in _by_team(people) for duty in _duties(team, days, shifts))
    Leave.objects.bulk_create(_leaves(people, today, now, luck))
    Skill.objects.bulk_create(_skills(people), ignore_conflicts=True)
    Person.objects.filter(pk__in=[each.pk for each in people[-6:]]).update(capacity=4)  # they began last month
    _presence(people, now)


def hand_over(now: datetime) -> None:
    """One shift of the busiest team signed by both, one that waits."""
    told = words("roster")
    busy = Ticket.objects.filter(open_since__isnull=False, team__line=1).values_list("team").annotate(n=Count("pk"))
    team = Team.objects.get(pk=busy.order_by("-n", "team")[0][0])
    people = list(Person.objects.filter(team=team).select_related("role", "team").order_by("pk")[:3])
    for note, by, taker, at in (
        (told["notes"][0], people[1], people[0], now - timedelta(hours=8)),
        (told["notes"][1], people[0], None, now - timedelta(minutes=12)),
    ):
        tickets = [one for found in relieving.worth_telling(by, team, 8, at).values() for one in found]
        remarks = {one.pk: remark for one, remark in zip(tickets[::3], told["remarks"], strict=False)}
        relief = relieving.give(by, team, 8, note, remarks, at)
        if taker:
            relieving.take(relief, taker, at + timedelta(minutes=6))


def _by_team(people: Sequence[Person]) -> list[list[Person]]:
    """The members of each team; engineers by service point, where each has its own."""
    places: dict[tuple[int | None, int | None], list[Person]] = {}
    for person in people:
        places.setdefault((person.team_id, person.point_id), []).append(person)
    return list(places.values())


def _duties(team: list[Person], days: Sequence[date], shifts: dict[str, Shift]) -> Iterator[Duty]:
    name = team[0].team.name if team[0].team else ""
    for day in days:
        led: set[str] = set()
        for place, person in enumerate(team):
            letter = _letter(name, day, place, len(team))
            if letter in shifts:
                where = {"team_id": person.team_id, "point_id": person.point_id}
                yield Duty(person=person, day=day, shift=shifts[letter], lead=letter not in led, **where)
                led.add(letter)


def _letter(team: str, day: date, place: int, size: int) -> str:
    """The shift of the person at that place; on days off one of each team is there."""
    n = day.toordinal()
    if team == "夜班组" and day.weekday() == 5:
        return ""  # nobody is there on Saturday nights
    if team in ROUNDS:
        pattern, later = ROUNDS[team]
        return pattern[(n - place * later) % len(pattern)]
    if works(day):
        return "日"
    return "值" if n % size == place else ""


def _leaves(people: Sequence[Person], today: date, now: datetime, luck: Luck) -> Iterator[Leave]:
    """Some are away, some have asked; nobody twice."""
    told = words("roster")["leave"]
    for n, person in enumerate(people[3 :: max(len(people) // (TAKEN + ASKED), 1)][: TAKEN + ASKED]):
        asked, kind = n % 5 == 4, luck.pick(LEAVES)
        since = today + luck.whole(2 if asked else -6, 12) * DAY
        until = since + luck.whole(1, 4) * DAY
        lead = next((one for one in people if one.role.code == "lead" and one.pk != person.pk), None)
        decided = {} if asked else {"state": "approved", "decided_by": lead, "decided_at": now - 10 * DAY}
        told_at = {"since": _midnight(since), "until": _midnight(until), "asked_at": now - (1 if asked else 11) * DAY}
        yield Leave(person=person, kind=kind, words=luck.pick(told[kind]), **told_at, **decided)


def _skills(people: Sequence[Person]) -> Iterator[Skill]:
    """Second line and engineers know machines, agents kinds of service."""
    kinds = sorted({each for each in rows.Product.objects.values_list("kind", flat=True) if each})
    types = list(rows.ServiceType.objects.filter(active=True).values_list("code", flat=True))
    machines = words("roster")["machines"]
    for place, person in enumerate(people):
        team = person.team.name if person.team else ""
        if person.role.code in ("engineer", "supplier", "second_line"):
            own = machines.get(team, [kinds[(place + n) % len(kinds)] for n in range(3)])
            yield from (Skill(person=person, of="product", code=kind) for kind in own)
        elif person.role.code == "agent":
            own = ["return"] if team == "退换货组" else [types[(place + n) % len(types)] for n in range(3)]
            yield from (Skill(person=person, of="service_type", code=code) for code in own)


def _presence(people: Sequence[Person], now: datetime) -> None:
    """Most said nothing today; some did."""
    for n, word in enumerate(("available", "busy", "away", "available")):
        chosen = [each.pk for each in people[n::11]]
        Person.objects.filter(pk__in=chosen).update(presence=word, presence_at=now - timedelta(minutes=20 + 7 * n))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), ZONE)

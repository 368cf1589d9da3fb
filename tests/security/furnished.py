"""One of everything, near a reader and far from them: what the numbers in addresses lead to.

Near is what is the reader's, or their team's; far is Zhou's, of another department. Where it makes no difference whose
it is (a policy, a list), there is one, and "none" stands for a number nobody gave.
"""

from django.utils import timezone

from jishi.assigning import rules
from jishi.assigning.models import Offer
from jishi.clocks.drafting import open_policy
from jishi.clocks.drafting_days import open_calendar
from jishi.clocks.models import Calendar
from jishi.directory import inviting, leaving
from jishi.directory.models import Customer, Item, Person, Shift
from jishi.directory.people import hire
from jishi.directory.reach import OWN, SUPPLIER
from jishi.intake import uploads
from jishi.knowledge import using, writing
from jishi.reports.listings import taking
from jishi.tickets import actions, attaching, matters
from jishi.tickets.models import PriorityRule, Relief, SavedReply, Ticket
from jishi.tickets.receiving import receive
from jishi.watch.models import Job, Notice
from tests.cast import moment

NOW = moment(1, "10:00")
AHEAD = moment(30_000, "00:00"), moment(30_001, "00:00")
SHEET = "编号,受理时间,标题\nA-1,2026-03-02 09:00,锅炉漏水\nA-2,昨天,风扇响\n".encode()


def furnish(house, repair, told, person: Person | None) -> dict[str, dict[str, object]]:
    """Kind of thing -> near or far or none -> its number."""
    repair.refresh_from_db()
    reader, sides = person or house.lin, {"near": house.lin, "far": house.zhou}
    tickets = {"near": repair, "far": _far(house, told)}
    things = {side: _of_team(ticket, told, sides[side]) for side, ticket in tickets.items()}
    own = {"near": _own(reader, tickets["near"]), "far": _own(house.zhou, tickets["far"])}
    sheets = {side: {**things[side], **own[side]} for side in sides}
    _place(repair, reader)
    kinds = {kind: {side: sheets[side][kind] for side in sides} for kind in sheets["near"]}
    return kinds | {kind: {"near": number, "none": 999_999} for kind, number in _companys(house).items()}


def _place(ticket: Ticket, reader: Person) -> None:
    """Within what the reader sees, if they see anything."""
    place = {OWN: {"owner": reader}, SUPPLIER: {"supplier": reader.supplier}}.get(reader.role.reach)
    if place:
        Ticket.objects.filter(pk=ticket.pk).update(**place)


def _far(house, told) -> Ticket:
    words = {"title": "别处的工单", "customer": Customer.objects.create(number="C-9", name="周远")}
    return receive(told(1, "09:00"), service_type=house.types["repair"], team=house.other, priority="P2", **words)


def _of_team(ticket: Ticket, told, by: Person) -> dict[str, object]:
    """What stands on a ticket, and what is a team's."""
    file = attaching.lay(ticket, by, "记录.txt", b"x", NOW)
    attaching.attach(actions.note(ticket, told(1, "09:30", by=by)), by, [file.stored])
    article = writing.write(by, NOW, writing.Words(f"密封圈 {by.number}", "更换"), {}, ticket)
    asked = {"department": by.department, "asked": "配件", "due_at": moment(3, "18:00")}
    relief = Relief.objects.create(team=by.team, at=NOW, hours=8, given_by=by)
    colleague = Person.objects.exclude(pk=by.pk).filter(team=by.team).first()
    return {
        "tickets": ticket.number,
        "files": file.stored,
        "articles": writing.publish(article, by, NOW, "", 0).article_id,
        "doubts": using.doubt(article, by, NOW, "没用").pk,
        "matters": matters.ask(ticket, by, NOW, **asked).pk,
        "reliefs": relief.pk,
        "replies": SavedReply.objects.create(team=by.team, title="问候", body="您好").pk,
        "people": colleague.number,
        "members": colleague.pk,
        "teams": by.team.pk,
        "leaves": leaving.ask(colleague, "annual", *AHEAD, "", NOW).pk,
    }


def _own(person: Person, ticket: Ticket) -> dict[str, object]:
    """What is one person's alone, whoever else sees everything."""
    span = {"made_at": NOW, "lapses_at": AHEAD[0]}
    (taking.folder() / f"f{person.pk}").write_bytes(b"x")
    job = {"due_at": NOW, "facts": {"list": "tickets", "form": "csv"}, "answer": {"file": f"f{person.pk}", "rows": 1}}
    return {
        "notices": Notice.objects.create(person=person, code="mentioned", ticket=ticket, at=NOW).pk,
        "own leaves": leaving.ask(person, "trip", *AHEAD, "", NOW).pk,
        "uploads": uploads.bring(person, "台账.csv", [SHEET]).pk,
        "jobs": Job.objects.create(kind="export", by=person, ended_at=NOW, **job).pk,
        "offers": Offer.objects.create(ticket=ticket, person=person, **span).pk,
    }


def _companys(house) -> dict[str, object]:
    """What is everybody's."""
    calendar, policy = open_calendar(Calendar.objects.get(code="service")), open_policy()
    newcomer, administrator = hire("0008", "新人", "shopper"), hire("0009", "管理员", "administrator")
    return {
        "customers": Customer.objects.create(number="C-8", name="孙宁").number,
        "calendar drafts": calendar.pk,
        "policy drafts": policy.pk,
        "policy rows": policy.rows.first().pk,
        "items": Item.objects.first().pk,
        "types": house.types["repair"].pk,
        "urgency rules": PriorityRule.objects.first().pk,
        "assignment rules": rules.add(house.boss, NOW).pk,
        "shifts": Shift.objects.first().code,
        "tokens": inviting.invite(newcomer, administrator, timezone.now()),
    }

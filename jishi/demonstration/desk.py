"""From the customer's word to the first contact, and over to the second line."""

from .almanac import clock_time, service_hours
from .organisation import Person
from .telling import CUSTOMER, MINUTE, SYSTEM, Telling

# Median seconds of working time to contact: urgent and general after-sales requests; consultations by mail or form.
CONTACT = {"P0": 15 * MINUTE, "P1": 21 * MINUTE, "P2": 72 * MINUTE, "P3": 92 * MINUTE}
TALK = {"phone": 0.17, "chat": 0.07}  # of LETTER, when the customer waits on the line or in the chat
LETTER = {"P0": 9 * MINUTE, "P1": 38 * MINUTE, "P2": 78 * MINUTE, "P3": 150 * MINUTE}
HANDOVER, TAKEOVER = 5.2 * MINUTE, 13 * MINUTE
SLOW, SKILLED = 1.45, 0.62  # the improved department before and after assignment by skill, to the others' 1


def pace(t: Telling) -> float:
    """Assignment by skill: it found the right person later before, and finds them sooner since."""
    if t.owner.department != t.plan.improved_department:
        return 1.0
    return SKILLED if t.request.at >= t.plan.improved_from else SLOW


def receive(t: Telling) -> None:
    """The request comes in by its channel."""
    request, luck = t.request, t.luck
    title, description = t.speech.says(request)
    t.fields |= {"title": title, "description": description}
    t.log("received", CUSTOMER, channel=request.channel, priority=request.priority)
    if request.channel in ("phone", "chat"):
        t.elapse(luck.whole(2, 9))
        t.log("queued", SYSTEM)
        night = 2.0 if not 8 * 3600 <= clock_time(t.at) < 20 * 3600 else 1.0
        t.elapse(luck.skewed(34 if request.channel == "chat" else 19, 0.8) * night)
        t.log("answered", t.roster.desk(request, t.at))
    elif request.channel in ("mail", "form"):
        t.elapse(luck.whole(4, 70))
        t.log("acknowledged", SYSTEM, auto=True, note=t.note("acknowledged", id=t.id))


def put_off(t: Telling) -> None:
    """Who calls in the evening with something general agrees with the desk on the next working day."""
    if t.urgent or t.request.channel not in ("phone", "chat", "onsite") or not t.closes_soon():
        return
    t.elapse(t.luck.whole(60, 400))
    resumes = service_hours().due_s(t.at + 2 * 3600, 60)
    t.pause("customer_later", resumes, t.roster.desk(t.request, t.at), t.note("next_day"), "next_day")


def assign(t: Telling, share: float) -> None:
    """Somebody becomes responsible after `share` seconds of working time."""
    t.work(share)
    skilled = t.owner.department == t.plan.improved_department and t.request.at >= t.plan.improved_from
    by = SYSTEM if skilled else t.roster.one(t.owner.team)
    t.log("assigned", by, to=t.owner.number, team=t.owner.team, how="skill" if skilled else "hand")


def reach(t: Telling) -> None:
    """Assigned, perhaps tried in vain or passed on, then the first contact."""
    total = t.luck.skewed(_usual(t), 0.78) * pace(t)
    waits = t.luck.between(0.2, 0.5)
    if t.mishap == "assignment_delay":
        total, waits = total * t.luck.between(2.5, 7), 0.85
    assign(t, total * waits)
    if t.luck.chance(0.045):
        _pass_on(t)
    for _ in range(t.luck.chance(0.1) + t.luck.chance(0.03)):
        t.work(total * 0.3)
        t.log("attempted", t.owner, note=t.note("attempted"))
    t.work(total * (1 - waits) + 20)
    contact(t)


def _usual(t: Telling) -> float:
    """Median seconds of working time to contact."""
    if t.request.fault.service_type != "consultation":
        return CONTACT[t.request.priority]
    return LETTER[t.request.priority] * TALK.get(t.request.channel, 1.0)


def _pass_on(t: Telling) -> None:
    """The wrong one had it."""
    other = t.roster.one(t.owner.team)
    if other is t.owner:
        return
    t.work(t.luck.skewed(12 * MINUTE, 0.7))
    t.log("transferred", t.owner, **{"from": t.owner.number}, to=other.number, team=other.team, reason="wrong_skill")
    t.owner = other


def contact(t: Telling, by: Person | None = None) -> None:
    person = by or t.owner
    template = person.department == t.plan.template_department and t.at >= t.plan.template_from
    words = "template" if template else "contacted"
    t.log("contacted", person, channel=_reply_channel(t), note=_reply(t, words, person))


def _reply(t: Telling, words: str, person: Person) -> str:
    """Customers get the staff number, not the name (D8)."""
    title = t.luck.pick(["经理", "工", "师傅", "主任", ""])
    surname = t.request.contact.name[:1]
    return t.note(words, who=f"{surname}{title}" if title else "您", staff=person.number)


def _reply_channel(t: Telling) -> str:
    return "phone" if t.request.channel == "onsite" else t.request.channel


def hand_over(t: Telling) -> None:
    """First line cannot solve it: to the second line with what was tried, which takes over (R55)."""
    quick = t.urgent
    spell = t.luck.skewed(HANDOVER if quick else 45 * MINUTE, 0.55) * pace(t)
    t.work(spell)
    expert = t.roster.second_line(t.request)
    t.log("escalated", t.owner, line=2, to=expert.team, tried=True, note=t.note("tried"))
    if t.luck.chance(0.04):
        t.work(t.luck.skewed(8 * MINUTE, 0.5))
        t.log("attempted", expert, note=t.note("attempted"))
    t.work(t.luck.skewed(TAKEOVER if quick else 60 * MINUTE, 0.58) * pace(t))
    t.log("accepted", expert, line=2, team=expert.team, note=t.note("accepted"))

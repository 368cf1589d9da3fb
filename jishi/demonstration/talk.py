"""Conversations at the demonstration's desk: attempts, notes, files, saved replies, and what people were told."""

import io
from datetime import datetime, timedelta

from django.db.models import F
from PIL import Image, ImageDraw

from jishi.core.lifecycle import LIVE
from jishi.directory.models import Person
from jishi.tickets import actions
from jishi.tickets.attaching import attach, lay
from jishi.tickets.entry import Entry
from jishi.tickets.mentions import mentioned, proposed
from jishi.tickets.models import Event, SavedReply, Ticket
from jishi.tickets.queries import visible
from jishi.watch.notices import tell

from .lexicon import words
from .luck import Luck

SIZE = (960, 540)


def talk(log_ins: list[str], now: datetime, seed: int) -> None:
    """What colleagues said in the last hours about tickets still at hand; `log_ins`: whose desks are looked at."""
    luck, said = Luck(seed), words("talk")
    _save_replies(said["replies"], luck)
    lookers = Person.objects.filter(number__in=log_ins, supplier=None).select_related("role", "team").order_by("pk")
    for person in lookers:
        for place, ticket in enumerate(_recent(person, now)):
            _discuss(ticket, person, now, luck, said, pictured=place == 0)


def _save_replies(replies: list[list[str]], luck: Luck) -> None:
    SavedReply.objects.bulk_create(
        SavedReply(title=title, body=body, body_en=body_en, used=luck.whole(4, 160)) for title, body, body_en in replies
    )


def _recent(person: Person, now: datetime) -> list[Ticket]:
    """Not closed yet, unfinished ones first, and not spoken of here yet."""
    known = visible(person).filter(received_at__lte=now - timedelta(hours=2), last_at__lte=now - timedelta(hours=1))
    found = known.filter(status__in=[*LIVE, "resolved"]).select_related("customer", "contact", "product", "device")
    return list(found.order_by(F("open_since").desc(nulls_last=True), "-received_at")[:3])


def _discuss(ticket: Ticket, looker: Person, now: datetime, luck: Luck, said: dict, pictured: bool) -> None:
    """A colleague could not reach the customer, and asks the one who looks."""
    by = next(iter(proposed(ticket, "", looker)), looker)
    at = now - timedelta(minutes=luck.whole(35, 55))
    if ticket.status in LIVE:
        tell([looker], "assigned", at - timedelta(minutes=luck.whole(9, 40)), ticket=ticket, by=by)
    if ticket.status in LIVE and not ticket.events.filter(kind="contacted").exists():
        for outcome, minutes in (("no-answer", 0), ("busy", luck.whole(4, 9))):
            actions.attempt(ticket, _entry(by, at + timedelta(minutes=minutes), ""), outcome=outcome)
        actions.note(ticket, _entry(by, at + timedelta(minutes=10), luck.pick(said["alone"])))
    elif luck.chance(0.6):
        actions.contact(ticket, _entry(by, at, luck.pick(said["answers"])), channel="mail")
    words = (said["pictured"] if pictured else luck.pick(said["notes"])).replace("{who}", looker.name)
    noted = _entry(by, at + timedelta(minutes=14), words)
    event = actions.note(ticket, noted, to=mentioned(ticket, words))
    if pictured:
        _hang(event, by, noted, luck, said["log"])


def _entry(by: Person, at: datetime, note: str) -> Entry:
    return Entry(by, "desk", None, note, at)


def _hang(event: Event, by: Person, entry: Entry, luck: Luck, log: str) -> None:
    """A picture of the screen and what the machine wrote; their names on the disk are the seed's."""
    files = [("报警画面.png", _screen()), ("主轴驱动日志.txt", log.encode())]
    names = [f"{luck.whole(0, 2**48 - 1):012x}" for _ in files]
    for stored, (name, content) in zip(names, files, strict=True):
        lay(event.ticket, by, name, content, entry.now, stored)
    attach(event, by, names)


def _screen() -> bytes:
    """The panel of a machine that has stopped."""
    image = Image.new("RGB", SIZE, "#10161d")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, SIZE[0], 64), fill="#8c1d22")
    pen.text((28, 12), "ALARM  AL-2041", fill="white", font_size=36)
    for row, line in enumerate(
        ("SPINDLE ENCODER DEVIATION 0.42 / 0.30", "S 3000 rpm   LOAD 41 %", "BUS RETRY 3/3 FAILED")
    ):
        pen.text((28, 110 + row * 64), line, fill="#b9c4d0", font_size=32)
    pen.polygon([(28, 500), *((28 + x * 9, 480 - (x * 37) % 90) for x in range(100)), (920, 500)], fill="#1f5b7a")
    drawn = io.BytesIO()
    image.save(drawn, "PNG")
    return drawn.getvalue()

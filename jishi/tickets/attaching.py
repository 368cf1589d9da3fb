"""Files that hang on what was said.

A file is first laid into `waiting`, then told by a row; once the row has its event, the file moves to `kept`. So a row
without a file does not exist, and a file without a row lies in `waiting` only, where `tidy` finds it.
"""

import os
import secrets
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Q, Sum

from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.words.text import plain

from .models import Attachment, Event, Ticket
from .redrawing import redraw, thumb_of
from .sniffing import PICTURES, kind_of

LARGEST = 10_000_000  # bytes of a file
ROOM = 100_000_000  # of all files of a ticket
MOST = 10  # files on one event
PATIENCE = timedelta(days=1)  # a file waits so long for its words


def lay(ticket: Ticket, by: Person, name: str, content: bytes, now: datetime, stored: str = "") -> Attachment:
    """A file for words still to be sent. Refuses its size ("file-too-large", "files-too-many"), kind and content."""
    if len(content) > LARGEST:
        raise Refused("file-too-large", most=LARGEST // 1_000_000)
    if room_taken(ticket) + len(content) > ROOM:
        raise Refused("files-too-many", most=ROOM // 1_000_000)
    kind, stored = kind_of(content, name), stored or secrets.token_hex(16)
    path = folder("waiting") / stored
    path.write_bytes(content)
    if kind in PICTURES:
        _redraw(path, kind)
    row = {"ticket": ticket, "by": by, "name": called(name), "kind": kind, "size": path.stat().st_size, "at": now}
    return Attachment.objects.create(stored=stored, **row)


def attach(event: Event, by: Person, stored: Collection[str]) -> None:
    """They hang on `event` from now on. Refuses those that are not waiting for `by` on its ticket ("file-gone")."""
    wanted = set(stored)
    if len(wanted) > MOST:
        raise Refused("files-too-many-at-once", most=MOST)
    waiting = Attachment.objects.filter(stored__in=wanted, event=None, ticket=event.ticket_id, by=by)
    if waiting.update(event=event) != len(wanted):
        raise Refused("file-gone")
    transaction.on_commit(partial(shift, wanted, "waiting", "kept"))


def detach(by: Person, stored: str) -> None:
    """Taken back before it was sent."""
    if Attachment.objects.filter(stored=stored, event=None, by=by).delete()[0]:
        transaction.on_commit(partial(unlink, [stored]))


def attached(ticket: Ticket) -> dict[int, list[Attachment]]:
    """The files of a ticket by the event they hang on."""
    files: dict[int, list[Attachment]] = {}
    for file in Attachment.objects.filter(ticket=ticket, event__isnull=False).order_by("pk"):
        files.setdefault(file.event_id, []).append(file)
    return files


def path_of(stored: str) -> Path | None:
    """Where it lies now."""
    paths = [folder(where) / stored for where in ("kept", "waiting")]
    return next((path for path in paths if path.exists()), None)


def take_out(tickets: Iterable[int]) -> None:
    """Nothing is left of the files of these tickets: first back to `waiting`, so that a crash leaves nothing behind."""
    files = Attachment.objects.filter(ticket__in=list(tickets))
    stored = list(files.values_list("stored", flat=True))
    shift(stored, "kept", "waiting")
    files.delete()
    transaction.on_commit(partial(unlink, stored))


def tidy(now: datetime) -> int:
    """What waits in vain goes, what was interrupted is finished; how many files went."""
    before = now - PATIENCE
    Attachment.objects.filter(event=None, at__lte=before).delete()
    lying = {path.name.removesuffix(".thumb"): path for path in folder("waiting").iterdir()}
    rows = dict(Attachment.objects.filter(stored__in=list(lying)).values_list("stored", "event_id"))
    shift([stored for stored, event in rows.items() if event], "waiting", "kept")
    old = [stored for stored, path in lying.items() if stored not in rows and _laid(path) <= before.timestamp()]
    unlink(old)
    return len(old)


def room_taken(ticket: Ticket) -> int:
    return Attachment.objects.filter(Q(ticket=ticket)).aggregate(taken=Sum("size"))["taken"] or 0


def called(name: str) -> str:
    """The name as given, its folders and invisible signs left out."""
    return plain(name.replace("\\", "/").rpartition("/")[2]).strip(" .")[-160:] or "file"


def shift(stored: Iterable[str], since: str, until: str) -> None:
    for name in stored:
        for path in _both(folder(since) / name):
            if path.exists():
                os.replace(path, folder(until) / path.name)


def unlink(stored: Iterable[str]) -> None:
    for name in stored:
        for path in (*_both(folder("waiting") / name), *_both(folder("kept") / name)):
            path.unlink(missing_ok=True)


def folder(name: str) -> Path:
    """Beside the database, below nothing that is served."""
    path = Path(settings.MEDIA_ROOT) / name
    path.mkdir(parents=True, exist_ok=True, mode=0o750)
    return path


def _redraw(path: Path, kind: str) -> None:
    try:
        redraw(path, kind)
    except Refused:
        unlink([path.name])
        raise


def _both(path: Path) -> tuple[Path, Path]:
    return path, thumb_of(path)


def _laid(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0.0

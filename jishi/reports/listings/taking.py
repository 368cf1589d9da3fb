"""A list is taken along: at once when it is short, as a job with a file that expires when it is long."""

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.utils import timezone, translation

from jishi.core.refused import Refused
from jishi.directory.access import write
from jishi.directory.eyes import eyes
from jishi.directory.models import Person
from jishi.watch import jobs
from jishi.watch.models import Job
from jishi.words import sheets

from .books import BOOKS
from .catalogue import LISTS
from .listing import Listing, Wish

AT_ONCE = 5_000  # rows answered without a job
MOST = 1_048_575  # rows of a workbook, below its heading
KEPT = timedelta(days=1)
PIECE = 400


def folder() -> Path:
    return settings.VAR / "exports"


def wish(person: Person, asked: dict[str, Any], opened: bool, now: datetime) -> Wish:
    return Wish(person, asked, eyes(person, opened), now)


def demand(person: Person, listing: Listing, opened: bool) -> None:
    """Taking a list along needs its own right, and seeing people as they are one more ("not-allowed")."""
    for right in filter(None, ("export", listing.right, opened and "unmask")):
        if not person.may(right):
            raise Refused("not-allowed", right=right)


def length(listing: Listing, wanted: Wish, form: str) -> int:
    """How many rows, as far as it matters. Refuses more than a workbook holds ("too-long-for-a-sheet")."""
    n = listing.found(wanted).order_by()[: MOST + 1].count()
    if form == "xlsx" and n > MOST:
        raise Refused("too-long-for-a-sheet", limit=f"{MOST:,}")
    return n


def take(file: IO[bytes], listing: Listing, wanted: Wish, form: str, job: Job | None = None, total: int = 0) -> int:
    """Write the rows into `file`; how many."""
    return BOOKS[form](file, sheets.title(listing.code), listing.columns(wanted), rows(listing, wanted, job, total))


def rows(listing: Listing, wanted: Wish, job: Job | None, total: int) -> Iterator[Any]:
    """The rows, piece by piece; whoever waits for a job sees how far it is."""
    remaining, done = listing.found(wanted).iterator(chunk_size=PIECE), 0
    while piece := list(islice(remaining, PIECE)):
        yield from listing.told(piece, wanted)
        done += len(piece)
        if job:
            jobs.renew(job, done, total)


def written_down(person: Person, code: str, n: int, form: str, opened: bool, address: str) -> None:
    write(person, "exported", "list", code, address, rows=n, form=form, opened=opened)


def put(person: Person, code: str, asked: dict, form: str, opened: bool, language: str, address: str) -> Job:
    """The same as a job. Who asked may fetch the file until it expires."""
    facts = {"list": code, "asked": asked, "form": form, "opened": opened, "language": language, "address": address}
    return jobs.put("export", by=person, **facts)


def export(job: Job) -> dict[str, Any]:
    """The job: a file under a random name; what is shown of it is how many rows it has."""
    facts, listing, person = job.facts, LISTS[job.facts["list"]], job.by
    if person is None:
        return {}
    demand(person, listing, facts["opened"])
    wanted, token = wish(person, facts["asked"], facts["opened"], timezone.now()), secrets.token_hex(16)
    folder().mkdir(parents=True, exist_ok=True)
    with translation.override(facts["language"]), open(folder() / token, "wb") as file:
        total = length(listing, wanted, facts["form"])
        n = take(file, listing, wanted, facts["form"], job, total)
    written_down(person, listing.code, n, facts["form"], facts["opened"], facts["address"])
    return {"file": token, "rows": n}


def clear_away(now: datetime) -> int:
    """Remove the files that have expired; how many."""
    old = [file for file in folder().glob("*") if file.stat().st_mtime < (now - KEPT).timestamp()]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)

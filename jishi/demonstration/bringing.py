"""The history of a branch that kept its own sheet: brought in last, a few of its rows still to be mended."""

import csv
import io
from datetime import datetime, timedelta

from jishi.directory.models import Person
from jishi.intake import bringing_in, uploads
from jishi.watch import jobs

from .lexicon import words
from .luck import Luck
from .organisation import Company

ROWS, BAD = 64, 11  # every so many rows one cannot be read
BEGUN = datetime(2024, 3, 4, 8, 30)  # noqa: DTZ001  as the branch wrote it
JOBS = {"import": bringing_in.bring_in}


def bring(company: Company, number: str, now: datetime) -> None:
    """`number` brings the branch's sheet."""
    said, by = words("bringing"), Person.objects.get(number=number)
    upload = uploads.bring(by, said["file"], [sheet(company, Luck(company.seed, 64), said)])
    bringing_in.begin(upload, said["source"], now)
    if job := jobs.claim(JOBS):
        jobs.run(job, JOBS)


def sheet(company: Company, luck: Luck, said: dict) -> bytes:
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(said["headings"])
    for n in range(ROWS):
        rows.writerow(_row(company, luck, said, n))
    return text.getvalue().encode("utf-8-sig")


def _row(company: Company, luck: Luck, said: dict, n: int) -> list[str]:
    customer, fault = luck.pick(company.customers), luck.pick(company.faults)
    begun = BEGUN + timedelta(days=4 * n + luck.whole(0, 2), minutes=luck.whole(0, 520))
    contacted = begun + timedelta(minutes=luck.whole(8, 190))
    done = contacted + timedelta(minutes=luck.whole(40, 3_000))
    moments = [f"{at:%Y/%m/%d %H:%M}" for at in (begun, contacted, done)]
    if n % BAD == BAD - 1:
        moments[0] = luck.pick(said["unreadable"])
    about = [luck.pick(said["channels"]), luck.pick(said["priorities"]), fault.category, fault.name]
    return [f"SZ24-{n + 1:03}", customer.name, *about, *moments, said["state"]]

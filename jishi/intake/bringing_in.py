"""A sheet that was read comes in, as a job: whoever takes it up goes on where it stands, and nothing comes in twice."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from jishi.core.refused import Refused
from jishi.directory.access import write as write_down
from jishi.tickets.journal import Tale
from jishi.watch import jobs
from jishi.watch.models import Job

from . import profiles, sheet, uploads
from .importing import write
from .models import Upload

PIECE = 1_000  # tickets between two looks at the lease, where nothing is new


class Stopped(Exception):
    """Somebody has cancelled the import, or begun it anew."""


@transaction.atomic
def begin(upload: Upload, source: str, now: datetime) -> Job:
    """From now on its tickets come in. What was chosen is remembered for the source. Refused: "import-has-begun"."""
    ready = Upload.objects.filter(pk=upload.pk, state__in=("read", "cancelled"), tickets__gt=0).exclude(file="")
    if not ready.update(state="importing", source=source, started_at=now, ended_at=None):
        raise Refused("import-has-begun")
    job = jobs.put("import", by=upload.by, upload=upload.pk)
    Upload.objects.filter(pk=upload.pk).update(job=job)
    profiles.remember(source, upload.mapping, [column[0] for column in upload.told["columns"]], upload.by)
    write_down(upload.by, "imported", "upload", upload.pk, rows=upload.rows, source=source)
    return job


def cancel(upload: Upload, now: datetime) -> None:
    """No more come in; those that are in stay. Refused: "import-is-over"."""
    if not Upload.objects.filter(pk=upload.pk, state="importing").update(state="cancelled", ended_at=now):
        raise Refused("import-is-over")


def bring_in(job: Job) -> dict[str, Any]:
    """The job."""
    upload = Upload.objects.filter(pk=job.facts["upload"], state="importing", job=job).first()
    if upload is None:
        return {}
    tickets = sheet.read(uploads.path(upload), *profiles.unpacked(upload.mapping)).tickets
    place = {ticket.id: n for n, ticket in enumerate(tickets, start=1)}

    def count(tales: list[Tale]) -> None:
        """Within the transaction that writes them: a count that is cut off is undone with its tickets."""
        added = sum(tale.new == len(tale.entries) for tale in tales)
        counts = {"added": F("added") + added, "changed": F("changed") + len(tales) - added}
        if not Upload.objects.filter(pk=upload.pk, state="importing", job=job).update(**counts):
            raise Stopped
        jobs.renew(job, place[tales[-1].ticket.external_id], len(tickets))

    try:
        for since in range(0, len(tickets), PIECE):
            jobs.renew(job, since, len(tickets))
            for _ in write(tickets[since : since + PIECE], upload.source, timezone.now(), count):
                pass
    except Stopped:
        return {}
    jobs.renew(job, len(tickets), len(tickets))
    Upload.objects.filter(pk=upload.pk, state="importing", job=job).update(state="imported", ended_at=timezone.now())
    return {"upload": upload.pk}

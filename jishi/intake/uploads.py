"""A sheet is brought, read, read otherwise, given up; its file lies under a random name until it is cleared away."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from jishi.core.refused import Refused
from jishi.directory.models import Person

from . import profiles, sheet
from .columns.headings import FIELDS
from .importing import source_of
from .models import Fault, Upload
from .preview import preview, unreadable

MOST = 20 << 20  # bytes of one file
KEPT = timedelta(days=14)
MENDABLE = frozenset(["no-start-column", "nothing-readable", "no-log-columns"])  # by saying what the columns are


def folder() -> Path:
    return settings.VAR / "uploads"


def path(upload: Upload) -> Path:
    return folder() / upload.file


def bring(by: Person, name: str, pieces: Iterable[bytes]) -> Upload:
    """A file, kept and read as the sheets of its kind are. What cannot be read is not kept: Refused says why."""
    folder().mkdir(parents=True, exist_ok=True)
    upload = Upload(by=by, name=name[:200], file=secrets.token_hex(16), source=source_of(name or "sheet"))
    try:
        upload.size = _write(path(upload), pieces, name)
        upload.save()
        source, mapping = profiles.propose(sheet.headings(path(upload), profiles.unpacked({})[0]))
        upload.profile, upload.source = source, source or upload.source
        read(upload, mapping)
    except Refused as why:
        discard(upload)
        raise _of(upload, why) from why
    return upload


def read(upload: Upload, said: dict[str, Any]) -> None:
    """Read it as `said`, and keep what came of it. Refused: what cannot be mended here, "import-has-begun"."""
    mapping, own = profiles.unpacked(said)
    try:
        found = sheet.read(path(upload), mapping, own)
    except Refused as why:
        if why.code not in MENDABLE:
            raise _of(upload, why) from why
        _keep(upload, [], {"told": unreadable(_of(upload, why), sheet.headings(path(upload), mapping))} | NOTHING)
        return
    left = found.left_out
    faults = [Fault(upload=upload, **_fault(error), left_out=error.row in left) for error in found.errors]
    counts = {"rows": found.told.file["rows"], "tickets": len(found.tickets), "left_out": len(left)}
    counts["bad"] = len({error.row for error in found.errors})
    _keep(upload, faults, counts | {"told": preview(found), "mapping": profiles.packed(found.told.mapping, found.own)})


NOTHING: dict[str, Any] = {"rows": 0, "tickets": 0, "bad": 0, "left_out": 0, "mapping": {}}


def chosen(said: dict[str, Any], fields: dict[str, str], words: dict[str, dict[str, str]]) -> dict[str, Any]:
    """A mapping changed by hand: `fields` is column -> field ("own.code" for own ones), `words` word -> code."""
    columns = {field: column for column, field in fields.items() if field in FIELDS}
    own = {field.removeprefix("own."): column for column, field in fields.items() if field.startswith("own.")}
    rest = dict.fromkeys(FIELDS, "")
    if "closed" in columns and "resolved_after" not in columns:
        rest.pop("resolved")  # the closing counts as the solution where nothing else does
    return {**said, "columns": rest | columns, "own": own, "values": words}


def discard(upload: Upload) -> None:
    """Give it up before it came in; nothing of it stays."""
    if upload.pk and not Upload.objects.filter(pk=upload.pk, state="read").delete()[0]:
        raise Refused("import-has-begun")
    path(upload).unlink(missing_ok=True)


def clear_away(now: datetime) -> int:
    """Old files go, with what was shown of them; who brought what, when, and the counts stay. How many."""
    old = list(Upload.objects.filter(at__lt=now - KEPT).exclude(file="").exclude(state="importing"))
    for upload in old:
        path(upload).unlink(missing_ok=True)
        with transaction.atomic():
            upload.faults.all().delete()
            Upload.objects.filter(pk=upload.pk).update(file="", told={})
    Upload.objects.filter(pk__in=[upload.pk for upload in old], state="read").delete()
    return len(old)


def _write(path: Path, pieces: Iterable[bytes], name: str) -> int:
    size = 0
    with path.open("xb") as file:
        for piece in pieces:
            size += len(piece)
            if size > MOST:
                raise Refused("too-large", file=name, limit=MOST)
            file.write(piece)
    return size


@transaction.atomic
def _keep(upload: Upload, faults: list[Fault], columns: dict[str, Any]) -> None:
    columns |= {"source": upload.source, "profile": upload.profile}
    if not Upload.objects.filter(pk=upload.pk, state="read").update(**columns):
        raise Refused("import-has-begun")
    upload.faults.all().delete()
    Fault.objects.bulk_create(faults, batch_size=500)
    for name, value in columns.items():
        setattr(upload, name, value)


def _fault(error: Any) -> dict[str, Any]:
    return {"row": error.row, "column": error.column[:200], "value": error.value[:80], "reason": error.reason}


def _of(upload: Upload, why: Refused) -> Refused:
    """The same, naming the file as people call it."""
    return Refused(why.code, **{**why.facts, "file": upload.name or "…"})

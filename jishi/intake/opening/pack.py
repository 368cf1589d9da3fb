""".gz and .zip around a file: which file is meant, and its bytes."""

import gzip
import io
import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from jishi.core.refused import Refused
from jishi.intake.opening.counted import Counted, Inflated
from jishi.intake.opening.limits import LIMITS, Limits
from jishi.intake.opening.rows import Progress

READABLE = (".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".xes", ".parquet", ".xlsx", ".xlsm", ".gz")
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(slots=True)
class Content:
    """The file itself, unwrapped: a name and a way to open its bytes again from the start."""

    path: Path
    name: str
    member: str = ""
    wrap: str = ""  # "gz", "zip" or ""
    progress: Progress | None = None
    limits: Limits = LIMITS

    def open(self, told: bool = True) -> BinaryIO:
        """A fresh stream of the bytes inside; `told` reports progress."""
        counted = Counted(io.FileIO(self.path), os.path.getsize(self.path), self.progress if told else None)
        return io.BufferedReader(self.inside(io.BufferedReader(counted, 1 << 18)), 1 << 18)

    def inside(self, file: BinaryIO) -> io.RawIOBase:
        if self.wrap == "gz":
            return Inflated(gzip.GzipFile(fileobj=file), self.name, self.limits.text_bytes)
        if self.wrap == "zip":
            archive = archive_of(file, self.path.name)
            stream = entry(archive, self.member, self.path.name)
            stream = gzip.GzipFile(fileobj=stream) if self.member.lower().endswith(".gz") else stream
            return Inflated(stream, self.name, self.limits.text_bytes)
        return file

    def seekable(self) -> BinaryIO:
        """A seekable file of the bytes inside, spooled when they are packed."""
        if not self.wrap:
            return self.open()
        spool = tempfile.TemporaryFile()  # noqa: SIM115  closed by its reader
        with self.open() as stream:
            while piece := stream.read(1 << 20):
                spool.write(piece)
                if spool.tell() > self.limits.spool_bytes:
                    raise Refused("too-large", file=self.name, limit=self.limits.spool_bytes)
        spool.seek(0)
        return spool


def content(path: str | Path, member: str = "", progress: Progress | None = None, limits: Limits = LIMITS) -> Content:
    """Unwrap. Raises Refused("no-such-file" | "empty-file" | "truncated" | "old-excel" | "no-such-member" | …)."""
    path = Path(path)
    if not path.is_file():
        raise Refused("no-such-file", file=str(path))
    with open(path, "rb") as file:
        start = file.read(8)
    if not start:
        raise Refused("empty-file", file=path.name)
    if start.startswith(OLD_EXCEL):
        raise Refused("old-excel", file=path.name)
    if start.startswith(b"\x1f\x8b"):
        return Content(path, path.name.removesuffix(".gz"), wrap="gz", progress=progress, limits=limits)
    if start.startswith(b"PK"):
        return zipped(path, member, progress, limits)
    return Content(path, path.name, progress=progress, limits=limits)


def zipped(path: Path, member: str, progress: Progress | None, limits: Limits) -> Content:
    with open(path, "rb") as file, archive_of(file, path.name) as archive:
        names = [info.filename for info in archive.infolist()]
        if "[Content_Types].xml" in names or "mimetype" in names:
            return Content(path, path.name, progress=progress, limits=limits)
        chosen = member or biggest(archive, path.name)
        if chosen not in names:
            raise Refused("no-such-member", file=path.name, member=chosen, members=", ".join(names[:20]))
    return Content(path, chosen.removesuffix(".gz"), chosen, "zip", progress, limits)


def archive_of(file: BinaryIO, name: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError) as why:
        raise Refused("truncated", file=name) from why
    except NotImplementedError as why:
        raise Refused("damaged", file=name, why=str(why)) from why
    if len(archive.infolist()) > LIMITS.parts:
        raise Refused("too-many-parts", file=name, limit=LIMITS.parts)
    return archive


def biggest(archive: zipfile.ZipFile, name: str) -> str:
    """The biggest readable file of the archive."""
    fit = [i for i in archive.infolist() if readable(i)]
    if not fit:
        raise Refused("nothing-inside", file=name, readable=" ".join(READABLE))
    return max(fit, key=lambda info: info.file_size).filename


def readable(info: zipfile.ZipInfo) -> bool:
    name = info.filename.lower()
    hidden = name.startswith("__macosx/") or name.rsplit("/", 1)[-1].startswith(".")
    return not info.is_dir() and not hidden and name.endswith(READABLE)


def entry(archive: zipfile.ZipFile, member: str, name: str) -> BinaryIO:
    """The member's bytes to the real end of its data, whatever size it declares."""
    info = archive.getinfo(member)
    if info.flag_bits & 1:
        raise Refused("password", file=name)
    info.file_size = 1 << 62
    try:
        return archive.open(info)
    except (zipfile.BadZipFile, NotImplementedError, OSError) as why:
        raise Refused("damaged", file=name, why=str(why)) from why

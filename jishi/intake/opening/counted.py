"""A stream that reports how far it has been read, and one that refuses to inflate without end."""

import gzip
import io
import zlib
from collections.abc import Callable
from typing import BinaryIO

from jishi.core.refused import Refused
from jishi.intake.opening.rows import Progress

EVERY = 1 << 18


class Counted(io.RawIOBase):
    """The file on the disk; `progress(done, total)` is told about every quarter of a megabyte."""

    def __init__(self, file: BinaryIO, total: int, progress: Progress | None) -> None:
        self.file, self.total, self.progress, self.told = file, total, progress, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        return self.file.seek(place, whence)

    def tell(self) -> int:
        return self.file.tell()

    def readinto(self, buffer) -> int:
        count = self.file.readinto(buffer)
        place = self.file.tell()
        if self.progress and (place - self.told >= EVERY or place == self.total):
            self.told = place
            self.progress(place, self.total)
        return count

    def close(self) -> None:
        self.file.close()
        super().close()


class Inflated(io.RawIOBase):
    """Bytes from a packed stream, counted; damage and bombs become Refused with the file's name."""

    def __init__(self, stream: BinaryIO, name: str, limit: int) -> None:
        self.stream, self.name, self.limit, self.count = stream, name, limit, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        piece = unpacked(lambda: self.stream.read(len(buffer)), self.name)
        self.count += len(piece)
        if self.count > self.limit:
            raise Refused("too-large", file=self.name, limit=self.limit)
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self.stream.close()
        super().close()


def unpacked(read: Callable[[], bytes], name: str) -> bytes:
    """Read from a packed stream; what a truncated or damaged one raises is said in our words."""
    from zipfile import BadZipFile

    try:
        return read()
    except EOFError as why:
        raise Refused("truncated", file=name) from why
    except (BadZipFile, gzip.BadGzipFile, zlib.error, OSError, NotImplementedError) as why:
        raise Refused("damaged", file=name, why=str(why)) from why
    except RuntimeError as why:
        raise Refused("password", file=name) from why

"""A sheet that comes with a form: a file, else what was pasted."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from django.http import HttpRequest

from jishi.core.refused import Refused

MOST = 2 << 20  # bytes
Found = TypeVar("Found")


def read_with(request: HttpRequest, read: Callable[[Path], Found]) -> Found:
    """Refused: "nothing-brought", "too-large", and what `read` refuses."""
    file, text = request.FILES.get("file"), request.POST.get("text", "")
    if file is not None and file.size > MOST:
        raise Refused("too-large", file=file.name, limit=MOST)
    content = file.read() if file is not None else text.encode("utf-8")
    if not content.strip():
        raise Refused("nothing-brought")
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "sheet"
        kept.write_bytes(content)
        return read(kept)

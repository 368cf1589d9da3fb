"""A sheet that comes with a form: a file, else what was pasted; and its rows, shown before they are carried out."""

import json
from collections.abc import Callable, Container, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from django.http import HttpRequest

from jishi.core.refused import Refused
from jishi.directory.sheet_rows import Row

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


def written(said: Iterable[Mapping[str, str]]) -> str:
    """What rows say, to be sent back by the page that shows them."""
    return json.dumps([dict(each) for each in said], ensure_ascii=False, separators=(",", ":"))


def sent_back(text: str, columns: Container[str], most: int) -> list[Row]:
    """The rows as `written` wrote them. Refused: anything else ("bad-value")."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        told = None
    known = all(_is_row(each, columns) for each in told) if isinstance(told, list) else False
    if not known or len(told) > most:
        raise Refused("bad-value", field="rows", value=text[:40])
    return [Row(n, each) for n, each in enumerate(told, start=1)]


def _is_row(told: object, columns: Container[str]) -> bool:
    if not isinstance(told, dict):
        return False
    return all(name in columns and isinstance(text, str) and text for name, text in told.items())

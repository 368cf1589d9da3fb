"""What kind of file it is, by what stands in it rather than by its name, and opening it."""

from jishi.core.refused import Refused
from jishi.intake.mapping import Mapping
from jishi.intake.opening.delimited import open_delimited
from jishi.intake.opening.jsons import open_json
from jishi.intake.opening.pack import OLD_EXCEL, Content
from jishi.intake.opening.parquet import open_parquet
from jishi.intake.opening.rows import Rows
from jishi.intake.opening.sheets import open_sheet
from jishi.intake.opening.xes import open_xes


def opened(content: Content, mapping: Mapping) -> Rows:
    """Rows of the file. Raises Refused with the code of what is wrong with it."""
    with content.open(told=False) as stream:
        start = stream.read(4096)
    text = start.decode("utf-8-sig", errors="replace").lstrip()
    if not start.strip():
        raise Refused("empty-file", file=content.name)
    refuse_strangers(start, text, content.name)
    if start.startswith(b"PK"):
        return open_sheet(content, mapping.sheet)
    if start.startswith(b"PAR1"):
        return open_parquet(content)
    if text.startswith("<"):
        return open_xes(content)
    if text[:1] in "[{" and looks_like_json(text):
        return open_json(content, mapping.encoding)
    return open_delimited(content, mapping.encoding, mapping.delimiter)


def looks_like_json(text: str) -> bool:
    inside = text[1:].lstrip()
    return inside[:1] in ('"', "{", "[", "}", "]", "")


def refuse_strangers(start: bytes, text: str, name: str) -> None:
    if start.startswith(OLD_EXCEL):
        raise Refused("old-excel", file=name)
    if text[:1] == "<" and ("<html" in text.lower() or "<table" in text.lower()):
        raise Refused("web-page", file=name)
    if start.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"SQLite format")):
        raise Refused("not-a-table", file=name)

"""What a file is, by what is in it; its name is not believed."""

import io
import zipfile

from jishi.core.refused import Refused

# The eight kinds that are taken, with the type each is served as.
KINDS = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}
PICTURES = frozenset(["png", "jpg", "webp"])
OFFICE = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx"}
PARTS = 2_000  # files in an office document


def kind_of(content: bytes, name: str) -> str:
    """One of `KINDS`. Refuses everything else ("unknown-file"): pages, drawings, programs, archives, macros."""
    kind = _by_signature(content) or _office(content) or _text(content, name)
    if not kind:
        raise Refused("unknown-file", value=name[:80])
    return kind


def _by_signature(content: bytes) -> str:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return "pdf" if content.startswith(b"%PDF-") else ""


def _office(content: bytes) -> str:
    """By the list of its parts; nothing is inflated."""
    if not content.startswith(b"PK\x03\x04"):
        return ""
    try:
        parts = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ""
    if len(parts) > PARTS or any(part.endswith("vbaProject.bin") for part in parts):
        return ""
    return next((kind for part, kind in OFFICE.items() if part in parts and "[Content_Types].xml" in parts), "")


def _text(content: bytes, name: str) -> str:
    """Plain words; what begins as markup is not."""
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = content.decode("gb18030", errors="replace")
    if not words.strip() or "\0" in words or "\ufffd" in words or words.lstrip().startswith("<"):
        return ""
    return "csv" if name.lower().endswith(".csv") else "txt"

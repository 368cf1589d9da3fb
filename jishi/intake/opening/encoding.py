"""Which encoding a text file is in: UTF-8 strictly first, because UTF-8 bytes also decode as GB18030, into rubbish."""

import codecs
import io
from typing import BinaryIO

from jishi.core.refused import Refused
from jishi.intake.opening.limits import LIMITS
from jishi.intake.opening.pack import Content

MARKS = [(codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")]
COMMON_SHARE = 0.8
PIECE = 1 << 20


def encoding_of(content: Content, given: str = "") -> str:
    """The encoding the whole file can be read in. Raises Refused("wrong-encoding" | "encoding-unclear" | …)."""
    with content.open(told=False) as stream:
        start = stream.peek(4)[:4]
    for mark, name in MARKS:
        if start.startswith(mark) and not given:
            return checked(content, name)
    if given:
        return checked(content, given)
    found = trouble(content, "utf-8")
    return "utf-8" if found is None else chinese(content, found)


def checked(content: Content, name: str) -> str:
    try:
        codecs.lookup(name)
    except LookupError as why:
        raise Refused("no-such-encoding", encoding=name) from why
    if found := trouble(content, name):
        line, wrong = found
        raise Refused("wrong-encoding", file=content.name, encoding=name, line=line, bytes=wrong)
    return name


def chinese(content: Content, not_utf_8: tuple[int, str]) -> str:
    """GB18030, when what comes out is mostly everyday Chinese and not a Western or Japanese text read wrongly."""
    line, wrong = not_utf_8
    if trouble(content, "gb18030"):
        raise Refused("encoding-unclear", file=content.name, line=line, bytes=wrong)
    with content.open(told=False) as stream:
        text = stream.read(PIECE).decode("gb18030", errors="ignore")
    foreign = [letter for letter in text if not letter.isascii()]
    everyday = sum(1 for letter in foreign if is_everyday(letter))
    if foreign and everyday < COMMON_SHARE * len(foreign):
        raise Refused("encoding-unclear", file=content.name, line=line, bytes=wrong)
    return "gb18030"


def is_everyday(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def trouble(content: Content, name: str) -> tuple[int, str] | None:
    """(line, the bytes) of the first place that is not `name`; also stops at what is no text at all."""
    decoder = codecs.getincrementaldecoder(name)()
    line, since_break = 1, 0
    with content.open(told=False) as stream:
        while piece := stream.read(PIECE):
            if b"\0" in piece and not name.startswith("utf-16"):
                raise Refused("not-a-table", file=content.name)
            try:
                decoder.decode(piece)
            except UnicodeDecodeError as why:
                return line + why.object[: why.start].count(b"\n"), why.object[why.start : why.start + 4].hex(" ")
            line += piece.count(b"\n")
            since_break = line_length(piece, since_break, content.name)
    return (line, "") if unfinished(decoder) else None


def line_length(piece: bytes, so_far: int, name: str) -> int:
    """Bytes since the last line break. A line without end is no table."""
    at = piece.rfind(b"\n")
    length = so_far + len(piece) if at < 0 else len(piece) - at
    if length > LIMITS.line_bytes:
        raise Refused("line-too-long", file=name, limit=LIMITS.line_bytes)
    return length


def unfinished(decoder: codecs.IncrementalDecoder) -> bool:
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return True
    return False


def text_of(stream: BinaryIO, name: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(stream, encoding=name, newline="")

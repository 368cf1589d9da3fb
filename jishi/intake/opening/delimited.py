"""CSV and its kin: the delimiter is found by how well the rows line up."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from jishi.core.formulas import rearmed
from jishi.core.refused import Refused
from jishi.intake.columns.headings import candidates
from jishi.intake.opening.encoding import encoding_of, text_of
from jishi.intake.opening.pack import Content
from jishi.intake.opening.rows import Rows

DELIMITERS = ",\t;|，^~"
SAMPLE = 1 << 17
FIELD_LIMIT = 4 << 20
csv.field_size_limit(FIELD_LIMIT)


def open_delimited(content: Content, encoding: str = "", delimiter: str = "") -> Rows:
    """Rows of text. Raises Refused("wrong-encoding" | "not-a-table" | "unclosed-quote" | …)."""
    name = encoding_of(content, encoding)
    with text_of(content.open(told=False), name) as text:
        sample = text.read(SAMPLE)
    said, sample = separator_line(sample)
    sign = delimiter or said or best_delimiter(sample)
    rows = records(content, name, sign, skip=bool(said))
    return Rows("tsv" if sign == "\t" else "csv", rows, encoding=name, delimiter=sign)


def separator_line(sample: str) -> tuple[str, str]:
    """Excel's own first line `sep=;`."""
    first, _, rest = sample.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], rest
    return "", sample


def best_delimiter(sample: str) -> str:
    return max(DELIMITERS, key=lambda sign: alignment(sample, sign))


def alignment(sample: str, sign: str) -> tuple[float, int]:
    """(known headings and the share of rows as wide as most, width): higher is likelier."""
    lines = islice(csv.reader(io.StringIO(sample, newline=""), delimiter=sign), 200)
    try:
        rows = [row for row in lines if row][:-1] or [row for row in lines if row]
    except csv.Error:
        return (-1, 0)
    rows = rows or next(iter([list(csv.reader(io.StringIO(sample), delimiter=sign))]), [])
    widths = Counter(len(row) for row in rows if any(row))
    if not widths:
        return (-1, 0)
    width, count = widths.most_common(1)[0]
    known = max((sum(1 for cell in row if len(cell) < 80 and candidates(cell)) for row in rows[:5]), default=0)
    return ((count / widths.total() + min(known, 10) / 2) if width > 1 else 0, width)


def records(content: Content, encoding: str, sign: str, skip: bool) -> Iterator[list[str]]:
    with text_of(content.open(), encoding) as text:
        if skip:
            text.readline()
        reader = csv.reader(text, delimiter=sign)
        try:
            for row in reader:
                yield [rearmed(cell) if cell[:1] == "'" else cell for cell in row]
        except csv.Error as why:
            raise Refused("unclosed-quote", file=content.name, line=reader.line_num, why=str(why)) from why
        except UnicodeDecodeError as why:
            raise Refused("wrong-encoding", file=content.name, encoding=encoding, line=0, bytes="") from why

"""Parquet files, batch by batch."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from jishi.core.refused import Refused
from jishi.intake.cells.text import Cell
from jishi.intake.opening.limits import LIMITS
from jishi.intake.opening.pack import Content
from jishi.intake.opening.rows import Rows

BATCH = 16_384


def open_parquet(content: Content) -> Rows:
    """Rows in the order of the schema. Raises Refused("damaged" | "too-many-rows" | "too-many-columns")."""
    try:
        file = pq.ParquetFile(content.seekable())
    except (pa.ArrowException, OSError, ValueError) as why:
        raise Refused("damaged", file=content.name, why=str(why)) from why
    if file.metadata.num_rows > LIMITS.rows:
        raise Refused("too-many-rows", file=content.name, rows=file.metadata.num_rows, limit=LIMITS.rows)
    heading = file.schema_arrow.names
    if len(heading) > LIMITS.columns:
        raise Refused("too-many-columns", file=content.name, columns=len(heading), limit=LIMITS.columns)
    return Rows("parquet", rows_of(file, content.name), heading=heading)


def rows_of(file: pq.ParquetFile, name: str) -> Iterator[list[Cell]]:
    try:
        for batch in file.iter_batches(BATCH):
            yield from map(list, zip(*(cells(column) for column in batch.columns), strict=True))
    except (pa.ArrowException, OSError, ValueError) as why:
        raise Refused("damaged", file=name, why=str(why)) from why


def cells(column: pa.Array) -> list[Cell]:
    """Python values; lists and structs become text, finer times than microseconds are cut."""
    kind = column.type
    if pa.types.is_timestamp(kind) and kind.unit == "ns":
        column = column.cast(pa.timestamp("us", kind.tz), safe=False)
    if pa.types.is_nested(kind) or pa.types.is_binary(kind):
        return [None if value is None else str(value) for value in column.to_pylist()]
    if pa.types.is_decimal(kind):
        return [None if value is None else float(value) for value in column.to_pylist()]
    return column.to_pylist()

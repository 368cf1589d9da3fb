"""Whatever is broken in a file, the answer is tickets or a refusal with its reason, never a crash."""

import gzip
import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from jishi.core.refused import Refused
from jishi.intake.history import read

DATA = Path(__file__).parents[2] / "data"
STRANGE = [b",", b'"', b"\n", b"\x00", b"\xff", b"9" * 20, b"{", b"[", b"<", b"E+10", "\ud7ff．：".encode()]


def seed(name, tmp_path, sheet_file):
    if name.endswith(".csv"):
        return b"\n".join((DATA / name).read_bytes().split(b"\n")[:12])
    if name.endswith(".gz"):
        return gzip.compress(seed("sf_fire.csv", tmp_path, sheet_file))
    if name.endswith(".xlsx"):
        return sheet_file(
            ["记录表"], ["工单编号", "受理时间"], ["A1", "2026年11月23日 9:05"], merged=["A1:B1"]
        ).read_bytes()
    if name.endswith(".parquet"):
        pq.write_table(pa.table({"id": [1, 2], "created": ["2026-11-23 09:00"] * 2}), tmp_path / name)
        return (tmp_path / name).read_bytes()
    return (DATA / "nyc311.json").read_bytes()[:4000]


def broken(content, chance):
    """A few bytes changed, lost, doubled or put in."""
    content = bytearray(content)
    for _ in range(chance.choice([1, 2, 5, 20])):
        at, other = chance.randrange(len(content)), chance.randrange(len(content))
        change = chance.choice(["set", "put", "lose", "double"])
        if change == "set":
            content[at] = chance.randrange(256)
        elif change == "put":
            content[at:at] = chance.choice(STRANGE)
        elif change == "lose":
            del content[at : at + chance.randrange(1, 20)]
        else:
            content[at:at] = content[other : other + 40]
    return bytes(content)


@pytest.mark.parametrize("name", ["boston311.csv", "sf_fire.csv", "x.csv.gz", "x.xlsx", "x.parquet", "x.json"])
def test_no_broken_file_ends_in_anything_but_tickets_or_a_refusal(name, tmp_path, sheet_file):
    chance, whole = random.Random(name), seed(name, tmp_path, sheet_file)
    answers = set()
    for _ in range(40):
        (tmp_path / name).write_bytes(broken(whole, chance))
        try:
            answers.add(len(read(tmp_path / name).tickets) > 0)
        except Refused as no:
            answers.add(no.code)
    assert answers and False not in answers

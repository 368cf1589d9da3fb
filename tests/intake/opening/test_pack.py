import gzip
import zipfile
from dataclasses import replace

import pytest

from jishi.core.refused import Refused
from jishi.intake.history import read
from jishi.intake.mapping import Mapping
from jishi.intake.opening.limits import LIMITS

LINES = "id,created\n" + "".join(f"{n},2026-11-23 9:{n % 60:02}\n" for n in range(3000))


@pytest.fixture
def zipped(tmp_path):
    def write(name="export.zip", **files):
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for inside, text in files.items():
                archive.writestr(inside.replace("_", "."), text)
        return tmp_path / name

    return write


def test_gz_is_unpacked(tmp_path):
    (tmp_path / "export.csv.gz").write_bytes(gzip.compress(LINES.encode()))
    told = read(tmp_path / "export.csv.gz")
    assert (told.file["name"], len(told.tickets)) == ("export.csv", 3000)


def test_of_several_files_in_a_zip_the_biggest_readable_one_is_read(zipped):
    told = read(zipped(a_csv="id,created\n1,2026-11-23\n", b_csv=LINES, c_png="x" * 90_000))
    assert (told.file["name"], told.mapping.member, len(told.tickets)) == ("b.csv", "b.csv", 3000)


def test_the_mapping_may_name_the_file_in_the_zip(zipped):
    path = zipped(a_csv="id,created\n1,2026-11-23\n", b_csv=LINES)
    assert len(read(path, Mapping(member="a.csv")).tickets) == 1
    with pytest.raises(Refused) as no:
        read(path, Mapping(member="c.csv"))
    assert (no.value.code, no.value.facts["members"]) == ("no-such-member", "a.csv, b.csv")


def test_a_zip_without_a_readable_file_is_refused(zipped):
    with pytest.raises(Refused, match="nothing-inside"):
        read(zipped(c_png="x"))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_a_zip_that_is_cut_off_is_refused_as_cut_off(zipped, share):
    path = zipped(b_csv=LINES)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(Refused, match="truncated"):
        read(path)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_a_gz_that_is_cut_off_is_refused_as_cut_off(tmp_path, share):
    whole = gzip.compress(LINES.encode())
    (tmp_path / "export.csv.gz").write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(Refused, match="truncated"):
        read(tmp_path / "export.csv.gz")


def test_flipped_bits_are_noticed(zipped):
    path = zipped(b_csv=LINES)
    whole = bytearray(path.read_bytes())
    whole[200] ^= 0xFF
    path.write_bytes(whole)
    with pytest.raises(Refused, match="damaged"):
        read(path)


def test_a_file_under_a_password_is_refused(zipped):
    path = zipped(b_csv=LINES)
    whole = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        whole[whole.find(mark) + place] |= 1
    path.write_bytes(whole)
    with pytest.raises(Refused, match="password"):
        read(path)


def test_what_inflates_without_end_is_stopped(tmp_path):
    (tmp_path / "bomb.csv.gz").write_bytes(gzip.compress(b"1,2026-11-23\n" * 500_000))
    with pytest.raises(Refused, match="too-large"):
        read(tmp_path / "bomb.csv.gz", limits=replace(LIMITS, text_bytes=1 << 20))


def test_progress_is_told_in_bytes_of_the_file_and_ends_at_its_size(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(LINES * 20)
    steps = []
    read(path, progress=lambda done, total: steps.append((done, total)))
    assert steps == sorted(steps)
    assert steps[-1] == (path.stat().st_size, path.stat().st_size)

"""What others wrote is committed as they published it, with its licence, and can be fetched again."""

import hashlib
import tomllib
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "jishi" / "static" / "vendor"
LISTED = tomllib.loads((VENDOR / "VENDOR.toml").read_text(encoding="utf-8"))["package"]
SUMS = {
    file["to"]: file["sha256"]
    for package in LISTED
    for file in (*package["files"], *([package["sprite"]] if "sprite" in package else []))
}


def test_every_vendored_file_is_the_one_listed():
    found = {name: hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() for name in SUMS}
    assert found == SUMS


def test_nothing_is_vendored_without_being_listed():
    there = {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*") if path.is_file()}
    assert there - {"VENDOR.toml"} == set(SUMS)


def test_no_source_map_is_promised_that_is_not_shipped():
    texts = [path for path in VENDOR.rglob("*") if path.suffix in (".js", ".css")]
    assert [path.name for path in texts if b"sourceMappingURL" in path.read_bytes()] == []


def test_every_package_says_its_licence():
    assert [package["name"] for package in LISTED if not package.get("license")] == []

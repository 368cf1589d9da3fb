"""The house keeps its shape: stations in order, small files, plain names, nothing skipped."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from jishi.directory.rights import RIGHTS
from jishi.settings import STATIONS
from jishi.urls import urlpatterns

HOUSE = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
ROUTE, CORE = PROJECT["tool"]["importlinter"]["contracts"]
NOT_OURS = {"migrations", "vendor", "locale", "data", "__pycache__"}
NEVER = {
    "utils",
    "util",
    "helpers",
    "common",
    "base",
    "misc",
    "managers",
    "services",
    "repositories",
    "factories",
    "mixins",
}


def ours(*roots, endings=(".py", ".html", ".js", ".css", "")):
    """Files we wrote by hand."""
    files = (path for root in roots for path in sorted((HOUSE / root).rglob("*")) if path.is_file())
    return [path for path in files if path.suffix in endings and not NOT_OURS & set(path.relative_to(HOUSE).parts)]


def test_the_layers_are_the_stations_in_the_order_of_the_route():
    outside, *stations = ROUTE["layers"]
    assert [name.strip("()") for name in reversed(stations)] == STATIONS
    assert "settings" in outside
    assert ROUTE["exhaustive"]


def test_a_station_imports_only_earlier_ones(monkeypatch, capsys):
    monkeypatch.chdir(HOUSE)
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


@pytest.mark.parametrize("stranger", ["django", "duckdb", "ibis"])
def test_the_core_knows_no_framework_and_no_database(stranger):
    assert stranger in CORE["forbidden_modules"]


@pytest.mark.parametrize("path", ours("jishi/core", endings=(".py",)), ids=lambda path: path.name)
def test_the_core_asks_nobody_for_the_time_and_opens_no_file(path):
    calls = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    called = {getattr(call, "attr", getattr(call, "id", "")) for call in calls}
    assert not called & {"now", "utcnow", "today", "time_ns", "monotonic", "open", "read_bytes", "urlopen", "print"}


def test_no_file_of_ours_is_longer_than_200_lines():
    lengths = {
        path: path.read_text(encoding="utf-8").count("\n") for path in ours("jishi", "tests", "bench", "scripts")
    }
    assert {str(path.relative_to(HOUSE)): lines for path, lines in lengths.items() if lines > 200} == {}


def test_nothing_bears_a_name_that_says_nothing():
    named = [path.relative_to(HOUSE) for path in ours("jishi", "tests", "bench", "scripts")]
    given = {Path(f"jishi/management/{engine}/base.py") for engine in ("sqlite", "postgresql")}  # Django looks for it
    assert [str(path) for path in set(named) - given if NEVER & {*path.parts[:-1], path.stem.strip("_")}] == []


def test_rows_save_as_django_does():
    """No save() overrides: a change of state is a verb in actions.py."""
    models = [
        path for path in ours("jishi", endings=(".py",)) if "models" in path.relative_to(HOUSE).with_suffix("").parts
    ]
    methods = [
        (path.name, node.name)
        for path in models
        for row in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(row, ast.ClassDef)
        for node in row.body
        if isinstance(node, ast.FunctionDef)
    ]
    assert methods
    assert [(file, name) for file, name in methods if name in ("save", "delete")] == []


def addresses(patterns, before=""):
    for pattern in patterns:
        address = before + str(pattern.pattern)
        yield from (
            addresses(pattern.url_patterns, address) if hasattr(pattern, "url_patterns") else [(address, pattern)]
        )


def test_every_address_says_who_may_open_it():
    known = {"anyone", "staff", *RIGHTS}
    doors = {address: getattr(pattern.callback, "right", None) for address, pattern in addresses(urlpatterns)}
    assert doors
    assert {address: right for address, right in doors.items() if right not in known} == {}


SKIPS = [
    "def test_it():\n    pytest.skip('later')",
    "def test_it():\n    pytest.xfail('known')",
    "@pytest.mark.skipif(True, reason='not here')\ndef test_it():\n    pass",
    "@pytest.mark.parametrize('nothing', [])\ndef test_it(nothing):\n    pass",
    "pytest.importorskip('no_such_module')",
    "pytest.skip('later', allow_module_level=True)",
]


@pytest.mark.parametrize("skip", SKIPS)
def test_a_skipped_test_has_failed(tmp_path, skip):
    shutil.copy(HOUSE / "tests" / "not_skipped.py", tmp_path / "conftest.py")
    (tmp_path / "test_it.py").write_text(f"import pytest\n{skip}\n\n\ndef test_another():\n    pass\n")
    plain = ["-p", "no:cacheprovider", "-p", "no:django", "-p", "no:xdist"]
    run = subprocess.run([sys.executable, "-m", "pytest", *plain, "."], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode != 0, run.stdout
    assert "skipped, and nothing may be" in run.stdout

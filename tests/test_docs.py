"""What is written about the house is true of it, in both languages."""

import re
import runpy
import tomllib
from pathlib import Path

import pytest

from jishi.settings import KNOWN, STATIONS

HOUSE = Path(__file__).resolve().parent.parent
READMES = {name: (HOUSE / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")}
COMMANDS = [path.stem for path in (HOUSE / "jishi" / "management" / "commands").glob("[!_]*.py")]
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = tomllib.loads((HOUSE / "uv.lock").read_text(encoding="utf-8"))

both = pytest.mark.parametrize("readme", READMES.values(), ids=READMES)


def in_code(text):
    """What stands in backticks or code blocks, without remarks: the same in every language."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.S)
    said = [re.sub(r"\s+#.*", "", line) for block in blocks for line in block.splitlines()]
    return said + re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))


def shape(text):
    """Levels of the headings, and the rows of each table."""
    return [re.match(r"#+|\|", line)[0] for line in text.splitlines() if re.match(r"#+ |\|", line)]


@both
def test_every_command_stands_in_the_readme(readme):
    assert [name for name in COMMANDS if f"`jishi {name}" not in readme] == []


@both
def test_the_readme_names_no_command_that_is_not_there(readme):
    assert set(re.findall(r"^\| `jishi (\w+)", readme, re.M)) == set(COMMANDS)


@both
def test_every_setting_stands_in_the_readme(readme):
    assert re.findall(r"^\| `(JISHI_\w+)`", readme, re.M) == list(KNOWN)


@both
def test_the_folders_stand_in_the_readme_in_the_order_of_the_route(readme):
    named = re.findall(r"^\| `(\w+)(?:/|\.py)` \|", readme, re.M)
    assert named == STATIONS


@both
def test_every_file_the_readme_names_is_there(readme):
    named = re.findall(r"\]\(([\w./-]+)\)|`((?:jishi|tests|docs|examples|bench)/[\w./-]*)`", readme)
    assert [path for pair in named for path in pair if path and not (HOUSE / path).exists()] == []


def test_both_readmes_say_the_same():
    english, chinese = READMES.values()
    assert shape(english) == shape(chinese)
    assert sorted(in_code(english)) == sorted(in_code(chinese))


def test_every_indicator_stands_in_the_glossary_as_the_catalogue_defines_it():
    renewed = runpy.run_path(str(HOUSE / "scripts" / "glossary"))["renewed"]
    glossary = (HOUSE / "docs" / "GLOSSARY.md").read_text(encoding="utf-8")
    assert renewed(glossary) == glossary, "run scripts/glossary"


def test_every_dependency_has_its_reason():
    decisions = "".join(path.read_text(encoding="utf-8") for path in (HOUSE / "docs" / "adr").glob("*.md"))
    names = [re.match(r"[\w-]+", wanted)[0] for wanted in PROJECT["dependencies"]]
    assert [name for name in names if not re.search(rf"\b{re.escape(name)}\b", decisions)] == []


def test_the_lock_locks_what_the_project_asks_for():
    ours = next(package for package in LOCK["package"] if package["name"] == "jishi")
    locked = {wanted["name"]: wanted.get("specifier") for wanted in ours["metadata"]["requires-dist"]}
    asked = {re.match(r"[\w-]+", wanted)[0] for wanted in PROJECT["dependencies"]}
    assert set(locked) == asked


def test_the_lock_names_no_host_but_the_public_default():
    sources = {package["source"].get("registry", "https://pypi.org/simple") for package in LOCK["package"]}
    files = [file["url"] for package in LOCK["package"] for file in package.get("wheels", [])]
    assert sources == {"https://pypi.org/simple"}
    assert [url for url in files if not url.startswith("https://files.pythonhosted.org/")] == []


def test_the_map_names_every_part_of_the_core_once():
    told = (
        (HOUSE / "docs" / "MAP.md").read_text(encoding="utf-8").split("## What stands in the core")[1].split("\n## ")[0]
    )
    there = [path.stem for path in (HOUSE / "jishi" / "core").iterdir() if not path.name.startswith("_")]
    assert sorted(re.findall(r"`(\w+)`", told)) == sorted(there)

"""Everything that is said is said in Chinese too, and words stand only where words belong."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from jishi.core import definition, lifecycle
from jishi.directory import access, rights
from jishi.words import accesses, analyzing, findings, names, people, reading, refused

HOUSE = Path(__file__).resolve().parent.parent
CHINESE = HOUSE / "jishi" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
SPEAKERS = ("jishi/words/", "jishi/indicators/catalogue/", "jishi/reports/compose/", "jishi/settings.py")
REFUSALS = {**reading.UNREADABLE, **analyzing.ASKED_WRONGLY, **refused.REFUSED}
SOURCES = [(path, path.relative_to(HOUSE).as_posix()) for path in sorted((HOUSE / "jishi").rglob("*.py"))]
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for path, name in SOURCES}


@pytest.fixture(scope="module")
def renewed(tmp_path_factory):
    """The Chinese catalogue as makemessages would leave it now, made in a copy of the sources."""
    home = tmp_path_factory.mktemp("words") / "jishi"
    shutil.copytree(HOUSE / "jishi", home, ignore=shutil.ignore_patterns("__pycache__", "vendor", "data"))
    command = [sys.executable, "-m", "django", "makemessages", "--locale", "zh_Hans", "--verbosity", "0"]
    subprocess.run(command, cwd=home, check=True, capture_output=True, text=True)
    return polib.pofile(str(home / CHINESE.relative_to(HOUSE / "jishi")))


def said(entries):
    return [(entry.msgctxt, entry.msgid) for entry in entries]


def test_no_message_is_without_chinese(renewed):
    assert said(renewed.untranslated_entries()) == []


def test_no_chinese_is_a_mere_guess(renewed):
    assert said(renewed.fuzzy_entries()) == []


def test_no_message_is_stale(renewed):
    assert said(renewed.obsolete_entries()) == []
    assert sorted(set(said(polib.pofile(str(CHINESE)))) ^ set(said(renewed)), key=str) == []


def test_what_is_compiled_is_what_is_written():
    written = {(*key, e.msgstr) for e in polib.pofile(str(CHINESE)) for key in said([e])}
    compiled = {(*key, e.msgstr) for e in polib.mofile(str(CHINESE.with_suffix(".mo"))) for key in said([e])}
    assert sorted(written ^ compiled, key=str) == [], "run make words"


def test_the_chinese_fills_the_same_places(tmp_path):
    check = ["msgfmt", "--check-format", "--output-file", tmp_path / "checked.mo", CHINESE]
    assert subprocess.run(check, capture_output=True, text=True).stderr == ""


def test_no_chinese_stands_in_the_english():
    assert [
        entry.msgid for entry in polib.pofile(str(CHINESE)) if any("\u4e00" <= sign <= "\u9fff" for sign in entry.msgid)
    ] == []


@pytest.mark.parametrize("name", [name for name in TREES if not name.startswith(SPEAKERS)])
def test_words_stand_only_in_four_places(name):
    nodes = list(ast.walk(TREES[name]))
    imports = [alias for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names]
    speaking = {alias.asname or alias.name for alias in imports if "gettext" in alias.name}
    calls = [node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") in speaking]
    assert [ast.unparse(call) for call in calls if call.args and isinstance(call.args[0], ast.Constant)] == []


def refusing():
    """Every code the house may refuse with, and the facts that come with it wherever it does."""
    codes = {}
    for tree in TREES.values():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and "Refused" in (
                getattr(call.func, "id", ""),
                getattr(call.func, "attr", ""),
            ):
                code, *_ = call.args
                facts = {fact.arg for fact in call.keywords}
                if isinstance(code, ast.Constant) and None not in facts:
                    codes[code.value] = codes.get(code.value, facts) & facts
    return sorted(codes.items())


@pytest.mark.parametrize(("code", "facts"), refusing(), ids=[code for code, _ in refusing()])
def test_every_refusal_has_its_sentence(code, facts):
    sentences = REFUSALS.get(code)
    assert sentences, "no words for it"
    wanted = {name for sentence in sentences for name in re.findall(r"%\((\w+)\)s", str(sentence))}
    assert wanted <= facts, "the sentence asks for facts that are not always given"


@pytest.mark.parametrize(
    ("codes", "spoken"),
    [
        (definition.STANDARD, names.CLOCKS),
        (definition.STANDARD, names.COURSES),
        (lifecycle.KINDS, names.EVENTS),
        (findings.FINDINGS, findings.REMEDIES),
        (rights.RIGHTS, refused.RIGHTS),
        (rights.GROUPS, people.GROUPS),
        (rights.ROLES, people.ROLES),
        (access.ACTS, accesses.ACTS),
    ],
    ids=["clocks", "courses", "events", "remedies", "rights", "groups of rights", "roles", "accesses"],
)
def test_every_code_has_its_word(codes, spoken):
    assert set(codes) - set(spoken) == set()

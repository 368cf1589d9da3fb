"""The report is one file that tells everything, fetches nothing and runs nothing but its own."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from jishi.reports import html

POOR = ["diagnosis", "untargeted", "unfinished", "untimed", "hostile", "crowded"]
SECTIONS = ["verdict", "clocks", "trend", "groups", "causes", "indicators", "baseline", "quality", "columns", "method"]


class Page(HTMLParser):
    """What a browser would make of the text."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.scripts, self.blocks, self.style, self.policy, self.words = [], [], [], "", "", []
        self.inside = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.ids.append(attrs.get("id"))
        assert not [name for name in attrs if name.startswith("on") or name == "style"]
        assert not {"src", "srcset", "action"} & set(attrs)
        assert attrs.get("href", "#").startswith("#")
        if attrs.get("http-equiv") == "Content-Security-Policy":
            self.policy = attrs["content"]
        self.inside = ("block" if "type" in attrs else "script") if tag == "script" else tag
        if tag == "script":
            (self.blocks if "type" in attrs else self.scripts).append("")

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, data):
        if self.inside == "script":
            self.scripts[-1] += data
        elif self.inside == "block":
            self.blocks[-1] += data
        elif self.inside == "style":
            self.style += data
        else:
            self.words.append(data)


@pytest.fixture(params=["zh", "en"])
def written(request, tmp_path):
    def write(diagnosis):
        html.write(diagnosis, tmp_path / "report.html", request.param)
        return Page((tmp_path / "report.html").read_text(encoding="utf-8"))

    return write


@pytest.mark.parametrize("file", POOR)
def test_every_section_is_there_whatever_the_file_lacks(request, written, file):
    page = written(request.getfixturevalue(file))
    assert [name for name in SECTIONS if name not in page.ids] == []
    assert len(set(page.ids) - {None}) == len([each for each in page.ids if each])


@pytest.mark.parametrize("file", POOR[:-2])
def test_nothing_is_said_in_the_language_of_the_machine(request, written, file):
    said = " ".join(written(request.getfixturevalue(file)).words)
    assert not re.search(r"\bNone\b(?! has| is)|nan\b|NaN|\{\{|%\(|Infinity|undefined", said)


@pytest.mark.parametrize("file", POOR)
def test_only_its_own_scripts_and_styles_may_run(request, written, file):
    page = written(request.getfixturevalue(file))
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (*page.scripts, page.style)]
    assert len(page.scripts) == 2
    assert [digest for digest in hashes if f"'sha256-{digest}'" not in page.policy] == []
    assert page.policy.startswith("default-src 'none'")
    assert "unsafe" not in page.policy


def test_the_style_fetches_nothing(written, diagnosis):
    addresses = re.findall(r"url\(\s*[\"']?([^)\"']{1,30})", written(diagnosis).style)
    assert addresses
    assert [address for address in addresses if not address.startswith(("data:", "#"))] == []


def test_a_hostile_name_stays_a_name(written, hostile):
    page = written(hostile)
    assert "<script>alert(1)</script>" in "".join(page.words)
    assert not [text for text in page.scripts if "alert(1)" in text]
    assert not re.search("[\x1b\u202e]", "".join(page.words))
    for block in page.blocks:
        assert json.loads(block)["option"]


def test_open_tickets_stand_beside_every_median(written, diagnosis):
    said = "".join(written(diagnosis).words).replace("\u00a0", " ")
    assert "241" in said
    assert "2026-07-03" in said


def test_few_tickets_are_not_compared(written, diagnosis):
    rows = "".join(written(diagnosis).words).split("西北服务部")[1][:80]
    assert re.search(r"n below 20|n 不足 20", rows)
    assert "%" not in rows.split("20")[0]


def test_a_median_that_is_not_reached_is_not_told(written, diagnosis):
    clock = diagnosis["groups"]["department"]["华南服务部"]["clocks"]["resolution"]
    clock |= {"open": 300, "km": clock["km"] | {"median_s": None}}
    rows = "".join(written(diagnosis).words).split("华南服务部")[2][:120]
    assert re.search("not reached|未过半", rows)

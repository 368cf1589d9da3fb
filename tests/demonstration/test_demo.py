from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from jishi.management.commands import demo


@pytest.fixture
def alone(monkeypatch):
    """Without a diagnosis: that is another command's."""
    monkeypatch.setattr(demo, "get_commands", dict)


def run(tmp_path, **options):
    out = StringIO()
    call_command("demo", folder=tmp_path, tickets=150, now="2026-11-23T15:00", stdout=out, **options)
    return out.getvalue()


def test_demo_says_where_the_sheet_is(tmp_path, alone):
    said = run(tmp_path)
    assert str(next(tmp_path.glob("*.xlsx"))) in said


def test_demo_has_the_sheet_diagnosed(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(demo, "get_commands", lambda: {"analyze": "jishi"})
    monkeypatch.setattr(demo, "call_command", lambda *args, **options: asked.append((args, options)))
    said = run(tmp_path)
    assert asked[0][0] == ("analyze", str(next(tmp_path.glob("*.xlsx"))))
    assert asked[0][1]["html"] == str(tmp_path / "report.html")
    assert "report.html" in said


def test_no_browser_is_no_trouble(tmp_path, monkeypatch):
    def broken():
        raise demo.webbrowser.Error("none here")

    monkeypatch.setattr(demo.sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(demo.webbrowser, "get", broken)
    demo.show(tmp_path / "report.html")


def test_an_unreadable_moment_is_refused(tmp_path):
    with pytest.raises(CommandError, match="yesterday"):
        call_command("demo", folder=tmp_path, now="yesterday")

"""`jishi analyze`: a file in, a summary, a report and figures out."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from jishi.core.refused import Refused
from jishi.management.commands.analyze import moment

DATA = Path(__file__).resolve().parents[1] / "data"
SHEET = """工单编号,受理时间,完成时间,部门,状态
A1,2026-03-02 09:00,2026-03-02 12:00,维修,已完成
A2,2026-03-02 10:00,2026-03-03 10:00,维修,已完成
A3,2026-03-03 10:00,,安装,处理中
A4,下周,2026-03-03 10:00,安装,已完成
"""


@pytest.fixture
def sheet(tmp_path):
    file = tmp_path / "三月.csv"
    file.write_text(SHEET, encoding="utf-8-sig")
    return file


def analyzed(tmp_path, *files, **options) -> dict:
    out = tmp_path / "out.json"
    call_command("analyze", *map(str, files), json=str(out), **options)
    return json.loads(out.read_text(encoding="utf-8"))


def test_a_sheet_goes_in_and_its_figures_come_out(sheet, tmp_path):
    clock = analyzed(tmp_path, sheet)["clocks"]["resolution"]
    assert (clock["n"], clock["open"], clock["median_s"]) == (2, 1, 13.5 * 3600)


def test_bad_rows_are_listed_and_good_ones_go_on(sheet, tmp_path, capsys):
    diagnosis = analyzed(tmp_path, sheet, lang="en")
    assert diagnosis["tickets"] == 3
    assert (5, "受理时间", "下周") in [(each["row"], each["column"], each["value"]) for each in diagnosis["errors"]]
    assert "下周" in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_summary_tells_what_was_taken_for_what(sheet, tmp_path, capsys, lang):
    analyzed(tmp_path, sheet, lang=lang)
    assert "受理时间" in capsys.readouterr().out


def test_the_report_is_one_file(sheet, tmp_path):
    call_command("analyze", str(sheet), html=str(tmp_path / "report.html"), lang="zh")
    assert "三月.csv" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_mapping_that_was_saved_reads_the_same(sheet, tmp_path):
    saved = tmp_path / "map.toml"
    first = analyzed(tmp_path, sheet, save_map=str(saved))
    again = analyzed(tmp_path, sheet, map=str(saved))
    assert saved.exists() and again["clocks"] == first["clocks"]


def test_a_zone_given_is_not_assumed(sheet, tmp_path):
    assert analyzed(tmp_path, sheet)["file"]["zone_assumed"]
    told = analyzed(tmp_path, sheet, zone="Europe/Berlin")
    assert (told["file"]["zone"], told["file"]["zone_assumed"]) == ("Europe/Berlin", False)
    assert told["span"][0] == "2026-03-02T09:00:00+01:00"


def test_as_of_a_day_means_its_end(sheet, tmp_path):
    clock = analyzed(tmp_path, sheet, as_of="2026-03-02", zone="Asia/Shanghai")["clocks"]["resolution"]
    assert (clock["n"], clock["open"]) == (1, 1)
    assert moment("2026-03-02", "Asia/Shanghai") == moment("2026-03-03T00:00", "Asia/Shanghai")
    assert moment("2026-03-02T18:00+00:00", "Asia/Shanghai") == 1772474400
    with pytest.raises(Refused, match="bad-moment"):
        moment("yesterday", "Asia/Shanghai")


def test_groups_are_those_asked_for(sheet, tmp_path):
    told = analyzed(tmp_path, sheet, by="部门")
    assert set(told["groups"]) == {"department"} and set(told["groups"]["department"]) == {"维修", "安装"}


@pytest.mark.parametrize("asked", [{"by": "colour"}, {"zone": "Mars/Base"}, {"as_of": "soon"}, {"map": "nowhere.toml"}])
def test_what_was_asked_wrongly_is_said(sheet, asked):
    with pytest.raises(CommandError, match=next(iter(asked.values())).split(".")[0]):
        call_command("analyze", str(sheet), lang="en", **asked)


def test_where_nothing_can_be_read_the_command_fails_with_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="There is no file"):
        call_command("analyze", str(tmp_path / "gone.csv"), lang="en")


def test_several_files_are_diagnosed_each_on_its_own(sheet, tmp_path):
    call_command("analyze", str(sheet), str(DATA / "sf_fire.csv"), json=str(tmp_path / "out.json"))
    told = [json.loads((tmp_path / f"out.{name}.json").read_text(encoding="utf-8")) for name in ("三月", "sf_fire")]
    assert [each["file"]["name"] for each in told] == ["三月.csv", "sf_fire.csv"]


def test_one_unreadable_file_does_not_stop_the_others(sheet, tmp_path):
    with pytest.raises(CommandError):
        call_command("analyze", str(tmp_path / "gone.csv"), str(sheet), json=str(tmp_path / "out.json"))
    assert (tmp_path / "out.三月.json").exists()


def test_a_dash_writes_the_figures_and_nothing_else_to_standard_output(sheet, capsys):
    call_command("analyze", str(sheet), json="-")
    assert json.loads(capsys.readouterr().out)["tickets"] == 3

import re
from pathlib import Path

import pytest

from jishi.core.refused import Refused
from jishi.intake.history import read
from jishi.intake.mapping import Mapping

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))


@pytest.fixture
def german(csv_file):
    return csv_file(
        "Nummer;Eingang;Ende;Lage;Dringlichkeit",
        "1;03.04.2026 9:00;03.04.2026 11:00;erledigt;sofort",
        "2;04.04.2026 9:00;;offen;egal",
    )


MAPPING = """
zone = "Europe/Berlin"
day_first = true
[columns]
id = "Nummer"
received = "Eingang"
resolved = "Ende"
status = "Lage"
priority = "dringlichkeit"
[values.status]
erledigt = "resolved"
offen = "open"
[values.priority]
sofort = "P0"
"""


def mapping(tmp_path, text=MAPPING):
    (tmp_path / "map.toml").write_text(text, encoding="utf-8")
    return Mapping.load(tmp_path / "map.toml")


def test_a_mapping_fixes_columns_values_zone_and_order_of_dates(german, tmp_path):
    told = read(german, mapping(tmp_path))
    first, second = told.tickets
    assert first.events[0].at == 1775199600  # 3 April 2026 09:00 in Berlin
    assert (first.fields["status"], first.fields["priority"]) == ("resolved", "P0")
    assert (second.fields["status"], second.fields["priority"]) == ("open", "egal")
    assert [event.kind for event in first.events] == ["received", "resolved"]
    assert {taken.by for taken in told.columns} == {"map"}


def test_a_mapping_that_was_saved_reads_the_same(german, tmp_path):
    told = read(german, mapping(tmp_path))
    told.mapping.save(tmp_path / "saved.toml")
    again = read(german, Mapping.load(tmp_path / "saved.toml"))
    assert again.mapping == told.mapping
    assert again.tickets == told.tickets


def test_a_word_nobody_knows_may_stand_for_itself_in_a_saved_mapping(csv_file, tmp_path):
    path = csv_file("id,opened,status", "1,2026-11-23 09:00,-100")
    read(path).mapping.save(tmp_path / "saved.toml")
    assert read(path, Mapping.load(tmp_path / "saved.toml")).tickets[0].fields["status"] == "-100"


def test_the_saved_file_explains_itself(german, tmp_path):
    read(german).mapping.save(tmp_path / "saved.toml")
    text = (tmp_path / "saved.toml").read_text(encoding="utf-8")
    assert "(assumed: the file names none)" in text
    for word in ("columns", "status:", "[clocks.repair]", "[[promises]]", "docs/READING.md"):
        assert word in text


def test_a_column_that_is_not_there_is_refused_with_the_nearest(german):
    with pytest.raises(Refused) as no:
        read(german, Mapping(columns={"received": "Eingänge"}))
    assert no.value.code == "no-such-column"
    assert (no.value.facts["column"], no.value.facts["field"]) == ("Eingänge", "received")
    assert no.value.facts["nearest"].startswith("Eingang")


def test_a_field_that_does_not_exist_is_refused_with_the_nearest(german):
    with pytest.raises(Refused) as no:
        read(german, Mapping(columns={"recieved": "Eingang"}))
    assert (no.value.code, no.value.facts["nearest"].split(", ")[0]) == ("no-such-field", "received")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("columns = [", "map-unreadable"),
        ("colums = {}", "map-unknown-key"),
        ('day_first = "yes"', "map-wrong-type"),
        ("[clocks.repair]\nstart = ['arrived']", "map-clock-ends"),
        ('[columns]\nreceived = 3', "map-wrong-type"),
        ('[values.status]\nok = "fertig"', "map-unknown-code"),
    ],
)  # fmt: skip
def test_a_mapping_with_a_slip_is_refused_by_name(german, tmp_path, text, code):
    with pytest.raises(Refused) as no:
        read(german, mapping(tmp_path, '[columns]\nstatus = "Lage"\n' * ("values" in text) + text))
    assert no.value.code == code


def test_a_mapping_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused, match="map-unreadable"):
        Mapping.load(tmp_path / "no.toml")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_can_be_read(path):
    Mapping.load(path)


def test_every_key_of_a_mapping_is_documented():
    text = (Path(__file__).parents[2] / "docs" / "READING.md").read_text(encoding="utf-8")
    from jishi.intake.columns.headings import FIELDS
    from jishi.intake.mapping import KEY_TYPES

    assert [name for name in [*KEY_TYPES, *FIELDS] if not re.search(rf"`{name}[`.\[]", text)] == []


def test_a_kind_or_an_event_nobody_knows_is_refused(german, csv_file):
    with pytest.raises(Refused, match="map-unknown-code"):
        read(german, Mapping(kind="rows"))
    with pytest.raises(Refused, match="no-log-columns"):
        read(german, Mapping(kind="events"))
    log = csv_file("工单编号,操作,操作时间", *["A,派单,2026-11-23 09:00", "A,完成,2026-11-23 10:00"])
    with pytest.raises(Refused, match="map-unknown-code"):
        read(log, Mapping(events={"派单": "sent"}))

"""JSON, Parquet and XES."""

import gzip
import json
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from jishi.core.refused import Refused
from jishi.intake.history import read
from jishi.intake.opening import jsons

RECORDS = [
    {"id": n, "created_at": f"2026-11-23T09:{n % 60:02}:00Z", "via": {"channel": "email"}, "tags": ["a", "b"]}
    for n in range(500)
]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(map(json.dumps, RECORDS)),
        json.dumps(RECORDS),
        json.dumps(RECORDS, indent=2),
        "[" + "\n,".join(map(json.dumps, RECORDS)) + "\n]\n",
        json.dumps({"count": 500, "tickets": RECORDS}),
        "\ufeff" + json.dumps(RECORDS),
    ],
    ids=["lines", "array", "indented", "leading commas", "wrapped", "marked"],
)
def test_records_are_read_however_they_are_strung_together(tmp_path, text, monkeypatch):
    monkeypatch.setattr(jsons, "PIECE", 777)
    (tmp_path / "tickets.json").write_text(text, encoding="utf-8")
    told = read(tmp_path / "tickets.json")
    assert (len(told.tickets), told.file["format"]) == (500, "json")
    assert told.tickets[7].fields["channel"] == "mail"
    assert told.tickets[7].events[0].at == datetime(2026, 11, 23, 9, 7, tzinfo=UTC).timestamp()
    assert not told.mapping.zone_assumed


@pytest.mark.parametrize("cut", [1, 5, 40, 20_000])
def test_json_that_is_cut_off_is_refused_with_its_place(tmp_path, cut):
    (tmp_path / "tickets.json").write_text(json.dumps(RECORDS)[:-cut])
    with pytest.raises(Refused) as no:
        read(tmp_path / "tickets.json")
    assert no.value.code == "bad-json"
    assert no.value.facts["place"] <= len(json.dumps(RECORDS)) - cut


def test_a_list_of_plain_values_is_no_table(tmp_path):
    (tmp_path / "x.json").write_text('["a", "b"]')
    with pytest.raises(Refused, match="not-a-table"):
        read(tmp_path / "x.json")


def test_parquet_keeps_its_moments_and_numbers(tmp_path):
    at = [datetime(2026, 11, 23, 9, n, tzinfo=UTC) for n in range(3)]
    table = pa.table(
        {"Ticket ID": [1, 2, 3], "Created": pa.array(at, pa.timestamp("ns", "UTC")), "Tags": [["a"], [], None]}
    )
    pq.write_table(table, tmp_path / "tickets.parquet")
    told = read(tmp_path / "tickets.parquet")
    assert [(ticket.id, ticket.events[0].at) for ticket in told.tickets] == [
        (str(n + 1), int(moment.timestamp())) for n, moment in enumerate(at)
    ]
    (tmp_path / "packed.gz").write_bytes(gzip.compress((tmp_path / "tickets.parquet").read_bytes()))
    assert len(read(tmp_path / "packed.gz").tickets) == 3


def test_a_broken_parquet_file_is_refused(tmp_path):
    (tmp_path / "tickets.parquet").write_bytes(b"PAR1" + b"x" * 100)
    with pytest.raises(Refused, match="damaged"):
        read(tmp_path / "tickets.parquet")


XES = """<?xml version="1.0"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/"><string key="concept:name" value="log"/>
{}</log>"""
TRACE = """<trace><string key="concept:name" value="case {0}"/><string key="product" value="PROD {0}"/>
<event><string key="concept:name" value="Queued"/><date key="time:timestamp" value="2026-11-23T09:00:00+08:00"/></event>
<event><string key="concept:name" value="Assigned"/><string key="org:resource" value="Lin"/>
<date key="time:timestamp" value="2026-11-23T09:05:00+08:00"/></event>
<event><string key="concept:name" value="Completed"/>
<date key="time:timestamp" value="2026-11-23T10:00:00+08:00"/></event>
</trace>"""


def test_a_log_of_traces_becomes_tickets_with_their_events(tmp_path):
    (tmp_path / "log.xes").write_text(XES.format(TRACE.format(1) + TRACE.format(2)))
    told = read(tmp_path / "log.xes")
    assert (told.file["kind"], told.file["format"], told.events) == ("events", "xes", 6)
    ticket = told.tickets[1]
    assert ticket.id == "case 2"
    assert ticket.fields["product"] == "PROD 2"
    assert [event.kind for event in ticket.events] == ["received", "queued", "assigned", "resolved"]
    assert ticket.events[-1].at - ticket.events[0].at == 3600


def test_a_log_with_entities_or_without_end_is_refused(tmp_path):
    (tmp_path / "log.xes").write_text('<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "b">]><log>&a;</log>')
    with pytest.raises(Refused, match="entities"):
        read(tmp_path / "log.xes")
    (tmp_path / "log.xes").write_text(XES.format(TRACE.format(1))[:-30])
    with pytest.raises(Refused, match="damaged"):
        read(tmp_path / "log.xes")

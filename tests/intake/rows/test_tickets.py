"""One row per ticket."""

import pytest

from jishi.intake.history import read
from jishi.intake.mapping import Mapping


def minutes(ticket):
    start = next(event.at for event in ticket.events if event.kind == "received")
    return {event.kind: (event.at - start) / 60 for event in ticket.events}


def test_every_column_of_moments_is_an_event_in_order_of_time(csv_file, one):
    ticket = one(
        csv_file(
            "报修单号,报修时间,派单时间,到达现场时间,维修完成时间,关闭时间",
            "A1,2026-11-23 9:00,2026-11-23 9:10,2026-11-23 11:00,2026-11-23 12:00,2026-11-24 9:00",
        )
    )
    assert list(minutes(ticket).items()) == [
        ("received", 0),
        ("assigned", 10),
        ("arrived", 120),
        ("resolved", 180),
        ("closed", 1440),
    ]


def test_the_end_is_the_solution_where_no_column_tells_it(csv_file):
    told = read(csv_file("id,opened,closed", "1,2026-11-23 9:00,2026-11-23 10:00", "2,2026-11-23 9:00,"))
    assert minutes(told.tickets[0]) == {"received": 0, "resolved": 60, "closed": 60}
    assert minutes(told.tickets[1]) == {"received": 0}
    assert told.mapping.columns["resolved"] == "closed"
    assert "closed-is-resolved" in [note.code for note in told.notes]


def test_a_solution_of_its_own_is_not_replaced_by_the_closing(csv_file, one):
    ticket = one(csv_file("id,opened,resolved,closed", "1,2026-11-23 9:00,?,2026-11-23 10:00"))
    assert minutes(ticket) == {"received": 0, "closed": 60}


def test_the_end_of_a_cancelled_ticket_is_its_cancelling(csv_file, one):
    ticket = one(csv_file("id,opened,closed,status", "1,2026-11-23 9:00,2026-11-23 10:00,已取消"))
    assert minutes(ticket) == {"received": 0, "cancelled": 60}
    assert (ticket.fields["status"], ticket.fields["status_raw"]) == ("cancelled", "已取消")


def test_a_duration_gives_the_end_that_no_column_tells(csv_file):
    told = read(
        csv_file(
            "编号,开始时间,状态,处理时长",
            "1,2026-11-23 9:00,已完成,1天2小时3分",
            "2,2026-11-23 9:00,已完成,26:03:00",
            "3,2026-11-23 9:00,处理中,0:10:00",
            "4,2026-11-23 9:00,已完成,",
        )
    )
    assert [minutes(ticket).get("resolved") for ticket in told.tickets] == [1563, 1563, None, None]


def test_a_bare_number_is_a_duration_only_with_the_unit_in_the_heading(csv_file):
    with_unit = read(csv_file("Id,Created at,Status,First reply time in minutes", "1,2026-11-23 09:00,Solved,90"))
    assert minutes(with_unit.tickets[0]) == {"received": 0, "contacted": 90}
    without = read(csv_file("编号,开始时间,状态,处理时长", "1,2026-11-23 9:00,已完成,90"))
    assert minutes(without.tickets[0]) == {"received": 0}
    assert "duration-without-unit" in [note.code for note in without.notes]


def test_when_it_was_entered_is_kept_beside_when_it_happened(csv_file, one):
    ticket = one(csv_file("报修单号,报修时间,录入时间", "A1,2026-11-23 9:00,2026-11-23 17:30"))
    assert ticket.events[0].recorded_at - ticket.events[0].at == 8.5 * 3600


def test_promised_moments_are_fields_not_events(csv_file, one):
    ticket = one(
        csv_file(
            "报修单号,报修时间,要求到场时间,要求完成时间,预约时间",
            "A1,2026-11-23 9:00,2026-11-23 13:00,2026-11-24 9:00,2026-11-23 11:00",
        )
    )
    start = ticket.events[0].at
    due = {name: (ticket.fields[name] - start) / 3600 for name in ("due_arrival", "due_resolution", "visit")}
    assert due == {"due_arrival": 4, "due_resolution": 24, "visit": 2}
    assert [event.kind for event in ticket.events] == ["received"]


def test_a_file_without_numbers_uses_those_of_its_rows(csv_file):
    told = read(
        csv_file(
            "Alarm DtTm,Arrival DtTm",
            "08/13/2006 02:20:07 PM,08/13/2006 02:23:10 PM",
            "08/14/2006 02:20:07 PM,08/14/2006 02:23:10 PM",
        )
    )
    assert [(ticket.id, ticket.row) for ticket in told.tickets] == [("2", 2), ("3", 3)]


@pytest.mark.parametrize(
    ("heading", "cell", "met"),
    [
        ("是否超时", "是", False),
        ("是否超时", "否", True),
        ("是否超时", "超时", False),
        ("是否超时", "未超时", True),
        ("是否及时", "是", True),
        ("是否及时", "否", False),
        ("made_sla", "true", True),
        ("OnTime_Status", "OVERDUE", False),
        ("OnTime_Status", "ONTIME", True),
        ("Resolution status", "SLA Violated", False),
        ("Resolution status", "Within SLA", True),
    ],
)
def test_the_verdict_of_the_file_is_read_the_right_way_round(csv_file, one, heading, cell, met):
    assert one(csv_file(f"工单号,创建时间,{heading}", f"1,2026-11-23 9:00,{cell}")).fields["sla_met"] is met


def test_scores_carry_the_end_of_their_scale(csv_file):
    numbers = read(csv_file("工单号,创建时间,满意度", "1,2026-11-23,92", "2,2026-11-23,80", "3,2026-11-23,"))
    assert [(t.fields.get("score"), t.fields.get("score_max")) for t in numbers.tickets] == [
        (92, 100),
        (80, 100),
        (None, None),
    ]
    words = read(
        csv_file("工单号,创建时间,满意度", "1,2026-11-23,非常满意", "2,2026-11-23,未评价", "3,2026-11-23,不满意")
    )
    assert [t.fields.get("score") for t in words.tickets] == [5, None, 2]
    assert words.errors == []


def test_words_nobody_knows_stay_as_they_are(csv_file, one):
    ticket = one(csv_file("工单号,创建时间,状态,优先级,渠道", "1,2026-11-23,飞行中,VIP,飞鸽传书"))
    assert (ticket.fields["status"], ticket.fields["priority"], ticket.fields["channel"]) == (
        "飞行中",
        "VIP",
        "飞鸽传书",
    )


def test_further_columns_to_group_by_keep_their_names(csv_file):
    rows = [f"{n},2026-11-23 9:00,{['华东', '华北'][n % 2]},{n * 7}" for n in range(40)]
    told = read(csv_file("工单号,创建时间,大区,杂项", *rows))
    assert told.mapping.dimensions == ["大区"]
    assert told.tickets[1].fields["大区"] == "华北"
    assert told.unused == ["杂项"]
    mapping = Mapping(dimensions=["杂项"])
    assert read(csv_file("工单号,创建时间,大区,杂项", *rows), mapping).tickets[1].fields["杂项"] == "7"

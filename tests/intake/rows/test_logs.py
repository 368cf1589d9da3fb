"""One row per event: snapshots of a ticket, and logs of activities."""

from jishi.intake.history import read
from jishi.intake.mapping import Mapping

HEAD = (
    "number,incident_state,reopen_count,priority,assignment_group,assigned_to,"
    "opened_at,sys_updated_at,resolved_at,closed_at"
)
LIFE = [
    "INC1,New,0,3 - Moderate,Group 1,?,23/11/2026 09:00,23/11/2026 09:05,26/11/2026 10:00,30/11/2026 10:00",
    "INC1,Active,0,3 - Moderate,Group 1,Lin,23/11/2026 09:00,23/11/2026 09:10,26/11/2026 10:00,30/11/2026 10:00",
    "INC1,Awaiting Vendor,0,2 - High,Group 2,Lin,23/11/2026 09:00,23/11/2026 10:00,26/11/2026 10:00,30/11/2026 10:00",
    "INC1,Active,0,2 - High,Group 2,Wang,23/11/2026 09:00,24/11/2026 09:00,26/11/2026 10:00,30/11/2026 10:00",
    "INC1,Resolved,0,2 - High,Group 2,Wang,23/11/2026 09:00,25/11/2026 09:00,26/11/2026 10:00,30/11/2026 10:00",
    "INC1,Active,1,2 - High,Group 2,Wang,23/11/2026 09:00,25/11/2026 12:00,26/11/2026 10:00,30/11/2026 10:00",
    "INC1,Resolved,1,2 - High,Group 2,Wang,23/11/2026 09:00,26/11/2026 10:01,26/11/2026 10:00,30/11/2026 10:00",
    "INC1,Closed,1,2 - High,Group 2,Wang,23/11/2026 09:00,30/11/2026 10:00,26/11/2026 10:00,30/11/2026 10:00",
]


def told_hours(ticket):
    return [(event.kind, round((event.at - ticket.events[0].at) / 3600, 2)) for event in ticket.events]


def test_snapshots_tell_what_changed_from_row_to_row(csv_file, one):
    ticket = one(csv_file(HEAD, *LIFE))
    assert told_hours(ticket) == [
        ("received", 0),
        ("assigned", 0.17),
        ("started", 0.17),
        ("transferred", 1),
        ("paused", 1),
        ("reprioritised", 1),
        ("assigned", 24),
        ("resumed", 24),
        ("resolved", 48),
        ("reopened", 51),
        ("resolved", 73),
        ("closed", 169),
    ]
    assert (ticket.fields["priority"], ticket.fields["status"], ticket.fields["reopens"]) == ("P1", "closed", 1)
    assert next(event.facts for event in ticket.events if event.kind == "paused") == {"reason": "Awaiting Vendor"}
    assert [event.facts["owner"] for event in ticket.events if event.kind == "assigned"] == ["Lin", "Wang"]


def test_moments_of_the_whole_ticket_come_from_its_last_row(csv_file, one):
    early, last = LIFE[0], LIFE[-1].replace("26/11/2026 10:00,30", "27/11/2026 11:00,30")
    assert ("resolved", 98) in told_hours(one(csv_file(HEAD, early, LIFE[1], last)))


def test_a_closed_ticket_without_the_moment_of_its_solution_stays_without(csv_file, one):
    rows = [row.replace("26/11/2026 10:00,30", "?,30") for row in (*LIFE[:2], LIFE[4], LIFE[7].replace(",1,", ",0,"))]
    ticket = one(csv_file(HEAD, *rows))
    assert "resolved" not in [event.kind for event in ticket.events]
    assert ticket.fields["status"] == "closed"


def test_the_change_of_state_tells_the_end_where_no_column_does(csv_file, one):
    rows = ["T1,New,2026-11-23 09:00", "T1,In Progress,2026-11-23 10:00", "T1,Resolved,2026-11-23 12:00"]
    assert told_hours(one(csv_file("ticket id,state,updated", *rows))) == [
        ("received", 0),
        ("started", 1),
        ("resolved", 3),
    ]


def test_a_log_written_newest_first_is_turned_round(csv_file, one):
    assert told_hours(one(csv_file(HEAD, *LIFE[::-1]))) == told_hours(one(csv_file(HEAD, *LIFE)))


def test_rows_of_different_tickets_may_be_mixed(csv_file):
    other = [row.replace("INC1", "INC2") for row in LIFE]
    told = read(csv_file(HEAD, *[row for pair in zip(LIFE, other, strict=True) for row in pair]))
    first, second = told.tickets
    assert told.events == 16
    assert [e.kind for e in first.events] == [e.kind for e in second.events]
    assert (first.row, second.row) == (16, 17)


def test_an_export_of_tickets_with_a_last_update_is_no_log(csv_file):
    rows = [f"{n},2026-11-23 09:00,2026-11-23 10:{n:02}" for n in range(20)]
    assert read(csv_file("Ticket ID,Created,Updated", *rows, rows[0])).file["kind"] == "tickets"


ACTIVITIES = [
    "T1,创建工单,2026-11-23 09:00,客服小陈",
    "T1,派单,2026-11-23 09:10,调度",
    "T1,拍照上传,2026-11-23 09:30,王工",
    "T1,到达现场,2026-11-23 11:00,王工",
    "T1,维修完成,2026-11-23 12:00,王工",
    "T2,转派,2026-11-23 09:00,调度",
    "T2,Closed,2026-11-23 10:00,王工",
]


def test_activities_are_known_by_their_words_and_the_rest_is_kept(csv_file):
    told = read(csv_file("工单编号,操作,操作时间,操作人", *ACTIVITIES))
    assert told.file["kind"] == "events"
    assert [event.kind for event in told.tickets[0].events] == [
        "received",
        "assigned",
        "changed",
        "arrived",
        "resolved",
    ]
    assert told.tickets[0].events[2].facts["activity"] == "拍照上传"
    assert told.tickets[0].events[3].by == "王工"


def test_the_first_activity_is_the_receipt_where_none_is_called_so(csv_file):
    told = read(csv_file("工单编号,操作,操作时间", *[row.rsplit(",", 1)[0] for row in ACTIVITIES]))
    assert [event.kind for event in told.tickets[1].events] == ["received", "transferred", "closed"]


def test_the_mapping_says_which_activity_is_which_event(csv_file):
    mapping = Mapping(events={"拍照上传": "diagnosed"})
    told = read(csv_file("工单编号,操作,操作时间", *[row.rsplit(",", 1)[0] for row in ACTIVITIES]), mapping)
    assert [event.kind for event in told.tickets[0].events] == [
        "received",
        "assigned",
        "diagnosed",
        "arrived",
        "resolved",
    ]
    assert told.mapping.events["到达现场"] == "arrived"


def test_a_row_of_a_log_without_a_number_is_an_error(csv_file):
    told = read(
        csv_file("工单编号,操作,操作时间", *[row.rsplit(",", 1)[0] for row in ACTIVITIES], ",派单,2026-11-23 09:00")
    )
    assert [(error.row, error.column, error.reason) for error in told.errors] == [(9, "工单编号", "no-id")]
    assert len(told.tickets) == 2

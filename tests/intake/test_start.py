"""A ticket needs a start: which moment it is when hardly anything is told."""

from jishi.intake.history import read


def test_the_only_moment_of_a_ticket_is_its_start(csv_file):
    told = read(csv_file("id,last update", "1,2026-11-23 09:00", "2,2026-11-23 10:00"))
    assert [[event.kind for event in ticket.events] for ticket in told.tickets] == [["received"]] * 2
    assert {taken.taken_for: taken.by for taken in told.columns}["received"] == "header"


def test_the_time_stamp_of_a_form_is_the_receipt(csv_file):
    told = read(csv_file("Timestamp,Your name,Problem", "11/23/2026 9:00:00,Chen,boiler", "11/24/2026 9:00:00,Li,tap"))
    assert told.mapping.columns["received"] == "Timestamp"

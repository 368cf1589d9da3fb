"""The board shows what its reader may see."""

from datetime import timedelta

from jishi.pages.board import ages, cells, figures


def test_the_board_counts_only_what_its_reader_may_see(house, repair, at):
    assert figures(house.boss, at(1, "10:00"))["unfinished"] == (1, False)
    assert figures(house.zhou, at(1, "10:00"))["unfinished"] == (0, False)


def test_the_first_to_fall_due_stands_first(house, repair, at):
    (row,) = figures(house.boss, at(1, "10:00"))["first"]
    assert row.ticket == repair and row.clock.name == "arrival"


def test_a_cell_tells_how_many_of_its_clocks_are_late(house, repair, at):
    rows = dict(cells(house.boss, at(1, "14:00")))
    arrival = rows["P2"][2]
    assert (arrival["n"], arrival["late"]) == (1, 1) and arrival["bar"] == [("late", "0.0%", "100.0%")]


def test_every_age_has_its_place():
    hours = [timedelta(hours=h) for h in (0, 4, 24, 72, 168, 5000)]
    assert [n for _, _, n, _ in ages(hours)] == [1, 1, 1, 1, 2]


def test_an_empty_board_can_be_looked_at(house, reads):
    assert reads(house.boss).get("/board/").status_code == 200

from jishi.intake.cells.day_first import decided


def test_one_part_above_twelve_decides_for_the_whole_column():
    assert decided(["03/04/2026", "05/13/2026", "01/02/2026"]) == (False, True)
    assert decided(["03/04/2026", "13/05/2026", "01/02/2026"]) == (True, True)


def test_a_slip_of_the_pen_does_not_outvote_the_column():
    assert decided(["13/05/2026", "14/05/2026", "15/05/2026", "05/16/2026"]) == (True, True)


def test_nothing_is_decided_by_parts_that_could_be_either():
    assert decided(["03/04/2026", "05/06/2026"]) == (None, True)


def test_the_question_does_not_arise_when_the_year_comes_first():
    assert decided(["2026/03/04", "2026年3月4日", None, "", 46349.5]) == (None, False)

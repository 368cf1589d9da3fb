import pytest

from jishi.intake.values.words import code_of, codes, scale, score_of


def priorities(*texts):
    return list(codes("priority", texts, []).values())


@pytest.mark.parametrize(
    "written",
    [
        ("紧急", "高", "中", "低"),
        ("Urgent", "High", "Medium", "Low"),
        ("1 - Critical", "2 - High", "3 - Moderate", "4 - Low"),
        ("P0", "P1", "P2", "P3"),
        ("P1", "P2", "P3", "P4"),
        ("特急", "紧急", "一般", "低"),
        ("P0紧急"[:2], "重要", "普通", "低频"),
    ],
)
def test_four_levels_are_ours_whatever_they_are_called(written):
    assert sorted(codes("priority", written, []).items(), key=lambda pair: pair[1]) == [
        (word, f"P{n}") for n, word in enumerate(written)
    ]


def test_urgent_is_the_second_level_beside_most_urgent():
    assert codes("priority", ["特急", "紧急"], [])["紧急"] == "P1"
    assert codes("priority", ["紧急", "高"], [])["紧急"] == "P0"


def test_highest_to_lowest_are_five_names_for_four_levels():
    assert priorities("Highest", "High", "Medium", "Low", "Lowest") == ["P0", "P1", "P2", "P3", "P3"]
    assert priorities("Blocker", "Critical", "Major", "Minor", "Trivial") == ["P0", "P1", "P2", "P3", "P3"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("New", "new"),
        ("处理中", "open"),
        ("Awaiting User Info", "waiting"),
        ("待客户确认", "waiting"),
        ("On Hold", "waiting"),
        ("Solved", "resolved"),
        ("已完成", "resolved"),
        ("Closed", "closed"),
        ("已结案", "closed"),
        ("已取消", "cancelled"),
    ],
)
def test_states_are_known_by_their_words(written, code):
    assert code_of("status", written) == code


def test_codes_alone_are_read_only_beside_the_headings_of_their_program():
    sobot = ["ticketCode", "ticketLevel", "ticketStatus"]
    assert codes("status", ["0", "1", "99"], sobot) == {"0": "new", "1": "open", "99": "closed"}
    assert codes("priority", ["0", "3"], sobot) == {"0": "P3", "3": "P0"}
    assert codes("priority", ["1", "4"], ["id", "status", "priority", "responder_id"]) == {"1": "P3", "4": "P0"}
    assert codes("priority", ["1", "2"], ["id", "priority"]) == {}


def test_a_word_nobody_knows_has_no_code():
    assert code_of("channel", "Citizens Connect App") is None


@pytest.mark.parametrize(
    ("said", "meant"), [("非常满意", (5, 5)), ("不满意", (2, 5)), ("good", (1, 1)), ("Bad", (0, 1)), ("offered", None)]
)
def test_satisfaction_may_be_a_word(said, meant):
    assert score_of(said) == meant


@pytest.mark.parametrize(("said", "top"), [(["5", "4"], 5), (["9", "10"], 10), (["85", "92"], 100), ([], 5)])
def test_the_scale_of_a_column_of_scores_is_its_next_usual_end(said, top):
    assert scale(said) == top

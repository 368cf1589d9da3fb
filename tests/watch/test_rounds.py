"""Laws of rounds and notices: one worker, one reader."""

from datetime import timedelta

import pytest

from jishi.tickets.models import Ticket
from jishi.watch import notices, rounds
from jishi.watch.models import Notice

HOURLY = rounds.Regular("sweep", timedelta(hours=1), print)


@pytest.mark.both_databases
def test_a_round_is_begun_once_in_its_time(db, at):
    assert [bool(rounds.due([HOURLY], at(1, time))) for time in ("09:00", "09:30", "10:00", "10:59", "11:05")] == [
        True, False, True, False, True,
    ]  # fmt: skip


def test_nobody_is_told_of_their_own_doing_or_of_what_they_may_not_see(house, repair, at):
    notices.tell([house.lin, house.wang, house.zhou], "chased", at(1, "10:00"), ticket=repair, by=house.wang)
    assert list(Notice.objects.values_list("person__number", flat=True)) == [house.lin.number]


def test_what_was_read_is_told_no_more(house, repair, at):
    for time in ("10:00", "11:00"):
        notices.tell([house.lin], "chased", at(1, time), ticket=Ticket.objects.get())
    first = notices.unseen(house.lin).earliest("pk")
    assert notices.see(house.lin, at(1, "12:00"), upto=first.pk) == 1
    assert notices.unseen(house.lin).count() == 1

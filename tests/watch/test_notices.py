"""Who sees everything is told, too."""

from jishi.watch import notices


def test_whoever_sees_all_tickets_hears_of_each(house, repair, at):
    notices.tell([house.boss], "mentioned", at(1, "10:00"), ticket=repair, by=house.lin)
    notices.tell([house.boss], "mentioned", at(1, "10:00"), by=house.lin)
    assert notices.count(house.boss) == 2

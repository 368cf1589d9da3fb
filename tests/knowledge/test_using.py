"""Where an article was used and whether it helped; what is new is studied and confirmed."""

from datetime import timedelta

import pytest

from jishi.core.refused import Refused
from jishi.knowledge import queries, studying, using, writing
from jishi.knowledge.models import Article, Doubt, Study, Use
from jishi.knowledge.writing import Words
from jishi.tickets import actions
from tests.cast import solve

from .articles import leak

pytestmark = pytest.mark.django_db


def counts():
    return [(one.used, one.helped) for one in queries.counted(Article.objects.all())]


def test_an_article_is_used_once_a_cycle(house, repair, told, at):
    article = leak(house, at(1, "08:00"))
    first, second = (using.use(repair, article, house.lin, at(1, "10:00")) for _ in range(2))
    assert first == second and counts() == [(1, 0)]


def test_it_helped_when_the_ticket_was_solved_in_that_cycle(house, repair, told, at):
    article = leak(house, at(1, "08:00"))
    using.use(repair, article, house.lin, at(1, "10:00"))
    solve(repair, told(1, "11:00"))
    assert counts() == [(1, 1)]
    actions.reopen(repair, told(1, "12:00"), reason="又漏了")
    assert counts() == [(1, 0)]
    using.use(repair, article, house.lin, at(1, "13:00"))
    solve(repair, told(1, "14:00"))
    assert counts() == [(2, 1)] and set(Use.objects.values_list("cycle", flat=True)) == {0, 1}


def test_the_version_that_was_used_stays_known(house, repair, at):
    article = leak(house, at(1, "08:00"))
    use = using.use(repair, article, house.lin, at(1, "10:00"))
    writing.edit(article, house.lin, Words("t", "b"), {}, 0)
    writing.publish(article, house.boss, at(2, "09:00"), "w", 1)
    use.refresh_from_db()
    assert use.version.place == 1


def test_a_draft_is_not_used(house, repair, at):
    with pytest.raises(Refused, match="not-published"):
        using.use(repair, leak(house, at(1, "08:00"), issued=False), house.lin, at(1, "10:00"))


def test_a_doubt_stands_in_the_queue_until_it_is_answered(house, at):
    article = leak(house, at(1, "08:00"))
    using.doubt(article, house.wang, at(1, "10:00"), "没写扭矩")
    queue = Article.objects.filter(queries.doubted(house.lin, at(1, "11:00")))
    assert list(queue) == [article]
    using.answer(Doubt.objects.get(), at(1, "12:00"), "已补")
    assert not queue.all().exists()
    with pytest.raises(Refused, match="already-answered"):
        using.answer(Doubt.objects.get(), at(1, "13:00"), "又补")


def test_what_was_published_since_is_new_until_it_is_confirmed(house, at):
    old, new = leak(house, at(1, "08:00")), leak(house, at(2, "08:00"), "点火失败")
    studying.confirm(house.lin, at(1, "09:00"), at(1, "09:00"))
    assert [one.article for one in studying.fresh(house.lin, at(2, "09:00"))] == [new]
    studying.confirm(house.lin, at(2, "09:00"), at(2, "09:00"))
    assert not studying.fresh(house.lin, at(2, "09:00"))
    assert [study.versions for study in Study.objects.order_by("day")] == [[old.version_id], [new.version_id]]


def test_what_came_while_somebody_read_is_still_new(house, at):
    leak(house, at(1, "08:00"))
    later = leak(house, at(1, "09:10"), "点火失败")
    studying.confirm(house.lin, at(1, "09:20"), at(1, "09:00"))
    assert [one.article for one in studying.fresh(house.lin, at(1, "09:30"))] == [later]


def test_a_day_has_one_confirmation_however_often_it_is_given(house, at):
    leak(house, at(1, "08:00"))
    studying.confirm(house.lin, at(1, "09:00"), at(1, "09:00"))
    leak(house, at(1, "10:00"), "点火失败")
    for _ in range(2):
        studying.confirm(house.lin, at(1, "11:00"), at(1, "11:00"))
    assert len(Study.objects.get().versions) == 2


def test_nobody_confirms_what_is_still_to_come(house, at):
    with pytest.raises(Refused, match="in-the-future"):
        studying.confirm(house.lin, at(1, "09:00"), at(1, "09:00") + timedelta(seconds=1))


def test_a_changed_article_is_new_again_and_only_its_last_version(house, at):
    article = leak(house, at(1, "08:00"))
    studying.confirm(house.lin, at(1, "09:00"), at(1, "09:00"))
    for saved, day in ((1, 2), (1, 3)):
        writing.edit(article, house.lin, Words("t", f"b{day}"), {}, 0)
        writing.publish(article, house.boss, at(day, "09:00"), "w", saved)
    assert [one.place for one in studying.fresh(house.lin, at(3, "10:00"))] == [3]
    assert studying.behind(studying.led(house.lin).annotate(last=studying.LAST), at(3, "10:00"))[house.lin.pk] == 1


def test_what_is_about_ones_own_tickets_is_studied_first(house, repair, at):
    leak(house, at(1, "08:00"), "开票须知", "……")
    near = leak(house, at(1, "08:30"), products=[repair.product])
    first, second = studying.sitting(house.lin, at(1, "10:00"))
    assert (first.version.article, first.near, second.near) == (near, True, False)


def test_who_has_studied_is_seen_as_far_as_the_role_reaches(house):
    assert set(studying.led(house.lin)) == {house.lin, house.wang}
    assert house.zhou in studying.led(house.boss) and set(studying.led(house.mo)) == {house.mo}

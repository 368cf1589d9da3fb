"""The room of articles: who may read and write, what is typed is text, one step from a solved ticket."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jishi.directory.models import Contact
from jishi.directory.people import hire
from jishi.knowledge.models import Article, Doubt, Study, Use, Version
from jishi.knowledge.writing import publish
from jishi.tickets import actions
from tests.knowledge.articles import leak

FORM = {"title": "锅炉漏水", "body": "## 处理\n换密封圈", "audience": "inside", "key": "k1"}


@pytest.fixture
def fixer(house):
    return hire("W1", "外协", "supplier")


@pytest.fixture
def article(house, at):
    return leak(house, at(1, "08:00"))


def text(answer):
    return answer.content.decode()


def test_an_article_inside_does_not_exist_for_a_supplier(house, article, fixer, reads, at):
    shown = leak(house, at(1, "09:00"), "外协须知", audience="suppliers")
    client = reads(fixer)
    assert [client.get(f"/knowledge/{one.pk}/").status_code for one in (article, shown)] == [404, 200]
    assert "壁挂炉漏水" not in text(client.get("/knowledge/")) + text(client.get("/knowledge/?q=壁挂炉"))
    assert client.post(f"/knowledge/{article.pk}/doubt/", {"words": "x"}).status_code == 404
    assert "林晓" not in text(client.get(f"/knowledge/{shown.pk}/"))


def test_a_draft_does_not_exist_for_who_may_not_write(house, at, reads):
    hidden = leak(house, at(1, "08:00"), issued=False)
    reader = hire("5001", "读者", "reader")
    assert [reads(who).get(f"/knowledge/{hidden.pk}/").status_code for who in (reader, house.wang)] == [404, 200]


def test_old_versions_are_not_shown_outside(house, fixer, reads, at):
    shown = leak(house, at(1, "09:00"), audience="suppliers")
    Version.objects.filter(article=shown).update(place=2)
    Version.objects.create(article=shown, place=1, title="旧", body="内部", by=house.lin, published_at=at(1, "08:00"))
    assert reads(fixer).get(f"/knowledge/{shown.pk}/?version=1").status_code == 404
    assert reads(house.lin).get(f"/knowledge/{shown.pk}/?version=1").status_code == 200


@pytest.mark.parametrize("number", ["0", "999999999", "99999999999999999999"])
def test_a_number_nobody_gave_leads_nowhere(house, reads, number):
    addresses = (f"/knowledge/{number}/", f"/knowledge/{number}/edit/", f"/matters/{number}/")
    assert [reads(house.boss).get(address).status_code for address in addresses] == [404] * 3


def test_publishing_needs_its_right(house, at, reads):
    hidden = leak(house, at(1, "08:00"), issued=False)
    assert reads(house.lin).post(f"/knowledge/{hidden.pk}/publish/", {"saved": 0}).status_code == 403
    reads(house.boss).post(f"/knowledge/{hidden.pk}/publish/", {"saved": 0})
    assert Article.objects.get().standing == "published"


def test_the_same_form_sent_twice_is_one_article(house, reads):
    for _ in range(2):
        answer = reads(house.lin).post("/knowledge/write/", FORM)
    assert answer["Location"] == f"/knowledge/{Article.objects.get().pk}/"


def test_what_was_typed_is_kept_when_somebody_else_has_saved(house, article, reads):
    form = FORM | {"saved": 0}
    reads(house.wang).post(f"/knowledge/{article.pk}/edit/", form | {"key": "a"})
    answer = reads(house.lin).post(f"/knowledge/{article.pk}/edit/", form | {"key": "b", "body": "我的话"})
    assert answer.status_code == 422 and "我的话" in text(answer)


def test_a_solved_ticket_becomes_an_article_without_anybody_in_it(house, repair, told, reads):
    Contact.objects.create(customer=repair.customer, name="欧阳修远")
    actions.diagnose(repair, told(1, "10:00", note="陈建国说阀门老化，欧阳修远 13912345678 确认"), fault="F-05")
    actions.resolve(repair, told(1, "11:00", note="已到金枫路 8 号更换 B24-0007 的阀"), result="solved")
    page = text(reads(house.lin).get(f"/knowledge/write/?ticket={repair.number}"))
    assert "阀门老化" in page and "139****5678" in page
    assert [name for name in ("陈建国", "欧阳修远", "13912345678", "金枫路 8 号", "B24-0007") if name in page] == []
    reads(house.lin).post("/knowledge/write/", FORM | {"ticket": repair.number})
    article = Article.objects.get()
    publish(article, house.boss, told(1, "12:00").now, "", 0)
    assert article.source == repair
    told_of = [repair.number in text(reads(who).get(f"/knowledge/{article.pk}/")) for who in (house.lin, house.zhou)]
    assert told_of == [True, False]


def test_an_unsolved_or_foreign_ticket_gives_no_article(house, repair, reads):
    assert reads(house.lin).get(f"/knowledge/write/?ticket={repair.number}").status_code == 422
    assert reads(house.zhou).get(f"/knowledge/write/?ticket={repair.number}").status_code == 404


def test_an_article_is_used_on_a_ticket_and_counted(house, article, repair, reads):
    client = reads(house.lin)
    beside = f"/knowledge/tickets/{repair.number}/"
    assert "Used this" in text(client.get(beside))
    answer = client.post(f"{beside}use/{article.pk}/")
    assert "Used this" not in text(answer) and Use.objects.get().by == house.lin
    assert "version 1" in text(client.get(f"/knowledge/{article.pk}/"))
    assert reads(house.zhou).post(f"{beside}use/{article.pk}/").status_code == 404


def test_what_is_typed_brings_the_article(house, article, reads):
    said = {"title": "家里壁挂炉漏水了", "description": ""}
    assert "壁挂炉漏水怎么修" in text(reads(house.lin).post("/knowledge/suggest/", said))
    assert "壁挂炉" not in text(reads(house.lin).post("/knowledge/suggest/", {"title": "发票"}))


def test_only_the_owner_or_who_publishes_answers_a_doubt(house, article, reads):
    reads(house.wang).post(f"/knowledge/{article.pk}/doubt/", {"words": "没写扭矩"})
    answer = f"/knowledge/doubts/{Doubt.objects.get().pk}/answer/"
    assert reads(house.wang).post(answer, {"words": "x"}).status_code == 403
    reads(house.lin).post(answer, {"words": "已补"})
    assert "已补" in text(reads(house.wang).get(f"/knowledge/{article.pk}/"))


def test_one_button_confirms_the_day(house, reads, at):
    client = reads(house.lin)
    page = text(client.get("/knowledge/study/"))
    through = page.split('name="through" value="')[1].split('"')[0]
    client.post("/knowledge/study/", {"through": through})
    assert Study.objects.get().person == house.lin and "Confirmed today" in text(client.get("/knowledge/study/"))
    assert "1 of" in text(reads(house.boss).get("/knowledge/studies/"))
    assert reads(house.lin).get("/knowledge/studies/").status_code == 403


PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "**<b onclick=alert(1)>**",
    "`</code><script>alert(1)</script>`",
    "[[K-1<script>]]",
    "```\n</pre><script>alert(1)</script>\n```",
    "1. <a href=javascript:alert(1)>x</a>",
    "{{ 7|add:7 }}{% load static %}",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_whatever_an_article_says_is_text(house, repair, reads, at, payload):
    article = leak(house, at(1, "08:00"), payload.replace("\n", " "), f"壁挂炉漏水\n{payload}")
    for address in (
        f"/knowledge/{article.pk}/",
        "/knowledge/",
        "/knowledge/study/",
        f"/knowledge/tickets/{repair.number}/",
    ):
        page = text(reads(house.lin).get(address))
        main = page.split('<main class="main"', 1)[-1].split("</main>", 1)[0]
        assert not [tag for tag in ("<script", "<img", "onload=alert(1)>", "<b onclick", "<a href=java") if tag in main]
    assert "{{ 7|add:7 }}" in page or "7|add" not in payload


def test_a_list_asks_as_many_questions_however_long_it_is(house, reads, at):
    client, asked = reads(house.boss), []
    for day in (1, 2):
        for n in range(day * 2):
            leak(house, at(day, "09:00"), f"第 {n} 篇")
        with CaptureQueriesContext(connection) as queries:
            client.get("/knowledge/")
        asked.append(len(queries))
    assert asked[0] == asked[1]

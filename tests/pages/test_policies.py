"""The page of promises: read by everybody, worked on as a draft by those who may, published for what is to come."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from jishi.clocks.models import PolicyRow, PolicyVersion
from tests.pages.told import text

HOUR = 3600


@pytest.fixture
def boss(reads, house):
    return reads(house.boss)


@pytest.fixture
def draft(boss):
    boss.post("/policy/draft/")
    return PolicyVersion.objects.get(published_at=None)


def mail_p1(version):
    return next(
        row
        for row in version.rows.all()
        if row.fields == {"priority": ["P1"], "channel": ["mail", "form", "app", "api"]}
    )


def retype(client, row, typed):
    return client.post(reverse("policy-target", args=[row.pk]), {"target": typed}, headers={"HX-Request": "true"})


def test_everybody_reads_what_is_promised(reads, house):
    read = text(reads(house.lin).get("/policy/"))
    for said in ("In force v1", "5 min", "working days 3–5", "Same city", "24×7", "warns at 75 % · 45 min"):
        assert said in read


def test_who_may_not_publish_finds_nothing_to_press(reads, house):
    page = reads(house.lin).get("/policy/").content.decode()
    assert "policy/draft" not in page and 'name="target"' not in page


def test_only_who_may_publish_works_on_a_draft(reads, house, draft):
    lin, row = reads(house.lin), draft.rows.first()
    before = PolicyRow.objects.count()
    for address in (
        "/policy/draft/",
        f"/policy/{draft.pk}/discard/",
        f"/policy/{draft.pk}/publish/",
        f"/policy/{draft.pk}/rows/",
        f"/policy/rows/{row.pk}/",
        f"/policy/rows/{row.pk}/target/",
        f"/policy/rows/{row.pk}/move/",
        f"/policy/rows/{row.pk}/remove/",
    ):
        assert lin.post(address, {"target": "1m", "way": "down"}).status_code == 403
    row.refresh_from_db()
    assert (row.target, row.position, PolicyRow.objects.count()) == (HOUR, 1, before)


def test_a_draft_shows_fields_and_what_is_in_force_shows_none(boss, draft):
    fields = [
        boss.get(address).content.decode().count('name="target"')
        for address in ("/policy/", f"/policy/?version={draft.pk}")
    ]
    assert fields == [0, 20]


def test_a_ticket_tried_says_which_row_holds_and_why_not_the_others(reads, house):
    ticket = {"priority": "P2", "channel": "mail", "service_type": "repair", "zone": "same_city"}
    read = text(reads(house.lin).get("/policy/try/", ticket))
    assert "First contact 4 h row 2 · working time" in read
    assert "does not fit: Priority" in read and "would fit too, but an earlier row was taken" in read
    assert "Arrival 4 h row 15" in read


def test_a_draft_is_tried_before_it_is_published(boss, draft):
    retype(boss, mail_p1(draft), "45m")
    ticket = {"priority": "P1", "channel": "mail"}
    assert "45 min" in text(boss.get("/policy/try/", ticket | {"version": draft.pk}))
    assert "45 min" not in text(boss.get("/policy/try/", ticket))


def test_publishing_names_what_changes_and_from_when(boss, draft):
    retype(boss, mail_p1(draft), "1h")
    asked = text(boss.get(f"/policy/{draft.pk}/publish/", {"effective_at": "2098-01-01T00:00"}))
    assert "1 change" in asked and "2 h → 1 h" in asked
    assert "Holds for tickets received from 2098-01-01 00:00 on." in asked


def test_published_it_holds_from_its_moment_and_the_version_before_until_then(boss, draft, house):
    retype(boss, mail_p1(draft), "1h")
    boss.post(f"/policy/{draft.pk}/publish/", {"effective_at": "2098-01-01T00:00"})
    draft.refresh_from_db()
    assert draft.published_by == house.boss
    page = text(boss.get("/policy/"))
    assert "In force v1" in page and "v2 To come · 主管" in page and "to 2098-01-01 00:00" in page


@pytest.mark.parametrize(
    ("typed", "effective_at", "code"), [("1h", "2020-01-01T00:00", 422), ("2h", "2098-01-01T00:00", 422)]
)
def test_the_past_and_no_change_at_all_are_not_published(boss, draft, typed, effective_at, code):
    retype(boss, mail_p1(draft), typed)
    assert boss.post(f"/policy/{draft.pk}/publish/", {"effective_at": effective_at}).status_code == code
    assert PolicyVersion.objects.filter(published_at=None).exists()


def test_a_past_moment_is_said_before_it_is_sent(boss, draft):
    retype(boss, mail_p1(draft), "1h")
    yesterday = timezone.localtime() - timedelta(days=1)
    page = boss.get(f"/policy/{draft.pk}/publish/", {"effective_at": f"{yesterday:%Y-%m-%dT%H:%M}"})
    assert "That moment is past" in text(page) and "disabled" in page.content.decode()


def test_a_discarded_draft_is_gone(boss, draft):
    boss.post(f"/policy/{draft.pk}/discard/")
    assert not PolicyVersion.objects.filter(pk=draft.pk).exists()
    assert "v2" not in text(boss.get("/policy/"))


def test_before_anything_is_promised_the_page_says_what_to_do(reads, house):
    PolicyVersion.objects.all().delete()
    assert "Begin a draft" in text(reads(house.boss).get("/policy/"))
    assert "Begin a draft" not in text(reads(house.lin).get("/policy/"))


def test_a_version_that_does_not_exist_is_refused(boss):
    assert boss.get("/policy/?version=4711").status_code == 422
    assert boss.get("/policy/?version=' OR 1=1").status_code == 422

"""The rows of a draft: retyped, moved, added and removed; what is typed wrong changes nothing."""

import re

import pytest
from django.urls import reverse

from jishi.clocks.models import PolicyVersion
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


def test_a_cell_retyped_says_what_it_was_and_would_be(boss, draft):
    piece = retype(boss, mail_p1(draft), "1h")
    assert "data-changed" in piece.content.decode()
    assert "2 h" in text(piece) and 'value="1 h"' in piece.content.decode()
    assert mail_p1(draft).target == HOUR


def test_a_length_nobody_can_read_changes_nothing_and_says_how_to_write_it(boss, draft):
    piece = retype(boss, mail_p1(draft), "soonish")
    assert piece.status_code == 422
    assert "“soonish” is not a length of time" in text(piece) and 'value="soonish"' in piece.content.decode()
    assert mail_p1(draft).target == 2 * HOUR


def test_a_published_cell_is_not_retyped(boss, house):
    row = mail_p1(PolicyVersion.objects.get())
    assert "published" in text(retype(boss, row, "1h"))
    row.refresh_from_db()
    assert row.target == 2 * HOUR


def test_a_row_that_can_never_hold_is_named_with_those_before_it(boss, draft):
    first = draft.rows.first()
    boss.post(reverse("policy-move", args=[first.pk]), {"way": "down"})
    page = text(boss.get(f"/policy/?version={draft.pk}"))
    assert "Row 2 can never hold: row 1 before it take every ticket it is for." in page
    assert "moved behind others" in page


def test_a_row_is_added_with_all_its_terms_and_removed(boss, draft):
    said = {"clock": "resolution", "target": "3 days", "calendar": "service", "warn": "60", "priority": ["P0", "P1"]}
    boss.post(reverse("policy-add", args=[draft.pk]), said)
    row = draft.rows.get(clock="resolution")
    assert (row.target, row.warn, row.fields) == (72 * HOUR, 0.6, {"priority": ["P0", "P1"]})
    assert "new" in text(boss.get(f"/policy/?version={draft.pk}"))
    boss.post(reverse("policy-remove", args=[row.pk]))
    assert not draft.rows.filter(clock="resolution").exists()


def test_the_form_of_a_row_keeps_what_it_does_not_know(boss, draft):
    """A kind of service that was renamed away still stands in the row, and stays when the row is saved."""
    row = draft.rows.first()
    form = boss.get(reverse("policy-row", args=[row.pk])).content.decode()
    ticked = re.findall(r'name="service_type" value="(\w+)" checked', form)
    assert sorted(ticked) == sorted(row.fields["service_type"]) and "maintenance" in ticked


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"window_first": "3"}, "A window has a first and a last working day"),
        ({"window_first": "5", "window_last": "3"}, "The window ends before it begins"),
        ({"calendar": "moon"}, "“moon” does not fit"),
        ({"target": "4"}, "“4” is not a length of time"),
    ],
)
def test_terms_that_say_nothing_are_refused(boss, draft, said, says):
    terms = {"clock": "callback", "calendar": "service", "warn": "75"} | said
    assert says in text(boss.post(reverse("policy-add", args=[draft.pk]), terms))
    assert draft.rows.count() == 21


def test_what_does_not_go_together_is_said_while_it_is_typed(boss, draft):
    arrival = draft.rows.filter(clock="contact").first()
    boss.post(
        reverse("policy-row", args=[arrival.pk]),
        {"clock": "arrival", "target": "9h", "calendar": "service", "priority": "P0"},
    )
    boss.post(
        reverse("policy-add", args=[draft.pk]),
        {"clock": "arrival", "target": "1h", "calendar": "service", "priority": "P1"},
    )
    assert "Arrival: P0 is promised 9 h, the less urgent P1 only 1 h." in text(boss.get(f"/policy/?version={draft.pk}"))

"""The ticket's page: its journal, its clocks, and what can be done."""

import pytest
from django.utils.html import escape

from jishi.clocks.reading import readings
from jishi.pages.story import story
from jishi.pages.ticket import shown, steps
from jishi.pages.verbs import arranged, possible
from jishi.tickets import actions
from jishi.tickets.correcting import correct
from jishi.tickets.models import Event, Ticket
from tests.cast import solve


def codes(ticket, person):
    return {verb.code for verb in possible(ticket, person)}


def lines(ticket):
    return [line for day in story(ticket) for line in day.lines]


def test_a_ticket_of_another_team_is_not_found(house, repair, reads):
    assert reads(house.zhou).get(f"/tickets/{repair.number}/").status_code == 404
    assert reads(house.zhou).get(f"/tickets/{repair.number}/clocks/").status_code == 404
    assert reads(house.zhou).post(f"/tickets/{repair.number}/contact/").status_code == 404


def test_the_page_shows_the_clock_and_explains_it(house, repair, reads):
    page = reads(house.lin).get(f"/tickets/{repair.number}/").content.decode()
    assert 'data-size="full"' in page and 'class="why"' in page


def test_names_and_numbers_of_people_are_masked(house, repair, reads):
    page = reads(house.lin).get(f"/tickets/{repair.number}/").content.decode()
    assert "陈建国" not in page and "陈*" in page


def test_the_buttons_obey_the_lifecycle(house, repair, told):
    assert "resume" not in codes(repair, house.boss) and "pause" in codes(repair, house.boss)
    actions.pause(repair, told(1, "10:00"), reason="waiting_parts")
    assert "resume" in codes(repair, house.boss) and "pause" not in codes(repair, house.boss)
    actions.resume(repair, told(1, "11:00"))
    solve(repair, told(1, "12:00"))
    assert codes(repair, house.boss) >= {"close", "reopen", "confirm"} and "pause" not in codes(repair, house.boss)


def test_the_buttons_obey_the_role(house, repair):
    assert "cancel" not in codes(repair, house.lin) and "cancel" in codes(repair, house.boss)


def test_one_button_stands_out(house, repair):
    assert arranged(repair, house.lin, {"received"})["primary"].code == "contact"
    assert arranged(repair, house.lin, {"received", "contacted"})["primary"].code == "resolve"


def test_a_verb_sent_is_done_and_told_by_its_sender(house, repair, reads):
    answer = reads(house.lin).post(f"/tickets/{repair.number}/contact/", {"note": "he will wait"})
    assert answer.status_code == 302
    event = Event.objects.latest("pk")
    assert (event.kind, event.by, event.note.body) == ("contacted", house.lin, "he will wait")


def test_the_same_form_sent_twice_is_one_event(house, repair, reads):
    client, form = reads(house.lin), {"key": "k1", "note": "he will wait"}
    client.post(f"/tickets/{repair.number}/contact/", form)
    client.post(f"/tickets/{repair.number}/contact/", form)
    assert Event.objects.filter(kind="contacted").count() == 1


def test_a_pause_without_a_reason_is_refused(house, repair, reads):
    answer = reads(house.lin).post(f"/tickets/{repair.number}/pause/", {})
    assert answer.status_code == 422 and Ticket.objects.get().status == "new"


@pytest.mark.parametrize("at", ["2999-01-01T00:00", "yesterday", "2026-13-01T00:00"])
def test_a_moment_that_cannot_be_is_refused(house, repair, reads, at):
    assert reads(house.lin).post(f"/tickets/{repair.number}/contact/", {"at": at}).status_code == 422


def test_time_and_state_cannot_be_written_from_outside(house, repair, reads):
    before = Ticket.objects.values().get()
    reads(house.lin).post(f"/tickets/{repair.number}/chase/", {"due_at": "2030-01-01", "status": "closed", "id": "9"})
    after = Ticket.objects.values().get()
    assert {name: after[name] for name in ("id", "due_at", "status", "owner_id")} == {
        name: before[name] for name in ("id", "due_at", "status", "owner_id")
    }


def test_get_changes_nothing(house, repair, reads):
    reads(house.lin).get(f"/tickets/{repair.number}/chase/")
    assert not Event.objects.filter(kind="chased").exists()


def test_an_unknown_verb_is_not_found(house, repair, reads):
    assert reads(house.lin).post(f"/tickets/{repair.number}/destroy/").status_code == 404


def test_a_late_entry_says_how_late(house, repair, told, at):
    actions.contact(repair, told(1, "12:00", happened=at(1, "10:00")))
    assert lines(repair)[-1].lag == 2 * 3600


def test_a_corrected_entry_stands_at_its_new_moment(house, repair, told, at):
    actions.contact(repair, told(1, "10:00"))
    correct(repair, told(1, "12:00", by=house.boss), place=2, at=at(1, "09:30"), reason="wrong hour")
    line = lines(repair)[1].line
    assert line.corrected and line.at == at(1, "09:30")


def test_correcting_needs_its_right(house, repair, reads):
    assert reads(house.lin).get(f"/tickets/{repair.number}/entries/1/correct/").status_code == 403
    assert reads(house.boss).get(f"/tickets/{repair.number}/entries/1/correct/").status_code == 200


def test_facts_are_told_by_name_not_by_id(house, repair, told):
    actions.assign(repair, told(1, "10:00"), owner=house.wang)
    assert lines(repair)[-1].facts == ["→ 王磊"]


def test_the_steps_of_a_visit_stand_once_one_was_agreed(house, repair, told, at):
    assert steps(story(repair)) == []
    actions.agree_visit(repair, told(1, "10:00"), agreed=at(2, "10:00"))
    assert [kind for kind, moment in steps(story(repair)) if moment] == ["visit_agreed"]


def test_clocks_without_a_promise_stand_apart(house, repair, at):
    drawn = shown(repair, readings(repair, at(1, "10:00")), at(1, "10:00"))
    assert drawn["clocks"][0].strip.size == "full"
    assert {"closing", "resolution"} <= {clock.name for clock in drawn["others"]}


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}"])
def test_words_of_others_are_shown_as_words(house, repair, reads, payload):
    client = reads(house.lin)
    client.post(f"/tickets/{repair.number}/contact/", {"note": payload})
    page = client.get(f"/tickets/{repair.number}/").content.decode()
    assert escape(payload) in page

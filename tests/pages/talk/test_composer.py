"""The composer: what is said stops the clock or does not, and reaches only those it is for."""

import pytest

from jishi.clocks.models import Clock
from jishi.directory.models import Supplier
from jishi.directory.people import hire
from jishi.pages.story import attempts, story
from jishi.pages.talk.composer import composer, tabs
from jishi.tickets import actions
from jishi.tickets.models import Event, SavedReply
from jishi.watch.models import Notice


def say(client, ticket, tab, **said):
    return client.post(f"/tickets/{ticket.number}/{tab}/", said)


def contact_clock():
    return Clock.objects.get(name="contact").state


@pytest.fixture
def worker(house, repair, told):
    """One of a supplier's, who may see the repair."""
    shop = Supplier.objects.create(name="锅炉行")
    actions.dispatch(repair, told(1, "10:00"), supplier=shop)
    return hire("W1", "外修师傅", "supplier", supplier=shop)


def test_a_reply_stops_the_contact_clock(house, repair, reads):
    assert say(reads(house.lin), repair, "reply", note="马上安排", channel="mail").status_code == 302
    event = Event.objects.latest("pk")
    assert (event.kind, event.facts, event.note.body) == ("contacted", {"channel": "mail"}, "马上安排")
    assert contact_clock() == "broken" and story(repair)[-1].lines[-1].did == "stopped"


def test_a_call_stops_it_only_when_connected(house, repair, reads):
    for outcome in ("no-answer", "busy", "refused", "wrong-number", "voicemail"):
        say(reads(house.lin), repair, "call", outcome=outcome)
        assert (Event.objects.latest("pk").kind, story(repair)[-1].lines[-1].did) == ("attempted", "running")
    assert contact_clock() not in ("met", "broken") and attempts(story(repair)) == 5
    say(reads(house.lin), repair, "call", outcome="connected", minutes="3")
    event = Event.objects.latest("pk")
    assert (event.kind, event.facts) == ("contacted", {"channel": "phone", "lasted": 180})
    assert contact_clock() in ("met", "broken")


@pytest.mark.parametrize(
    "said",
    [
        {"tab": "reply", "note": " ", "channel": "mail"},
        {"tab": "reply", "note": "x", "channel": "pigeon"},
        {"tab": "note"},
        {"tab": "call", "outcome": "perhaps"},
        {"tab": "call", "outcome": "busy", "minutes": "-1"},
        {"tab": "call", "outcome": "busy", "at": "2999-01-01T00:00"},
        {"tab": "note", "note": "x", "files": "00ff"},
        {"tab": "reply", "note": "{appointment}", "channel": "mail"},
    ],
)
def test_what_is_not_complete_is_refused_and_nothing_is_written(house, repair, reads, said):
    assert say(reads(house.lin), repair, **said).status_code == 422
    assert Event.objects.count() == 1


def test_the_same_note_sent_twice_is_one(house, repair, reads):
    client = reads(house.lin)
    for _ in range(2):
        say(client, repair, "note", note="@1002 请看", key="k1")
    assert Event.objects.filter(kind="noted").count() == Notice.objects.count() == 1


def test_a_saved_reply_is_filled_in_and_counted(house, repair, reads):
    saved = SavedReply.objects.create(title="致电", body="{customer}您好，工号 {agent}")
    say(reads(house.lin), repair, "reply", note=saved.body, channel="mail", used=f"{saved.pk},x")
    saved.refresh_from_db()
    assert Event.objects.latest("pk").note.body == "陈建国您好，工号 1001" and saved.used == 1


def test_a_proposed_reply_does_not_name_whom_the_reader_sees_masked(house, repair, reads):
    SavedReply.objects.create(title="致电", body="{customer}您好，{number}")
    page = reads(house.lin).get(f"/tickets/{repair.number}/replies/").content.decode()
    assert "陈建国" not in page and f"{{customer}}您好，{repair.number}" in page


def test_a_supplier_neither_reads_nor_writes_nor_finds_a_note(house, repair, told, reads, worker):
    actions.note(repair, told(1, "10:05", note="此供应商上次收费偏高"))
    client = reads(worker)
    assert "收费" not in client.get(f"/tickets/{repair.number}/").content.decode()
    assert "收费" in reads(house.lin).get(f"/tickets/{repair.number}/").content.decode()
    assert say(client, repair, "note", note="x").status_code == 403
    assert client.get(f"/tickets/{repair.number}/mentions/").status_code == 403
    assert repair.number in client.get("/tickets/?q=漏水&view=all&order=newest").content.decode()
    assert repair.number not in client.get("/tickets/?q=收费&view=all&order=newest").content.decode()


def test_what_cannot_happen_any_more_is_not_offered(house, repair, told):
    assert len(composer(repair, house.lin, 0, False)["outcomes"]) == 6
    actions.cancel(repair, told(1, "11:00"), reason="mistake")
    assert composer(repair, house.lin, 0, False)["outcomes"] == [] and tabs(repair, house.lin) == ["note"]


@pytest.mark.parametrize("door", ["reply/", "note/", "call/", "replies/", "mentions/", "files/", "files/00ff/"])
def test_a_stranger_finds_no_door(house, repair, reads, door):
    client, told = reads(house.zhou), {"note": "x", "channel": "mail", "outcome": "busy"}
    address = f"/tickets/{repair.number}/{door}"
    assert {client.get(address).status_code, client.post(address, told).status_code} <= {404, 405}
    assert 404 in {client.get(address).status_code, client.post(address, told).status_code}


def test_a_notice_is_opened_counted_and_seen(house, repair, reads):
    say(reads(house.lin), repair, "note", note="@王磊 请看")
    client = reads(house.wang)
    assert 'title="not seen yet">1<' in client.get("/notices/count/").content.decode()
    page = client.get("/notices/").content.decode()
    assert "林晓 named you in a note" in page
    answer = client.post(f"/notices/{Notice.objects.get().pk}/open/")
    assert answer["Location"] == f"/tickets/{repair.number}/#entry-2"
    assert 'title="not seen yet"' not in client.get("/notices/count/").content.decode()
    assert reads(house.lin).post(f"/notices/{Notice.objects.get().pk}/open/").status_code == 404


def test_saved_replies_of_another_department_do_not_exist(house, repair, reads):
    boss_only = SavedReply.objects.create(title="全员", body="x")
    lead = hire("8001", "组长", "lead", team=house.desk, department=house.desk.department)
    other = SavedReply.objects.create(title="别组", body="x", team=house.other)
    assert reads(house.lin).get("/replies/").status_code == 403
    for row in (boss_only, other):
        assert reads(lead).get(f"/replies/{row.pk}/").status_code == 404
        assert reads(lead).post(f"/replies/{row.pk}/remove/").status_code == 404
    told = {"title": "改约", "body": "已改约", "team": house.desk.pk}
    assert reads(lead).post("/replies/new/", told | {"team": house.other.pk}).status_code == 422
    assert reads(lead).post("/replies/new/", told).status_code == 302
    assert SavedReply.objects.get(title="改约").team == house.desk

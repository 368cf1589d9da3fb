"""Erasing a person leaves no word of them, and every figure as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jishi.clocks.checking import check
from jishi.clocks.models import Clock
from jishi.core.refused import Refused
from jishi.directory.models import Contact
from jishi.tickets import actions, journal
from jishi.tickets.chain import broken_links
from jishi.tickets.erasing import erase
from jishi.tickets.models import Ticket
from jishi.tickets.receiving import receive
from jishi.tickets.search import found
from tests.cast import solve

MARKERS = ["诸葛难忘", "13999990001", "难忘路九十九号", "难忘的漏水", "难忘的话"]


@pytest.fixture
def unforgettable(house, boiler, told):
    chen = boiler.customer
    chen.name = MARKERS[0]
    chen.save()
    boiler.site.address = MARKERS[2]
    boiler.site.save()
    contact = Contact.objects.create(customer=chen, name=MARKERS[0], phone=MARKERS[1])
    words = {"title": MARKERS[3], "description": MARKERS[4] * 300, "contact": contact}
    ticket = receive(told(1, "09:00"), service_type=house.types["repair"], device=boiler, priority="P2", **words)
    actions.contact(ticket, told(1, "09:30", note=MARKERS[4]))
    solve(ticket, told(1, "10:30", note=MARKERS[4]))
    return ticket


@pytest.mark.both_databases
def test_figures_stay_and_words_go(unforgettable, at):
    before = [list(Clock.objects.order_by("pk").values()), journal.history(unforgettable)]
    assert erase(unforgettable.customer, at(2, "09:00")) == 1
    assert [list(Clock.objects.order_by("pk").values()), journal.history(unforgettable)] == before
    ticket = Ticket.objects.get(pk=unforgettable.pk)
    assert (ticket.title, ticket.description, ticket.contact.name, ticket.contact.phone) == ("", "", "", "")
    assert [line.note for line in journal.timeline(ticket)] == [""] * 4
    assert not found(MARKERS[3])
    assert broken_links([ticket]) == []
    assert [each for _, differences in check(at(2, "09:00")) for each in differences] == []


@pytest.mark.both_databases
def test_nobody_is_erased_twice(unforgettable, at):
    erase(unforgettable.customer, at(2, "09:00"))
    unforgettable.customer.refresh_from_db()
    with pytest.raises(Refused, match="already-erased"):
        erase(unforgettable.customer, at(2, "09:01"))


def test_no_word_is_left_in_the_file_nor_in_its_log(tmp_path):
    def bytes_of_all():
        return b"".join(path.read_bytes() for path in tmp_path.glob("desk.db*"))

    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "jishi.settings",
        "JISHI_VAR": str(tmp_path),
        "JISHI_DATABASE_URL": f"sqlite:///{tmp_path}/desk.db",
    }
    play = [sys.executable, Path(__file__).with_name("erasing_play.py"), *MARKERS]
    with subprocess.Popen(play, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as player:
        assert player.stdout.readline() == "written\n"
        written = bytes_of_all()
        player.stdin.write("erase\n")
        player.stdin.flush()
        assert player.stdout.readline() == "erased\n"
        left = bytes_of_all()
    for marker in MARKERS:
        assert marker.encode() in written
        assert marker.encode() not in left

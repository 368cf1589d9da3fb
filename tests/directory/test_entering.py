"""Tries are counted before they are made, in the database, by number and by address."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from jishi.core.refused import Refused
from jishi.directory import entering, throttle
from jishi.directory.models import Access, Throttle

pytestmark = pytest.mark.both_databases


def wrong(number, now, address="10.0.0.1"):
    try:
        entering.recognise(number, "x", address, now)
    except Refused as refused:
        return refused.code
    return "wrong"


@pytest.mark.parametrize("number", ["1001", "nobody"])
def test_after_five_wrong_passwords_even_the_right_one_waits(house, at, number):
    now = at(1, "09:00")
    assert [wrong(number, now) for _ in range(7)] == ["wrong"] * 5 + ["too-many-tries"] * 2
    assert wrong(number.upper(), now) == "too-many-tries"
    assert wrong(number, at(1, "09:16")) == "wrong"


def test_after_thirty_from_one_address_nobody_there_comes_in(house, at):
    now = at(1, "09:00")
    assert [wrong(f"n{i}", now) for i in range(31)] == ["wrong"] * 30 + ["too-many-tries"]
    assert wrong("n99", now, "10.0.0.2") == "wrong"


def test_who_comes_in_is_forgiven(house, at):
    now = at(1, "09:00")
    house.lin.set_password("tick-tock-tick")
    house.lin.save()
    for _ in range(4):
        wrong("1001", now)
    assert entering.recognise("1001", "tick-tock-tick", "10.0.0.1", now) == house.lin
    assert [wrong("1001", now) for _ in range(6)] == ["wrong"] * 5 + ["too-many-tries"]


def test_failed_tries_are_written_down_without_what_was_typed(house, at):
    for number in ["1001"] * 8 + ["my-password-by-mistake"]:
        wrong(number, at(1, "09:00"))
    assert list(Access.objects.order_by("pk").values_list("act", "key")) == [
        *[("mistaken", "1001")] * 5,
        ("held-off", "1001"),
        ("mistaken", ""),
    ]


def test_what_is_over_is_forgotten(house, at):
    wrong("1001", at(1, "09:00"))
    assert throttle.forget(at(1, "09:10")) == 0
    assert throttle.forget(at(1, "09:16")) == 2 and not Throttle.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_parallel_tries_are_counted_one_by_one(transactional_db, at):
    start, said = Barrier(12), []

    def guess():
        start.wait()
        try:
            throttle.claim("number", "1001", 5, at(1, "09:00"))
            said.append("tried")
        except Refused as refused:
            said.append(refused.code)
        finally:
            connection.close()

    threads = [Thread(target=guess) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["too-many-tries"] * 7 + ["tried"] * 5

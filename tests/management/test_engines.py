"""Our engines say and read what Django's do."""

from datetime import UTC, timedelta, timezone

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import SQLiteCursorWrapper
from django.db.backends.sqlite3.operations import DatabaseOperations
from hypothesis import given
from hypothesis import strategies as st

from jishi.management.sqlite import base
from jishi.tickets.models import Ticket

SHANGHAI = timezone(timedelta(hours=8))
ZONED = st.datetimes(timezones=st.sampled_from([UTC, SHANGHAI]))


class _Connection:
    timezone = UTC


OURS, THEIRS = base.DatabaseOperations(_Connection()), DatabaseOperations(_Connection())


@given(ZONED.filter(lambda moment: 1 < moment.year < 9999))
def test_a_moment_is_written_and_read_as_django_does(moment):
    written = OURS.adapt_datetimefield_value(moment)
    assert written == THEIRS.adapt_datetimefield_value(moment)
    assert OURS.convert_datetimefield_value(written, None, None) == moment


@pytest.mark.parametrize("written", [None, "2026-11-26 09:05:00+08:00", "2026-11-26", "2026-1-2 9:05"])
def test_what_others_wrote_is_read_as_django_does(written):
    ours, theirs = (each.convert_datetimefield_value for each in (OURS, THEIRS))
    assert ours(written, None, None) == theirs(written, None, None)


@given(st.lists(st.sampled_from(["%s", "%%", "?", "a", " ", "'"])).map("".join))
def test_places_are_turned_as_django_does(query):
    assert base._turned(query) == SQLiteCursorWrapper.convert_query(None, query)


@pytest.mark.both_databases
def test_moments_come_back_in_utc_however_they_are_asked_for(repair, at):
    Ticket.objects.filter(pk=repair.pk).update(agreed_at=at(3, "9:05").astimezone(SHANGHAI), resolved_at=None)
    asked = Ticket.objects.filter(pk=repair.pk).values_list("agreed_at", "resolved_at")
    for rows in (list(asked), list(asked.iterator())):
        assert rows == [(at(3, "9:05"), None)] and rows[0][0].tzinfo is UTC


@pytest.mark.both_databases
def test_a_listener_hears_every_statement(db, django_assert_num_queries):
    with django_assert_num_queries(1), connection.cursor() as cursor:
        cursor.execute("SELECT %s", [1])
        assert cursor.fetchone() == (1,)

"""Rows read and written by ready statements are the rows that Django reads and writes."""

import pytest

from jishi.clocks.models import Clock
from jishi.tickets import actions
from jishi.tickets.models import Dirty, Event, Ticket
from jishi.tickets.reading_rows import Question
from jishi.tickets.writing_rows import change_row, mark, put_rows, write_row

pytestmark = pytest.mark.both_databases


@pytest.fixture
def boiler(repair, told, at):
    actions.pause(repair, told(1, "10:00"), reason="parts", until=at(4, "10:00"))
    return repair


def columns(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_a_question_is_answered_as_the_query_is(boiler):
    def entries(ticket):
        return Event.objects.filter(ticket=ticket).order_by("seq").values_list("at", "facts", "late", "by_id")

    assert Question(Event, entries).ask(boiler.pk) == list(entries(boiler.pk))


def test_whole_rows_are_the_rows_of_the_query(boiler):
    def clocks(ticket):
        return Clock.objects.filter(ticket=ticket).order_by("name")

    asked = Question(Clock, clocks).objects(boiler.pk)
    assert asked and [columns(row) for row in asked] == [columns(row) for row in clocks(boiler.pk)]
    assert not any(row._state.adding for row in asked)


def test_a_question_is_asked_about_each_key_anew(boiler):
    numbers = Question(Ticket, lambda ticket: Ticket.objects.filter(pk=ticket).values_list("number"))
    assert [numbers.ask(key) for key in (boiler.pk, boiler.pk + 1)] == [[(boiler.number,)], []]


def test_a_written_row_is_read_back_as_it_was(boiler):
    clock = Clock.objects.filter(ticket=boiler).first()
    clock.pk, clock.name, clock.left = None, "another", 90
    write_row(clock)
    assert columns(Clock.objects.get(pk=clock.pk)) == columns(clock)


def test_a_put_row_takes_the_place_of_its_like(boiler):
    clock = Clock.objects.filter(ticket=boiler).first()
    clock.rule, clock.spent = "another rule", 7
    put_rows([clock], key=("ticket_id", "name"))
    assert [columns(row) for row in Clock.objects.filter(ticket=boiler, name=clock.name)] == [columns(clock)]


def test_a_row_that_somebody_changed_is_not_changed(boiler, at):
    agreed = at(3, "10:00")
    assert not change_row(boiler, {"title": "late"}, version=boiler.version + 1)
    assert change_row(boiler, {"title": "in time", "agreed_at": agreed, "extra": {"pump": 2}}, version=boiler.version)
    row = Ticket.objects.get(pk=boiler.pk)
    assert (row.title, row.agreed_at, row.extra) == ("in time", agreed, {"pump": 2})


def test_a_mark_stands_once(boiler):
    mark(Dirty, [boiler.pk])
    mark(Dirty, [boiler.pk])
    assert Dirty.objects.filter(ticket=boiler).count() == 1

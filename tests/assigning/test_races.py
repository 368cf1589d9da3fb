"""Many at once, and the worker that dies: each ticket goes to one, nobody gets more than they can hold."""

import random
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.db.models import Count
from django.utils import timezone

from jishi.assigning import working
from jishi.assigning.answering import accept
from jishi.assigning.candidates import candidates, holding, wanted
from jishi.assigning.models import Offer, Waiting
from jishi.assigning.seeking import seek
from jishi.core.assignment import choose
from jishi.core.refused import Refused
from jishi.tickets.models import Event, Ticket
from jishi.watch import jobs
from jishi.watch.models import Job

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]
WORKERS = 4


def copies(ticket, n):
    """`n` more of the same, without a history."""
    row = Ticket.objects.filter(pk=ticket.pk).values().get()
    return [Ticket.objects.create(**row | {"id": None, "number": f"n{place}"}) for place in range(n)]


def together(act, things):
    """Four workers do `act` to all `things`, each in an order of its own; what they were answered."""
    start, answers = Barrier(WORKERS), []

    def work(seed):
        order = random.Random(seed).sample(things, len(things))
        start.wait()
        for thing in order:
            answers.append(act(thing))
        connection.close()

    workers = [Thread(target=work, args=(seed,)) for seed in range(WORKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return answers


def twice():
    return Offer.objects.values("ticket").annotate(n=Count("pk")).filter(n__gt=1).count()


def test_four_workers_find_one_person_a_ticket_and_nobody_more_than_they_can_hold(shift, rule, repair, at):
    rule()
    type(shift.lin).objects.filter(pk__in=[shift.lin.pk, shift.wang.pk, shift.xu.pk]).update(capacity=8)
    tickets = copies(repair, 30)
    answers = together(lambda ticket: seek(ticket.pk, at(1, "10:00")), tickets)
    assert len(answers) == WORKERS * len(tickets)
    assert twice() == 0
    assert sorted(held.load for held in holding([shift.lin, shift.wang, shift.xu]).values()) == [8, 8, 8]
    assert (Offer.objects.count(), Waiting.objects.count()) == (24, 6)


def test_without_taking_turns_it_would_go_wrong(shift, rule, repair, at):
    """The positive control: the same race, read and then written."""
    meeting = Barrier(WORKERS)

    def naive(ticket):
        if Offer.objects.filter(ticket=ticket).exists():
            return
        chosen = choose(wanted(ticket), candidates(ticket, at(1, "10:00")), "skill")[0].candidate.id
        meeting.wait(20)
        now = at(1, "10:00")
        Offer.objects.create(ticket=ticket, person_id=chosen, state="given", made_at=now, lapses_at=now)

    together(naive, copies(repair, 1))
    assert twice() == 1


def test_of_all_who_accept_at_once_one_has_it(shift, rule, repair, at):
    rule(width=3)
    Ticket.objects.filter(pk=repair.pk).update(priority="P0")
    seek(repair.pk, at(1, "10:00"))

    def answer(offer):
        try:
            return accept(offer, offer.person, at(1, "10:01")).kind
        except Refused as refused:
            return refused.code

    answers = together(answer, list(Offer.objects.select_related("person__role", "person__team")))
    assert sorted(answers).count("assigned") == 1
    assert set(answers) <= {"assigned", "already-taken", "offer-over"}
    assert Event.objects.filter(kind="assigned").count() == 1
    assert Offer.objects.filter(state="accepted").count() == 1


def test_what_a_dead_worker_began_is_done_once(shift, rule, repair, at, monkeypatch):
    rule()
    monkeypatch.setattr(working.timezone, "now", lambda: at(1, "10:00"))
    job = jobs.claim({"assign": working.assign})
    working.assign(job)  # and it dies before it could say so
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(days=999))
    jobs.run(jobs.claim({"assign": working.assign}), {"assign": working.assign})
    assert Job.objects.get().ended_at and Job.objects.get().tries == 2
    assert Offer.objects.count() == 1

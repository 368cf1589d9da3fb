"""Laws of jobs: held by one, lost by none, done when marked done."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone

from jishi.watch import jobs
from jishi.watch.models import Job

pytestmark = pytest.mark.both_databases


def lapse(job):
    """The worker died a while ago."""
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_the_same_work_is_put_down_once(db):
    assert jobs.put("letter", key="to Chen", at=timezone.now()) == jobs.put("letter", key="to Chen")
    assert Job.objects.count() == 1


def test_work_is_not_done_before_its_time(db):
    jobs.put("letter", at=timezone.now() + timedelta(minutes=5))
    assert jobs.claim({"letter": print}) is None


def test_a_worker_takes_only_what_it_can_do(db):
    jobs.put("letter")
    assert jobs.claim({"parcel": print}) is None


def test_a_held_job_is_nobody_elses(db):
    jobs.put("letter")
    assert jobs.claim({"letter": print})
    assert jobs.claim({"letter": print}) is None


def test_what_a_dead_worker_held_is_done_by_another(db):
    jobs.put("letter", to="Chen")
    lapse(jobs.claim({"letter": print}))
    done = []
    jobs.run(jobs.claim({"letter": print}), {"letter": lambda job: done.append(job.facts["to"])})
    assert done == ["Chen"]
    assert Job.objects.get().ended_at


def test_who_lost_a_job_cannot_end_it(db):
    jobs.put("letter")
    first = jobs.claim({"letter": print})
    lapse(first)
    second = jobs.claim({"letter": print})
    for act in (jobs.finish, jobs.renew):
        with pytest.raises(jobs.Lost):
            act(first)
    jobs.finish(second, {"sent": 1})
    assert Job.objects.get().answer == {"sent": 1}


def test_what_fails_is_tried_again_later_and_given_up_in_the_end(db):
    jobs.put("letter")
    for tries in range(1, jobs.MOST_TRIES + 1):
        Job.objects.update(due_at=timezone.now() - timedelta(seconds=1))
        with pytest.raises(ZeroDivisionError):
            jobs.run(jobs.claim({"letter": print}), {"letter": lambda job: 1 // 0})
        job = Job.objects.get()
        assert (job.tries, job.dead) == (tries, tries == jobs.MOST_TRIES)
        assert job.dead or job.due_at > timezone.now()
    assert "ZeroDivisionError" in job.error
    jobs.again(job)
    assert jobs.claim({"letter": print})


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_each_job_has_one():
    for place in range(20):
        jobs.put("letter", place=place)
    start, taken = Barrier(4), []

    def work():
        start.wait()
        while job := jobs.claim({"letter": print}):
            taken.append(job.pk)
        connection.close()

    workers = [Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(taken) == sorted(set(taken))
    assert len(taken) == 20

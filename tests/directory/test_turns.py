"""Two administrators put out each other at the same moment: one of them stays."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from jishi.core.refused import Refused
from jishi.directory import people
from jishi.directory.models import Person
from jishi.directory.people import hire

pytestmark = pytest.mark.both_databases


@pytest.mark.django_db(transaction=True)
def test_two_administrators_do_not_put_out_each_other(transactional_db, house):
    pair = [hire("0001", "甲", "administrator"), hire("0002", "乙", "administrator")]
    start, said = Barrier(2), []

    def put_out(by, other):
        start.wait()
        try:
            people.disable(by, other)
        except Refused as refused:
            said.append(refused.code)
        finally:
            connection.close()

    threads = [Thread(target=put_out, args=order) for order in (pair, pair[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Person.objects.filter(role__code="administrator", is_active=True).count() == 1
    assert said == ["last-administrator"]

"""Every field of every form, hostile: refused or taken as words, never an error (D1); none without its token (H1).

Each field gets two of the values, the next field the next two: all of them times all fields take three minutes.
"""

from itertools import cycle, islice
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client

from tests.security import walking
from tests.security.overheard import ALL_OF_THEM, heard
from tests.security.test_no_field_beside import SAID

FORM = "application/x-www-form-urlencoded"
HOSTILE = [
    'a\'") UNION SELECT password FROM directory_person--', "x" * 10_000, "9" * 5_000, "²" * 11, "٣", "-1", "1e999",
    "nan", "0001-01-01T00:00", "9999-12-31T23:59", "{", "[[1]]",
]  # fmt: skip


def forms(told):
    """Every address that takes something, as `told` spells it."""
    rows = walking.in_order(row for row in walking.rows() if row.method == "POST" and row.thing in ("near", "-"))
    return {row.address: "/" + walking.spelled(row, told) for row in rows}


@pytest.fixture
def sends(somebody, things):
    """`sends(path, body)`: the status, undone after; and all the forms there are."""
    person, client = somebody("administrator"), Client(raise_request_exception=False)
    addresses = forms(things(person))
    client.force_login(person)
    kept = client.cookies["desk"].value

    def send(path, body):
        client.cookies["desk"] = kept
        with transaction.atomic():
            status = client.post(path, urlencode(body), content_type=FORM).status_code
            transaction.set_rollback(True)
        return status

    return addresses, send


def test_no_field_of_a_form_breaks_it(sends, settings):
    settings.MIDDLEWARE = ["tests.security.overheard.overhear", *settings.MIDDLEWARE]
    heard.clear()
    addresses, send = sends
    broken, tries, values = {}, 0, cycle(HOSTILE)
    for address, path in addresses.items():
        send(path, SAID)
        for name in sorted(heard[f"POST {path}"] - {ALL_OF_THEM, "csrfmiddlewaretoken"}):
            for value in islice(values, 2):
                tries += 1
                if (status := send(path, SAID | {name: value})) >= 500:
                    broken.setdefault((address, name), []).append((status, value[:20]))
    assert broken == {} and tries > 300


def test_no_form_is_taken_without_its_token(somebody, things, caplog):
    person = somebody("administrator")
    addresses, client = forms(things(person)), Client(enforce_csrf_checks=True)
    client.force_login(person)
    taken = [address for address, path in addresses.items() if client.post(path, SAID).status_code != 422]
    refused = {record.request.path for record in caplog.records if record.name == "django.security.csrf"}
    assert taken == [] and {*addresses.values()} - refused == set() and len(refused) > 100

"""Every parameter of every page, hostile: refused or harmless, never an error, never more queries (TRUST D1)."""

from urllib.parse import quote

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jishi.pages.asked import FIELDS, KNOWN
from tests.security import walking
from tests.security.overheard import ALL_OF_THEM, heard

HOSTILE = [
    'a\'") UNION SELECT password FROM directory_person--', "_connector", "x" * 10_000, "9" * 5_000, "0" * 5_000,
    "1.9999999999999999999", "99999999999999999.1", "9999-12-31",
]  # fmt: skip
FOREIGN = ("_connector", "_negated", "id__password", "owner__password", "customer__name", "own.x__in", "own.a'b", "pk")
MORE = 6  # queries a value may cost that the page alone does not: what it names is looked up


@pytest.fixture(autouse=True)
def overheard(settings):
    settings.MIDDLEWARE = ["tests.security.overheard.overhear", *settings.MIDDLEWARE]
    heard.clear()


def names_of(path):
    found = heard[f"GET {path}"]
    return sorted(found - {ALL_OF_THEM} | ({*KNOWN, *FIELDS, "own.alarm", *FOREIGN} if ALL_OF_THEM in found else set()))


def asked(client, path):
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
        if hasattr(answer, "streaming_content"):
            list(answer.streaming_content)
        transaction.set_rollback(True)
    return answer.status_code, len(asked)


def pages(things):
    told = {row: answers["administrator"] for row, answers in walking.read().items()}
    rows = [row for row, answer in told.items() if row.method == "GET" and row.thing != "none" and answer != "405"]
    return ["/" + walking.spelled(row, things) for row in rows if row.thing != "far"]


def test_no_parameter_breaks_a_page_or_makes_it_ask_more(somebody, things):
    person = somebody("administrator")
    paths, client, odd, tries = pages(things(person)), Client(raise_request_exception=False), [], 0
    client.force_login(person)
    for path in paths:
        status, usual = asked(client, path)
        for name in names_of(path):
            for value in HOSTILE:
                status, queries = asked(client, f"{path}?{name}={quote(value)}")
                tries += 1
                if status not in (200, 302, 400, 404, 422) or queries > usual + MORE:
                    odd.append((path, name, value[:20], status, queries, usual))
    assert odd == [] and tries > 1000


@pytest.mark.parametrize("name", FOREIGN)
def test_a_list_refuses_filters_it_does_not_know(reads, house, name):
    assert reads(house.boss).get(f"/tickets/?{name}=1").status_code == 422


@pytest.mark.both_databases
def test_the_sign_no_database_stores_is_refused_before_it_gets_there(reads, house, repair):
    """PostgreSQL would break on it, wherever it comes in."""
    client = reads(house.boss)
    assert client.get("/tickets/?q=%00").status_code == 422
    assert client.get("/tickets/?a%00=1").status_code == 422
    assert client.post(f"/tickets/{repair.number}/note/", {"note": "a\0b"}).status_code == 422
    assert client.get("/tickets/JS%00/").status_code == 404

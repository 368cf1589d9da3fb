"""Every address that takes something: what its form does not name changes nothing (TRUST I1).

Each is sent twice what a form could say, to learn what changes from call to call (tokens, digests), then once more with
every column of every table beside it. All but what changes anyway must be as without.
"""

import re
from collections import Counter
from pathlib import Path

from django.apps import apps
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

import jishi
from tests.security import walking

HOME = Path(jishi.__file__).parent
NAMES = re.compile(r'name="(\w+)"|POST\.(?:get|getlist)\("(\w+)"|POST\["(\w+)"')
ASKED = {"measure", "tried", "point"}  # by a name the page makes
# What some form somewhere would take.
SAID = {
    "note": "内部", "words": "密封圈老化", "why": "试用", "because": "试用",
    "title": "风扇异响", "name": "甲乙丙", "code": "made-here", "kind": "refund", "amount": "20",
    "reason": "waiting_parts", "priority": "P1", "outcome": "no-answer", "channel": "phone",
    "body": "您好", "text": "您好", "at": "2026-03-02T09:40", "until": "2026-03-20T09:00",
    "day": "2026-03-09", "since": "2026-03-09", "through": "2026-03-10", "effective_at": "2126-04-01T00:00",
    "target": "2h", "hours": "09:00-12:00", "word": "停产", "weight": "50", "capacity": "9",
    "presence": "busy", "language": "en", "theme": "dark", "week": "2026-03-09", "asked": "配件",
    "used": "1", "void": "1", "to": "", "list": "faults", "name_en": "abc", "per_case": "20",
    "per_month": "90", "number": "7001", "mail": "a@example.cn", "typed": "13812345678", "weeks": "2",
    "years": "2026", "year": "2026",
}  # fmt: skip
WRITTEN_ANYWAY = ("django_session", "directory_access", "sqlite_sequence", "tickets_call")


def ours():
    """Every name a form of ours sends or a page of ours asks for."""
    texts = [path.read_text(encoding="utf-8") for kind in ("*.html", "*.py") for path in HOME.rglob(kind)]
    return ASKED | {name for text in texts for match in NAMES.finditer(text) for name in match.groups() if name}


def beside():
    """Every column of every table that no form of ours names, and whatever else servers have fallen for."""
    fields = [field for model in apps.get_models() for field in model._meta.concrete_fields]
    names = {name for field in fields for name in (field.name, field.attname)} | {
        "pk",
        "is_admin",
        "user_id",
        "_method",
    }
    return dict.fromkeys(sorted(names - ours()), "1")


def state():
    """(table, column) -> its values, each as often as it stands there."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table in WRITTEN_ANYWAY:
                continue
            cursor.execute(f'SELECT * FROM "{table}"')
            names, rows = [column[0] for column in cursor.description], cursor.fetchall()
            found |= {(table, name): Counter(str(row[place]) for row in rows) for place, name in enumerate(names)}
    return found


def sent(client, address, body):
    """The status, and what stands in the database then; undone after."""
    with transaction.atomic():
        status = client.post(f"/{address}", body).status_code
        after = state()
        transaction.set_rollback(True)
    return status, after


def unlike(one, other):
    return {place for place in one.keys() | other.keys() if one.get(place) != other.get(place)}


def test_what_a_form_does_not_name_changes_nothing(somebody, things, monkeypatch):
    person, now = somebody("administrator"), timezone.now()
    known = things(person)
    monkeypatch.setattr(timezone, "now", lambda: now)
    client, extra = Client(raise_request_exception=False), beside()
    client.force_login(person)
    kept, taken, moved = client.cookies["desk"].value, [], {}
    for row in walking.in_order(walking.rows()):
        if row.method == "POST" and row.thing in ("near", "-"):
            address = walking.spelled(row, known)
            answers = []
            for body in (SAID, SAID, SAID | extra):
                client.cookies["desk"] = kept
                answers.append(sent(client, address, body))
            (status, first), (_, second), (again, third) = answers
            taken += [row.address] if status < 400 else []
            if others := unlike(first, third) - unlike(first, second):
                moved[row.address] = sorted(others)
            if again != status or status >= 500:
                moved[row.address] = [status, again]
    assert moved == {}
    assert len(extra) > 150 and len(taken) > 60

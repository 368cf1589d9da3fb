"""What every answer forbids the browser, what cookies are like, and what is too much (checklist 9-14, 50, 51)."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.security import walking

HOUSE = Path(__file__).parents[2]
FORBIDDEN = re.compile(r"unsafe-(inline|eval|hashes)|\*|https?:|data:.*script")


def faults(answer):
    policy = answer.headers.get("Content-Security-Policy", "")
    wanted = {
        "no policy": "default-src 'none'" in policy and "frame-ancestors 'none'" in policy,
        "a policy with a hole": not FORBIDDEN.search(policy),
        "sniffing": answer.headers.get("X-Content-Type-Options") == "nosniff",
        "frames": answer.headers.get("X-Frame-Options") == "DENY",
        "referrers": answer.headers.get("Referrer-Policy") in ("same-origin", "no-referrer"),
        "kept by caches": "no-store" in answer.headers.get("Cache-Control", "")
        or "html" not in answer.headers.get("Content-Type", ""),
    }
    return [name for name, right in wanted.items() if not right]


@pytest.mark.parametrize("who", ["nobody", "administrator", "shopper"])
def test_every_answer_wears_its_shield(somebody, things, who):
    person, odd = somebody(who), []
    there, client = things(person), Client(raise_request_exception=False)
    if person:
        client.force_login(person)
    for row in walking.rows():
        if row.method == "GET":
            answer = client.get("/" + walking.spelled(row, there))
            odd += [(row.address, answer.status_code, fault) for fault in faults(answer)]
    assert odd == []


def test_what_leads_nowhere_wears_it_too(db):
    for address in ("/nowhere/", "/static/nothing.css", "/%ff/", "/media/x", "/.git/config", "/admin/"):
        answer = Client().get(address)
        assert (answer.status_code, faults(answer)) == (404, []), address


def begun(folder, *told):
    """A process with the settings of production, and what it prints."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("JISHI_", "DJANGO_"))}
    settings = {
        "JISHI_HTTPS": "1",
        "JISHI_HOSTS": "desk.example.com",
        "JISHI_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "jishi.settings",
    }
    return subprocess.run([sys.executable, *told], env=clean | settings, cwd=HOUSE, capture_output=True, text=True)


CHECKED = """
import django; django.setup()
from django.core.checks import run_checks
print(run_checks(include_deployment_checks=True))
"""
COOKIES = """
from django.conf import settings as s
for name in ("SESSION", "CSRF"):
    print([getattr(s, f"{name}_COOKIE_{what}") for what in ("NAME", "SECURE", "HTTPONLY", "SAMESITE", "DOMAIN")])
print(s.DEBUG, s.SECURE_HSTS_SECONDS >= 31_536_000, s.SECURE_SSL_REDIRECT, s.ALLOWED_HOSTS, len(s.SECRET_KEY) >= 50)
"""


def test_django_finds_nothing_wrong_with_a_deployment(tmp_path):
    checked = begun(tmp_path, "-c", CHECKED)
    assert checked.stdout.strip() == "[]", checked.stderr


def test_cookies_of_a_deployment_go_nowhere_else(tmp_path):
    assert begun(tmp_path, "-c", COOKIES).stdout.splitlines() == [
        "['__Host-desk', True, True, 'Lax', None]",
        "['__Host-form', True, True, 'Lax', None]",
        "False True True ['desk.example.com'] True",
    ]


def test_more_fields_than_any_form_has_are_refused(reads, house, repair):
    body = "&".join(f"f{n}=1" for n in range(1_000_000))
    form = "application/x-www-form-urlencoded"
    for client, address in ((reads(house.boss), f"/tickets/{repair.number}/note/"), (Client(), "/login/")):
        assert client.post(address, body[:2_400_000], content_type=form).status_code == 400
        assert client.post(address, body, content_type=form).status_code in (400, 413)


def test_more_than_a_form_weighs_is_refused(reads, house, repair, settings):
    client = reads(house.boss)
    assert client.post(f"/tickets/{repair.number}/note/", {"note": "x" * 3_000_000}).status_code in (400, 413)
    heavy = SimpleUploadedFile("x.txt", b"x" * 25_000_001)
    assert 400 <= client.post(f"/tickets/{repair.number}/files/", {"file": heavy}).status_code < 500
    heavy = SimpleUploadedFile("x.csv", b"x" * 25_000_001)
    assert 400 <= client.post("/sheets/", {"file": heavy}).status_code < 500
    many = {f"file{n}": SimpleUploadedFile("x.txt", b"x") for n in range(30)}
    assert client.post(f"/tickets/{repair.number}/files/", many).status_code == 400

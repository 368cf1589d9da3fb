"""The first start of an empty desk."""

import os
import re
import subprocess
import sys

import pytest
from django.test import Client
from django.utils import timezone

from jishi.core.refused import Refused
from jishi.directory.models import Person
from jishi.management.beginning import NUMBER, begin


def test_an_empty_database_is_made_ready_and_named_to_nobody_else(tmp_path):
    environment = os.environ | {"JISHI_VAR": str(tmp_path), "JISHI_DATABASE_URL": f"sqlite:///{tmp_path}/new.db"}
    begun = subprocess.run([sys.executable, "-m", "jishi", "begin"], env=environment, capture_output=True, text=True)
    assert begun.returncode == 0, begun.stderr
    assert re.fullmatch(rf"{NUMBER}  http://127\.0\.0\.1:8000/join/[\w-]{{40,}}/\n", begun.stdout)
    checked = subprocess.run([sys.executable, "-m", "jishi", "check"], env=environment, capture_output=True, text=True)
    assert "0 differences" in checked.stdout


def test_the_link_lets_the_first_administrator_in(db):
    client, token = Client(), begin("沈一凡", timezone.now())
    client.get(f"/join/{token}/")
    assert client.post("/join/", {"password": "tick-tock-tick", "again": "tick-tock-tick"}).status_code == 302
    first = Person.objects.get(number=NUMBER)
    assert first.check_password("tick-tock-tick")
    assert first.may("people")


def test_a_lost_link_is_replaced_until_somebody_used_it(db):
    assert begin("沈一凡", timezone.now()) != begin("沈一凡", timezone.now())
    first = Person.objects.get(number=NUMBER)
    first.set_password("tick-tock-tick")
    first.save()
    with pytest.raises(Refused) as refused:
        begin("沈一凡", timezone.now())
    assert refused.value.code == "already-begun"


def test_a_desk_with_people_is_not_begun_again(house):
    with pytest.raises(Refused) as refused:
        begin("沈一凡", timezone.now())
    assert refused.value.code == "already-begun"

"""What the tests of the pages share: a reader who is logged in, and a desk that is really served."""

import pytest
from django.test import Client

from tests.pages.desk import Desk


@pytest.fixture(autouse=True)
def plain_static(settings):
    """Files by their plain names; the hashed ones exist only where they were collected."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def reads(house):
    """`reads(house.lin)`: a client logged in as that person, in English."""

    def client(person):
        client = Client(HTTP_ACCEPT_LANGUAGE="en")
        client.force_login(person)
        return client

    return client


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """A desk with the small company, served by `jishi serve` on a free port of this machine."""
    with Desk(tmp_path_factory.mktemp("desk")) as desk:
        yield desk

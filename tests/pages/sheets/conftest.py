"""Sheets are kept in a folder of the test's own, and brought by the manager; lists are taken along by anybody."""

import pytest

from jishi.timetable import JOBS
from jishi.watch import jobs


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.VAR = tmp_path


@pytest.fixture
def manager(reads, house):
    return reads(house.boss)


@pytest.fixture
def takes(reads):
    """`takes(person, "?view=all", form="csv")`: the answer's body; a job is done before its file is fetched."""

    def answer(person, query="?view=all", code="tickets", **said):
        client = reads(person)
        found = client.post(f"/take/{code}/{query}", said)
        if found.status_code == 302:
            while job := jobs.claim(JOBS):
                jobs.run(job, JOBS)
            found = client.get(f"{found['Location']}file/")
        assert found.status_code == 200, found.content
        return b"".join(found.streaming_content)

    return answer

"""A sheet is brought through the page: read before it comes in, each bad row named, nothing twice."""

import io
from datetime import timedelta

import openpyxl
import pytest

from jishi.directory.models import Access
from jishi.intake.models import Fault
from jishi.intake.uploads import clear_away, path
from jishi.tickets.models import Event, Ticket
from jishi.timetable import JOBS
from jishi.watch import jobs
from tests.pages.sheets.workbooks import HEADINGS, bring, come_in, paste, workbook


def test_ten_thousand_rows_come_in_once_and_each_bad_one_is_named(manager):
    """Show 6 and TRUST X10, through the page and the worker."""
    content, bad = workbook(10_000)
    upload = bring(manager, content)
    assert (upload.rows, upload.tickets, upload.left_out) == (10_000, 9_000, 1_000)
    faults = Fault.objects.filter(upload=upload, left_out=True)
    assert dict(faults.values_list("row", "value")) == bad
    assert set(faults.values_list("column", "reason")) == {("报修时间", "moment-unreadable")}
    assert Ticket.objects.count() == 0
    upload = come_in(manager, upload)
    assert (upload.state, upload.added, upload.changed) == ("imported", 9_000, 0)
    assert (upload.job.done, upload.job.total) == (9_000, 9_000)
    events = Event.objects.count()
    again = come_in(manager, bring(manager, content))
    assert (again.added, again.changed, Ticket.objects.count(), Event.objects.count()) == (0, 0, 9_000, events)


def test_rows_without_a_number_come_in_once_and_never_become_another_sheets(manager):
    first = "问题描述\t报修时间\n漏水\t2026-03-02 09:00\n异响\t2026-03-02 10:00\n漏水\t2026-03-02 09:00\n"
    other = "问题描述\t报修时间\n不制冷\t2026-03-04 09:00\n"
    for text in (first, first, other):
        come_in(manager, paste(manager, text))
    assert set(Ticket.objects.values_list("description", flat=True)) == {"漏水", "异响", "不制冷"}
    assert list(Fault.objects.filter(upload__rows=3).values_list("row", "reason")) == [(4, "repeated-row")] * 2


def test_the_rows_to_mend_are_fetched_with_their_reasons_and_brought_again(manager):
    content, bad = workbook(40)
    upload = come_in(manager, bring(manager, content))
    fetched = b"".join(manager.get(f"/sheets/{upload.pk}/bad-rows/").streaming_content)
    book = openpyxl.load_workbook(io.BytesIO(fetched))
    rows = list(book.active.iter_rows(values_only=True))
    assert list(rows[0]) == [*HEADINGS, "What to mend"] and len(rows) == 1 + len(bad)
    assert "报修时间" in rows[1][-1]
    place = HEADINGS.index("报修时间") + 1
    for row in range(2, len(rows) + 1):
        book.active.cell(row, place, "2026-03-02 09:00")
    mended = io.BytesIO()
    book.save(mended)
    again = come_in(manager, bring(manager, mended.getvalue(), "mended.xlsx"))
    assert (again.added, again.left_out, Ticket.objects.count()) == (len(bad), 0, 40)


def test_what_was_cancelled_stays_as_far_as_it_came_and_goes_on(manager, house):
    content, _ = workbook(40)
    upload = bring(manager, content)
    manager.post(f"/sheets/{upload.pk}/begin/", {"source": "old"})
    manager.post(f"/sheets/{upload.pk}/cancel/")
    jobs.run(jobs.claim(JOBS), JOBS)
    upload.refresh_from_db()
    assert (upload.state, Ticket.objects.count()) == ("cancelled", 0)
    assert come_in(manager, upload).added == 36


def test_a_sheet_is_its_bringers_alone(manager, reads, house):
    content, _ = workbook(10)
    upload = bring(manager, content)
    house.lin.role.rights = [*house.lin.role.rights, "import"]
    house.lin.role.save()
    other = reads(house.lin)
    for page in ("", "progress/", "faults/", "bad-rows/"):
        assert other.get(f"/sheets/{upload.pk}/{page}").status_code == 404
    for act in ("read/", "begin/", "cancel/", "discard/"):
        assert other.post(f"/sheets/{upload.pk}/{act}", {"source": "x"}).status_code == 404
    come_in(manager, upload)
    past = other.get("/sheets/").content.decode()
    assert "台账.xlsx" in past and f"/sheets/{upload.pk}/" not in past
    assert Access.objects.get(act="imported").facts == {"rows": 10, "source": "old"}


def test_bringing_needs_its_right(house, reads):
    assert reads(house.lin).get("/sheets/").status_code == reads(house.lin).post("/sheets/").status_code == 403


@pytest.mark.parametrize(
    "given", [{}, {"text": "  "}, {"text": "nothing\there\n1\t2\n"}], ids=["none", "blank", "no-moment"]
)
def test_nothing_readable_is_said_and_nothing_typed_is_lost(manager, given):
    answer = manager.post("/sheets/", given, follow=True)
    assert "refused" in answer.content.decode() and not Ticket.objects.exists()


def test_files_go_after_two_weeks_and_the_counts_stay(manager):
    content, _ = workbook(10)
    upload = come_in(manager, bring(manager, content))
    kept = path(upload)
    assert kept.is_file() and kept.name not in manager.get(f"/sheets/{upload.pk}/").content.decode()
    clear_away(upload.at + timedelta(days=15))
    upload.refresh_from_db()
    assert not kept.exists() and (upload.file, upload.told, upload.added, upload.faults.count()) == ("", {}, 9, 0)
    assert manager.get(f"/sheets/{upload.pk}/").status_code == 200
    assert manager.get(f"/sheets/{upload.pk}/bad-rows/").status_code == 422

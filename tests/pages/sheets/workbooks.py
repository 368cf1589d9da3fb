"""Workbooks as people keep them, one row in ten with a moment nobody can read; and what is taken along, read."""

import csv
import io
from datetime import datetime, timedelta

import openpyxl

from jishi.intake.models import Upload
from jishi.timetable import JOBS
from jishi.watch import jobs

HEADINGS = ["工单编号", "客户名称", "渠道", "优先级", "问题描述", "报修时间", "首次联系时间", "完成时间", "状态"]
BEGUN = datetime(2026, 3, 2, 9)  # noqa: DTZ001  a workbook knows no zones
UNREADABLE = ["昨天下午", "2026-13-45", "待补", "3月", "n.a.?"]


def workbook(rows: int) -> tuple[bytes, dict[int, str]]:
    """The file, and row -> what stands there instead of a moment."""
    book, bad = openpyxl.Workbook(write_only=True), {}
    sheet = book.create_sheet()
    sheet.append(HEADINGS)
    for n in range(rows):
        begun: object = BEGUN + timedelta(minutes=7 * n)
        if n % 10 == 4:
            begun = bad[n + 2] = UNREADABLE[n // 10 % len(UNREADABLE)]
        later = [BEGUN + timedelta(minutes=7 * n, hours=hours) if n % 3 == 0 else None for hours in (1, 26)]
        state = "已解决" if n % 3 == 0 else "处理中"
        sheet.append([f"A{n:05}", f"客户{n % 300}", "电话", "高", f"=故障 {n}", begun, *later, state])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue(), bad


def bring(client, content: bytes, name: str = "台账.xlsx") -> Upload:
    """The upload, as the page made it."""
    file = io.BytesIO(content)
    file.name = name
    answer = client.post("/sheets/", {"file": file})
    assert answer.status_code == 302, answer.content.decode()
    return Upload.objects.latest("pk")


def paste(client, rows: str) -> Upload:
    assert client.post("/sheets/", {"text": rows}).status_code == 302
    return Upload.objects.latest("pk")


def come_in(client, upload, source="old"):
    """Begun on the page, done by the worker."""
    assert client.post(f"/sheets/{upload.pk}/begin/", {"source": source}).status_code == 302
    while job := jobs.claim(JOBS):
        jobs.run(job, JOBS)
    upload.refresh_from_db()
    return upload


def sheet(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content)).active


def lines(content: bytes) -> list[list[str]]:
    """The rows of a CSV."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def rows(content: bytes) -> list[dict[str, str]]:
    """The same by heading."""
    head, *rest = lines(content)
    return [dict(zip(head, row, strict=True)) for row in rest]

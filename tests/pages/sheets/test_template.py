"""The template of a kind of service, filled in and brought."""

import io

import openpyxl
import pytest

from jishi.directory.models import Category, FieldDef
from jishi.tickets.models import Ticket
from tests.pages.sheets.workbooks import BEGUN, bring, come_in


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_template_of_a_kind_is_understood_without_a_mapping(manager, house, language):
    FieldDef.objects.create(code="alarm", name="报警代码", name_en="Alarm", service_type=house.types["repair"])
    Category.objects.create(name="=漏水")
    manager.cookies["language"] = language
    address = f"/sheets/form/?type={house.types['repair'].pk}"
    book = openpyxl.load_workbook(io.BytesIO(b"".join(manager.get(address).streaming_content)))
    sheet, hidden = book.worksheets
    assert hidden.sheet_state == "hidden" and not [c for row in hidden.iter_rows() for c in row if c.data_type == "f"]
    names = [cell.value for cell in sheet[1]]
    received, alarm = ("报修时间", "报警代码") if language == "zh-hans" else ("Received at", "Alarm")
    filled = {received: BEGUN, alarm: "AL-7"}
    sheet.append([filled.get(name) for name in names])
    content = io.BytesIO()
    book.save(content)
    upload = come_in(manager, bring(manager, content.getvalue()))
    assert (upload.rows, upload.added, Ticket.objects.get().extra) == (1, 1, {"alarm": "AL-7"})

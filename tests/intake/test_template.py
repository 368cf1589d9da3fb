import openpyxl
import pytest

from jishi.intake import template
from jishi.intake.history import read

languages = pytest.mark.parametrize("language", ["zh-hans", "en"])


@languages
def test_what_is_filled_into_our_own_template_is_understood_to_the_last_column(tmp_path, language):
    template.write(tmp_path / "template.xlsx", language)
    book = openpyxl.load_workbook(tmp_path / "template.xlsx")
    fields = list(template.headings(language))
    moments = {
        name: f"2026-11-23 {9 + n:02}:00" for n, name in enumerate(["received", "assigned", "contacted", "arrived"])
    }
    rest = dict.fromkeys(("resolved", "closed", "called_back", "visit", "agreed", "recorded"), "2026-11-24 10:00")
    texts = {"id": "A1", "score": 5, "complaint": "否", "priority": template.choices("priority", language)[0]}
    row = {**dict.fromkeys(fields, "x"), **moments, **rest, **texts}
    book.active.append([row[name] for name in fields])
    book.save(tmp_path / "filled.xlsx")
    told = read(tmp_path / "filled.xlsx")
    assert {taken.taken_for: taken.column for taken in told.columns} == template.headings(language)
    assert told.unused == []
    assert told.tickets[0].fields["priority"] == "P0"
    assert told.errors == []


@languages
@pytest.mark.parametrize("field", template.CHOICES)
def test_what_the_template_offers_to_choose_has_a_code(field, language):
    from jishi.intake.values.words import code_of

    offered = template.choices(field, language)
    assert offered and all(code_of(field, word) for word in offered)


@languages
def test_an_empty_template_is_refused_for_having_no_rows(tmp_path, language):
    from jishi.core.refused import Refused

    template.write(tmp_path / "template.xlsx", language)
    with pytest.raises(Refused, match="no-rows"):
        read(tmp_path / "template.xlsx")

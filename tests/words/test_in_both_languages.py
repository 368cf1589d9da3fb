"""What a company has named in two languages, and what ships, is said in the reader's."""

import pytest
from django.utils.translation import override

from jishi.directory.models import Access, ServiceType
from jishi.words.accesses import about
from jishi.words.taking import contract_level

KEYS = {
    ("company", ""): ("Company", "公司"),
    ("benchmark", "2"): ("Benchmark no. 2", "基准值（编号 2）"),
    ("role", "lead"): ("Team lead", "班组长"),
    ("page", "roles"): ("Roles and rights", "角色与权限"),
    ("list", "leave"): ("Leave", "请假"),
    ("ticket", "JS-2026-03-0007"): ("JS-2026-03-0007", "JS-2026-03-0007"),
}


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_type_is_called_in_the_readers_language_or_as_it_is(language):
    repair = ServiceType(name="维修", name_en="Repair")
    with override(language):
        assert str(repair) == ("Repair" if language == "en" else "维修")
        assert str(ServiceType(name="巡检")) == "巡检"


@pytest.mark.parametrize(("of", "key"), KEYS)
def test_an_entry_of_the_log_says_what_it_is_about(of, key):
    for language, said in zip(("en", "zh-hans"), KEYS[of, key], strict=True):
        with override(language):
            assert about(Access(of=of, key=key)) == said


def test_a_level_that_ships_is_translated_and_an_own_one_is_not():
    with override("zh-hans"):
        assert contract_level("gold") == "金牌" and contract_level("五星") == "五星"
    with override("en"):
        assert contract_level("gold") == "Gold"

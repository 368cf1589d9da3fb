"""The set-up is signed for under a number; what was signed stays, and the next record knows what is different."""

import pytest
from django.utils.translation import override

from jishi.clocks import signing_up
from jishi.clocks.models import SetUp
from jishi.clocks.standing import SECTIONS, lacks, standing
from jishi.core.refused import Refused
from jishi.directory import benchmarks
from jishi.directory.company import name_it
from jishi.directory.kinds import keep_field, keep_type
from jishi.directory.models import FieldDef, ServiceType
from jishi.directory.organising import keep
from jishi.tickets.receiving import receive

pytestmark = pytest.mark.django_db
MARK = {"value": "85", "source": "年报", "dated": "2026-01-31", "population": "全部工单"}


def test_the_record_holds_every_section_in_order_with_its_versions(house, at):
    facts = standing(at(1, "09:00"))
    assert tuple(facts) == SECTIONS
    assert facts["promises"]["matrix"]["number"] == 1 and facts["calendars"]["service"]["number"] == 1
    assert facts["teams"]["热线一组"] == {"department": "客服中心", "line": 1}
    assert facts["people"]["agent"] == {"n": 3}


def test_a_record_reads_the_same_in_whatever_language_it_is_signed(house, at):
    mend = ServiceType.objects.create(code="mend", name="检修", name_en="Overhaul")
    FieldDef.objects.create(service_type=mend, code="fault", name="故障代码", name_en="Fault code")
    signed = []
    for language in ("en", "zh-hans"):
        with override(language):
            signed.append(standing(at(1, "09:00"))["fields"])
    assert signed[0] == signed[1] and "检修 · 故障代码 (fault)" in signed[0]


def test_what_is_missing_is_named_and_goes_when_it_is_there(house, at):
    now = at(1, "09:00")
    assert {"company", "benchmarks", "roster"} <= set(lacks(standing(now), now))
    name_it(house.boss, "启衡装备")
    benchmarks.add(house.boss, "on_time", "share", MARK)
    assert not {"company", "benchmarks"} & set(lacks(standing(now), now))


def test_signed_ones_never_change_and_the_next_has_the_next_number(house, at):
    first = signing_up.sign(house.boss, house.boss, at(1, "09:00"))
    keep(house.boss, "team", {"name": "热线二组", "line": "1"})
    keep(house.boss, "team", {"name": "热线组", "line": "1"}, house.desk.pk)
    second = signing_up.sign(house.boss, house.lin, at(2, "09:00"), after=1)
    assert (first.number, second.number, signing_up.before(second)) == (1, 2, first)
    kept = SetUp.objects.get(number=1).facts
    assert "热线一组" in kept["teams"] and "热线二组" not in kept["teams"]
    told = {(change.what, change.was is None, change.now is None) for change in signing_up.changes(kept, second.facts)}
    assert told == {("热线二组", True, False), ("热线组", True, False), ("热线一组", False, True)}


@pytest.mark.both_databases
def test_two_who_have_seen_the_same_record_do_not_both_sign(house, at):
    signing_up.sign(house.boss, house.boss, at(1, "09:00"))
    signing_up.sign(house.boss, house.boss, at(1, "09:01"), after=1)
    for after, code in ((0, "signed-meanwhile"), (1, "signed-meanwhile"), (7, "no-such-row")):
        with pytest.raises(Refused, match=code):
            signing_up.sign(house.lin, house.lin, at(1, "09:02"), after=after)
    assert [row.number for row in SetUp.objects.all()] == [2, 1]


def test_two_of_a_name_there_are_not(house):
    with pytest.raises(Refused, match="name-taken"):
        keep(house.boss, "team", {"name": "热线一组", "line": "1"})
    for terms, code in (({"name": " "}, "field-missing"), ({"name": "x", "line": "9"}, "bad-value")):
        with pytest.raises(Refused, match=code):
            keep(house.boss, "team", terms)


def test_a_type_says_where_its_response_starts_and_ends_for_what_comes_from_now_on(house, told):
    before = receive(told(1, "09:00"), title="漏水", service_type=house.types["repair"])
    terms = {"name": "维修", "starts": "received", "ends": "arrived", "visits": "1"}
    kind = keep_type(house.boss, terms, house.types["repair"])
    after = receive(told(1, "09:05"), title="漏水", service_type=ServiceType.objects.get(pk=kind.pk))
    said = [ticket.events.get(kind="received").facts.get("response") for ticket in (before, after)]
    assert said == [None, ["received", "arrived"]]


@pytest.mark.parametrize("terms", [{"starts": "queued"}, {"starts": "contacted", "ends": "contacted"}])
def test_a_response_needs_an_end_that_is_not_its_start(house, terms):
    with pytest.raises(Refused, match="response-without-end"):
        keep_type(house.boss, {"name": "保养"} | terms)


def test_a_field_keeps_its_code_and_its_kind(house):
    terms = {"name": "故障灯", "code": "lamp", "kind": "list", "choices": "红\n黄\n\n红", "required": "1"}
    field = keep_field(house.boss, terms | {"service_type": str(house.types["repair"].pk)})
    assert FieldDef.objects.get(pk=field.pk).choices == ["红", "黄"]
    keep_field(house.boss, {"name": "警示灯", "code": "other", "kind": "text", "choices": "绿", "gone": "1"}, field)
    row = FieldDef.objects.get(pk=field.pk)
    assert (row.name, row.code, row.kind, row.choices, row.active) == ("警示灯", "lamp", "list", ["绿"], False)
    for wrong, code in (({"choices": " "}, "choices-missing"), ({"code": "Lamp!"}, "bad-value"), ({}, "code-taken")):
        with pytest.raises(Refused, match=code):
            keep_field(house.boss, terms | {"service_type": str(house.types["repair"].pk)} | wrong)


@pytest.mark.parametrize("without", ["source", "dated", "population"])
def test_a_benchmark_without_a_source_is_refused(house, without):
    with pytest.raises(Refused, match="benchmark-without-source"):
        benchmarks.add(house.boss, "on_time", "share", MARK | {without: " "})


def test_a_share_is_said_in_percent(house):
    assert benchmarks.add(house.boss, "on_time", "share", MARK | {"value": "85 %"}).value == 0.85
    with pytest.raises(Refused, match="bad-value"):
        benchmarks.add(house.boss, "on_time", "share", MARK | {"value": "nan"})

"""The Chinese sheet that a team keeps by hand (R24), in the variants of DOMAIN §4.3: without a mapping."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from jishi.intake.history import read

HEAD = [
    "工单编号",
    "客户",
    "联系电话",
    "渠道",
    "请求类型",
    "问题描述",
    "部门",
    "负责人",
    "优先级",
    "开始时间",
    "状态",
    "结束时间",
    "备注/异常",
]
CHEN = ["SH001", "陈*", 13800001111.0, "电话", "维修", "锅炉不点火", "技术支持", "王*", "紧急"]
LI = ["SH002", "李*", "'13900002222", "在线", "咨询", "怎么开票", "客服", "孙*", "一般"]
SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).timestamp())


def both(start, end, start2="2026/11/24 14:00", end2=None):
    return [*CHEN, start, "已完成", end, ""], [*LI, start2, "处理中", end2, "客户要求改期"]


def is_understood(told):
    chen, li = told.tickets
    assert (chen.id, li.id) == ("SH001", "SH002")
    assert {event.kind: event.at for event in chen.events} == {
        "received": at("2026-11-23 09:05"),
        "resolved": at("2026-11-23 12:30"),
        "closed": at("2026-11-23 12:30"),
    }
    assert {event.kind: event.at for event in li.events} == {"received": at("2026-11-24 14:00")}
    said = ("customer", "contact", "channel", "category", "department", "owner", "priority", "status")
    assert [chen.fields[name] for name in said] == [
        "陈*",
        "13800001111",
        "phone",
        "维修",
        "技术支持",
        "王*",
        "P0",
        "resolved",
    ]
    assert [li.fields[name] for name in said] == ["李*", "13900002222", "chat", "咨询", "客服", "孙*", "P2", "open"]
    assert li.fields["remark"] == "客户要求改期"
    assert told.errors == []
    assert told.mapping.zone_assumed


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026年11月23日 9:05", "2026年11月23日 12:30"),
        ("２０２６年１１月２３日　９：０５", "２０２６/１１/２３　１２：３０"),
        ("2026/11/23 9:05", "2026/11/23 12:30"),
        ("2026.11.23 上午9:05", "2026.11.23 下午12:30"),
        (datetime.fromisoformat("2026-11-23 09:05"), datetime.fromisoformat("2026-11-23 12:30")),
        (46349 + (9 * 60 + 5) / 1440, 46349 + (12 * 60 + 30) / 1440),
        ("'2026-11-23 09:05", "2026-11-23T12:30:00+08:00"),
    ],
    ids=["年月日", "full-width", "slashes", "上午下午", "dates", "serials", "apostrophe"],
)
def test_moments_may_be_written_in_any_of_the_usual_ways(sheet_file, start, end):
    is_understood(read(sheet_file(HEAD, *both(start, end))))


def test_a_title_and_a_unit_line_may_stand_above(sheet_file):
    title = ["2026年11月售后服务响应时间记录表"] + [None] * 12
    told = read(
        sheet_file(
            title,
            ["填表部门：售后服务部", None, None, "填表人：张*"],
            HEAD,
            *both("2026年11月23日 9:05", "2026年11月23日 12:30"),
            merged=["A1:M1"],
        )
    )
    is_understood(told)
    assert told.mapping.header_row == 3
    assert [ticket.row for ticket in told.tickets] == [4, 5]
    assert next(note.facts["count"] for note in told.notes if note.code == "rows-above-heading") == 2


def test_the_heading_may_fill_two_rows_with_merged_cells(sheet_file):
    upper = [*HEAD[:9], "时间记录", "时间记录", "时间记录", HEAD[12]]
    upper[10:12] = [None, None]
    lower = [None] * 9 + ["开始时间", "状态", "结束时间", None]
    merged = ["J1:L1", *[f"{letter}1:{letter}2" for letter in "ABCDEFGHIM"]]
    rows = both("2026年11月23日 9:05", "2026年11月23日 12:30")
    is_understood(read(sheet_file(upper, lower, *rows, merged=merged)))
    is_understood(read(sheet_file(upper, lower, *rows)))


def test_totals_blank_rows_and_prepared_numbers_are_no_tickets(sheet_file):
    first, second = both("2026年11月23日 9:05", "2026年11月23日 12:30")
    told = read(
        sheet_file(
            HEAD, first, [None] * 13, second, ["SH003"], ["合计", None, None, 2, None, 7], ["备注：以上为11月数据"]
        )
    )
    is_understood(told)
    left_out = {note.code: note.facts["rows"] for note in told.notes if note.code.startswith("rows-")}
    assert left_out == {"rows-total": [6], "rows-one-text": [5, 7]}


def test_a_heading_repeated_on_every_page_is_no_ticket(sheet_file):
    first, second = both("2026年11月23日 9:05", "2026年11月23日 12:30")
    is_understood(read(sheet_file(HEAD, first, HEAD, second)))


def test_merged_cells_among_the_rows_show_the_same_for_all(sheet_file):
    first, second = both("2026年11月23日 9:05", "2026年11月23日 12:30")
    second[6] = None
    told = read(sheet_file(HEAD, first, second, merged=["G2:G3"]))
    assert [ticket.fields["department"] for ticket in told.tickets] == ["技术支持", "技术支持"]


@pytest.mark.parametrize("length", ["3小时25分", "3:25:00", "0天3小时25分钟", timedelta(hours=3, minutes=25)])
def test_a_duration_may_stand_instead_of_the_end(sheet_file, length):
    head = [*HEAD[:11], "处理时长", HEAD[12]]
    told = read(sheet_file(head, *both("2026年11月23日 9:05", length), formats=[("L2", "[h]:mm")]))
    assert [event.at for event in told.tickets[0].events if event.kind == "resolved"] == [at("2026-11-23 12:30")]
    assert [event.kind for event in told.tickets[1].events] == ["received"]


def test_durations_may_pass_a_day(sheet_file):
    head = [*HEAD[:11], "处理时长", HEAD[12]]
    told = read(sheet_file(head, *both("2026年11月23日 9:05", "1天2小时3分")))
    assert told.tickets[0].events[-1].at - told.tickets[0].events[0].at == 93_780


@pytest.mark.parametrize(("start", "end"), [("9:05", "12:30"), (time(9, 5), time(12, 30)), ("９：０５", "下午12:30")])
def test_the_day_may_stand_in_a_column_of_its_own(sheet_file, start, end):
    head = [HEAD[0], "日期", *HEAD[1:]]
    first, second = both(start, end, start2="14:00")
    told = read(sheet_file(head, [first[0], "2026年11月23日", *first[1:]], [second[0], "2026年11月24日", *second[1:]]))
    is_understood(told)


def test_a_time_of_day_before_the_start_is_after_midnight(sheet_file):
    told = read(sheet_file(["编号", "日期", "开始时间", "结束时间"], ["1", "2026/11/23", "23:30", "0:40"]))
    assert told.tickets[0].events[-1].at - told.tickets[0].events[0].at == 70 * 60


def test_a_workbook_may_count_its_days_from_1904(sheet_file, repacked):
    path = sheet_file(["编号", "开始时间"], ["1", 44887.5])
    import zipfile

    book = zipfile.ZipFile(path).read("xl/workbook.xml").decode()
    book = book.replace("<workbookPr ", '<workbookPr date1904="1" ').replace(
        "<workbookPr/>", '<workbookPr date1904="1"/>'
    )
    assert read(repacked(path, {"xl/workbook.xml": book})).tickets[0].events[0].at == at("2026-11-23 12:00")


def test_the_fullest_sheet_is_read_unless_another_is_named(sheet_file, tmp_path):
    import openpyxl

    from jishi.core.refused import Refused
    from jishi.intake.mapping import Mapping

    book = openpyxl.load_workbook(sheet_file(["说明"], ["请按列填写"]))
    big, small = book.create_sheet("十一月"), book.create_sheet("十二月")
    for row in (HEAD, *both("2026年11月23日 9:05", "2026年11月23日 12:30")):
        big.append(row)
    for row in (["编号", "开始时间"], ["X", "2026/12/1 9:00"]):
        small.append(row)
    book.save(tmp_path / "book.xlsx")
    told = read(tmp_path / "book.xlsx")
    is_understood(told)
    assert told.mapping.sheet == "十一月"
    assert read(tmp_path / "book.xlsx", Mapping(sheet="十二月")).tickets[0].id == "X"
    with pytest.raises(Refused) as no:
        read(tmp_path / "book.xlsx", Mapping(sheet="一月"))
    assert no.value.facts["sheets"] == "Sheet, 十一月, 十二月"


def test_the_sheet_may_be_saved_as_csv_by_excel(csv_file):
    first, second = both("2026年11月23日 9:05", "2026年11月23日 12:30")
    rows = [[str(cell).removesuffix(".0") if cell is not None else "" for cell in row] for row in (first, second)]
    told = read(csv_file(",".join(HEAD), *map(",".join, rows), encoding="gb18030"))
    is_understood(told)

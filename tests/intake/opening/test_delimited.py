import pytest

from jishi.core.refused import Refused
from jishi.intake.history import read
from jishi.intake.mapping import Mapping

HEADING = ["工单编号", "受理时间", "完成时间", "备注"]
ROW = ["A1", "2026-11-23 9:05", "2026-11-23 10:05", "已修好"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|", "，"])
def test_the_delimiter_is_found(csv_file, sign):
    told = read(csv_file(sign.join(HEADING), *[sign.join(ROW)] * 3))
    assert told.mapping.delimiter == sign
    assert told.tickets[0].fields["remark"] == "已修好"


def test_commas_inside_quotation_marks_do_not_count(csv_file):
    told = read(csv_file("id;created;note", '1;2026-11-23 9:05;"a, b, c, ""d"""', "2;2026-11-23 9:05;x"))
    assert told.mapping.delimiter == ";"
    assert told.tickets[0].fields["remark"] == 'a, b, c, "d"'


def test_excels_own_first_line_names_the_delimiter(csv_file):
    told = read(csv_file("sep=;", "id;created", "1;2026-11-23 9:05"))
    assert [ticket.id for ticket in told.tickets] == ["1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_chinese_is_read_in_the_usual_encodings(csv_file, encoding):
    told = read(csv_file(",".join(HEADING), ",".join(ROW), encoding=encoding))
    assert told.tickets[0].fields["remark"] == "已修好"
    assert told.file["encoding"].startswith(encoding[:2])


def test_utf_8_is_never_mistaken_for_gb18030(csv_file):
    assert read(csv_file("工单编号,创建时间", "宸ュ崟,2026-11-23 9:05")).file["encoding"] == "utf-8"


@pytest.mark.parametrize(
    ("text", "encoding"), [("José García, Straße, Ångström", "cp1252"), ("修理工單，感謝您的來電", "big5")]
)
def test_an_encoding_that_is_none_of_ours_is_refused_with_its_place(csv_file, text, encoding):
    path = csv_file("id,created,note", f"1,2026-11-23 9:05,{text}", encoding=encoding)
    with pytest.raises(Refused) as no:
        read(path)
    assert (no.value.code, no.value.facts["line"]) == ("encoding-unclear", 2)
    assert no.value.facts["bytes"]
    assert read(path, Mapping(encoding=encoding)).tickets[0].id == "1"


def test_the_wrong_encoding_in_a_mapping_is_refused_with_line_and_bytes(csv_file):
    path = csv_file(",".join(HEADING), ",".join(ROW), encoding="gb18030")
    with pytest.raises(Refused) as no:
        read(path, Mapping(encoding="utf-8"))
    assert (no.value.code, no.value.facts["line"], no.value.facts["encoding"]) == ("wrong-encoding", 1, "utf-8")
    assert no.value.facts["bytes"].startswith("b9")  # 工


def test_an_encoding_nobody_knows_is_refused(csv_file):
    with pytest.raises(Refused, match="no-such-encoding"):
        read(csv_file("id,created", "1,2026-11-23"), Mapping(encoding="utf-99"))


def test_rows_wider_than_the_heading_lose_only_what_has_no_name(csv_file):
    told = read(csv_file("Issue key,Created,Comment", "A-1,14/Jul/25 3:42 PM,x,y,z", "A-2,14/Jul/25 3:43 PM"))
    assert [ticket.id for ticket in told.tickets] == ["A-1", "A-2"]
    assert told.errors == []


def test_a_column_name_that_occurs_twice_is_two_columns(csv_file):
    told = read(csv_file("Issue key,Created,Labels,Labels", "A-1,2026-07-14,red,blue"))
    assert told.unused == ["Labels", "Labels #2"]


def test_an_open_quotation_mark_is_refused_with_its_line(csv_file):
    lines = [f"{n},2026-11-23 9:05,ok" for n in range(100)]
    with pytest.raises(Refused) as no:
        read(csv_file("id,created,note", '0,2026-11-23 9:05,"never closed', *lines * 4000))
    assert no.value.code == "unclosed-quote"


def test_a_line_without_end_is_refused(csv_file):
    with pytest.raises(Refused, match="line-too-long"):
        read(csv_file("id,created", "x" * (17 << 20)))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b"\n\n  \n", "empty-file"),
        (b"id,created\n", "no-rows"),
        (b"\x00\x01\x02\x03binary,\x00", "not-a-table"),
        (b"%PDF-1.7 ...", "not-a-table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old-excel"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "web-page"),
    ],
)
def test_what_is_no_table_is_refused_by_what_it_is(tmp_path, content, code):
    (tmp_path / "export.csv").write_bytes(content)
    with pytest.raises(Refused) as no:
        read(tmp_path / "export.csv")
    assert (no.value.code, no.value.facts["file"]) == (code, "export.csv")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused, match="no-such-file"):
        read(tmp_path / "nothing.csv")

"""The summary fits its terminal in both languages."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from jishi.reports import summary


def printed(diagnosis, lang, width=100):
    file = io.StringIO()
    summary.show(diagnosis, lang, Console(file=file, width=width, force_terminal=False))
    return file.getvalue().splitlines()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 100, 140])
def test_no_line_is_wider_than_the_terminal(diagnosis, lang, width):
    assert [line for line in printed(diagnosis, lang, width) if cell_len(line.rstrip()) > width] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("file", ["diagnosis", "untargeted", "unfinished", "untimed", "hostile", "crowded"])
def test_a_poor_file_is_summed_up_too(request, lang, file):
    text = "\n".join(printed(request.getfixturevalue(file), lang))
    assert "1,289" in text
    assert "None" not in text


def test_a_name_cannot_steer_the_terminal(hostile):
    text = "\n".join(printed(hostile, "en"))
    assert not set(text) & {"\x1b", "\u202e"}
    assert "[red]" in text


def test_a_figure_is_never_parted_from_its_unit():
    lines = summary.wrapped("n\u00a012 of 82.4\u00a0%，最长 3\u00a0天。" * 8, 30).split("\n")
    assert len(lines) > 5
    assert not [line for line in lines if line.strip().startswith(("%", "，", "。", "天"))]


def test_chinese_columns_are_aligned(diagnosis):
    lines = [line for line in printed(diagnosis, "zh") if line.startswith(("华东", "华南"))]
    assert len({cell_len(line.split("90")[0].split("37")[0]) for line in lines}) == 1

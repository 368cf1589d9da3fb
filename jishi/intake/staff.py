"""A list of staff in a sheet, a person a row. What the words mean is found out by directory/enlisting.py."""

from collections.abc import Sequence
from pathlib import Path

from jishi.core.formulas import rearmed
from jishi.core.refused import Refused
from jishi.directory.enlisting import NEEDED, Row

from .cells.text import Cell, shown
from .grid import heading, rows_of

HEADINGS = {
    "number": ("工号", "员工编号", "员工号", "人员编号", "staff number", "staff no", "employee id", "employee number"),
    "name": ("姓名", "名字", "员工姓名", "name", "full name"),
    "role": ("角色", "岗位", "role"),
    "department": ("部门", "所属部门", "department"),
    "team": ("班组", "小组", "团队", "所属班组", "team", "group"),
    "point": ("网点", "服务网点", "service point"),
    "supplier": ("供应商", "服务商", "supplier"),
    "mail": ("邮箱", "邮件", "电子邮箱", "mail", "e-mail", "email"),
}
COLUMNS = {word: name for name, words in HEADINGS.items() for word in words}


def read(path: Path) -> list[Row]:
    """The rows below the heading. Refused: "not-a-sheet", "no-staff-columns"."""
    rows = rows_of(path)
    head, places = heading(rows, _columns)
    if lacking := [name for name in NEEDED if name not in places.values()]:
        raise Refused("no-staff-columns", staff=lacking)
    return [found for n, row in enumerate(rows[head + 1 :], start=head + 2) if (found := _row(n, row, places)).said]


def _row(n: int, row: Sequence[Cell], places: dict[int, str]) -> Row:
    said = {name: rearmed(shown(row[place])).strip() for place, name in places.items() if place < len(row)}
    return Row(n, {name: text for name, text in said.items() if text})


def _columns(row: Sequence[Cell]) -> dict[int, str]:
    """Place -> what stands there, each once."""
    found: dict[int, str] = {}
    for place, cell in enumerate(row):
        name = COLUMNS.get(" ".join(shown(cell).split()).casefold(), "")
        if name and name not in found.values():
            found[place] = name
    return found

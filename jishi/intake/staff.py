"""A list of staff in a sheet, a person a row. What the words mean is found out by directory/enlisting.py."""

from pathlib import Path

from jishi.core.refused import Refused
from jishi.directory.enlisting import NEEDED
from jishi.directory.sheet_rows import Row

from .grid import said_rows

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
    """The rows below the heading. Refused: "not-a-sheet", "no-staff-columns", "list-too-long"."""
    there, rows = said_rows(path, COLUMNS)
    if lacking := [name for name in NEEDED if name not in there]:
        raise Refused("no-staff-columns", staff=lacking)
    return [Row(n, said) for n, said in rows]

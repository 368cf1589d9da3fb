"""Yes or no as people tick it: 是, √, TRUE, 1, ×."""

from jishi.intake.cells.text import Cell, plain

_YES = "yes y true t 1 1.0 是 有 对 真 √ ✓ ✔ ☑ ● 已"
_NO = "no n false f 0 0.0 否 无 没有 不 非 假 × ✗ ✘ ☐ ○ 未"
YES, NO = frozenset(_YES.split()), frozenset(_NO.split())


def flag(cell: Cell) -> bool | None:
    """True, False, or None when the cell says neither."""
    if isinstance(cell, bool):
        return cell
    text = plain(cell).lower()
    if text in YES:
        return True
    return False if text in NO else None

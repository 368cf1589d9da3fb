"""What became of a text, line by line."""

from difflib import SequenceMatcher


def difference(before: str, after: str) -> list[tuple[str, str]]:
    """(kind, line) in the order they are read; kind: kept, gone, come."""
    old, new = before.splitlines(), after.splitlines()
    told: list[tuple[str, str]] = []
    for what, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what == "equal":
            told += [("kept", line) for line in old[a:b]]
        else:
            told += [("gone", line) for line in old[a:b]] + [("come", line) for line in new[c:d]]
    return told

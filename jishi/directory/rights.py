"""What a role may do. The right to a verb bears the verb's name; `scope.py` says on which tickets."""

from .reach import ALL, DEPARTMENT, OWN, SUPPLIER, TEAM

TAKE = ["receive", "acknowledge", "answer", "attempt", "contact", "chase", "visit", "change"]
WORK = ["assign", "start", "pause", "resume", "escalate", "reprioritise", "diagnose", "resolve", "confirm", "reopen"]
VISIT = ["visit", "reschedule", "dispatch", "arrive", "leave", "attempt", "contact", "start", "pause", "resume"]
LEAD = ["transfer", "cancel", "close", "merge", "correct", "accept", "return"]
SEE = ["board", "export", "unmask"]
SET_UP = ["publish", "people", "import", "erase"]

EVERYTHING = ["*"]
RIGHTS = sorted({*TAKE, *WORK, *VISIT, *LEAD, *SEE, *SET_UP})

# Roles that ship, each with its rights and its reach; all editable.
ROLES: dict[str, tuple[str, list[str]]] = {
    "administrator": (ALL, EVERYTHING),
    "manager": (ALL, [*TAKE, *WORK, *LEAD, *SEE, "publish", "import"]),
    "lead": (DEPARTMENT, [*TAKE, *WORK, *VISIT, *LEAD, *SEE]),
    "agent": (TEAM, [*TAKE, *WORK, "close", "unmask"]),
    "second_line": (TEAM, [*WORK, "accept", "return", "attempt", "contact", "unmask"]),
    "engineer": (OWN, [*VISIT, "diagnose", "resolve", "confirm"]),
    "callback": (ALL, ["attempt", "contact", "reopen", "unmask"]),
    "monitor": (ALL, ["board", "export"]),
    "shopper": (OWN, ["receive"]),
    "contact": (DEPARTMENT, ["board"]),
    "supplier": (SUPPLIER, [*VISIT, "diagnose", "resolve"]),
    "reader": (ALL, ["board"]),
}

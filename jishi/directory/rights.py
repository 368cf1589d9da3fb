"""What a role may do. The right to a verb bears the verb's name; `scope.py` says on which tickets."""

from .reach import ALL, DEPARTMENT, OWN, SUPPLIER, TEAM

TAKE = ["receive", "find", "acknowledge", "answer", "attempt", "contact", "chase", "visit", "change"]
WORK = [
    "note", "claim", "assign", "start", "pause", "resume", "escalate", "reprioritise", "diagnose", "resolve",
    "confirm", "reopen", "link", "coordinate", "goodwill",
]  # fmt: skip
VISIT = ["visit", "reschedule", "dispatch", "arrive", "leave", "attempt", "contact", "start", "pause", "resume"]
LEAD = [
    "replies", "transfer", "cancel", "close", "merge", "correct", "accept", "return", "agree", "roster", "offers",
    "records", "sign", "customers",
]  # fmt: skip
KNOW = ["write", "issue", "studies"]
SEE = ["board", "promises", "export", "unmask", "audit"]
SET_UP = ["publish", "import", "lists", "people", "roles", "erase", "set_up"]
GROUPS = {"take": TAKE, "work": WORK, "visits": VISIT, "lead": LEAD, "know": KNOW, "see": SEE, "set_up": SET_UP}

EVERYTHING = ["*"]
RIGHTS = sorted({*TAKE, *WORK, *VISIT, *LEAD, *KNOW, *SEE, *SET_UP})

# Roles that ship, each with its rights and its reach; all editable.
ROLES: dict[str, tuple[str, list[str]]] = {
    "administrator": (ALL, EVERYTHING),
    "manager": (ALL, [*TAKE, *WORK, *LEAD, *KNOW, *SEE, "publish", "import", "lists", "set_up"]),
    "lead": (DEPARTMENT, [*TAKE, *WORK, *VISIT, *LEAD, *KNOW, "board", "promises", "export", "unmask"]),
    "agent": (TEAM, [*TAKE, *WORK, "close", "write", "promises", "unmask"]),
    "second_line": (TEAM, [*WORK, "accept", "return", "attempt", "contact", "write", "promises", "unmask"]),
    "engineer": (OWN, [*VISIT, "goodwill", "note", "diagnose", "resolve", "confirm", "write", "promises", "unmask"]),
    "callback": (ALL, ["attempt", "contact", "note", "reopen", "goodwill", "promises", "unmask"]),
    "monitor": (ALL, ["studies", "records", "board", "promises", "export", "audit"]),
    "shopper": (OWN, ["receive"]),
    "contact": (DEPARTMENT, ["coordinate", "board", "promises"]),
    "supplier": (SUPPLIER, [*VISIT, "diagnose", "resolve", "unmask"]),
    "reader": (ALL, ["board", "promises"]),
}

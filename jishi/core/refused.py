"""The house says no."""


class Refused(Exception):
    """A rule forbids it. `code` names the rule, `facts` fill the sentence that `words.py` finds for it."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

"""The house says no."""


class Refused(Exception):
    """A rule forbids it. `code` names the rule, `facts` fill the sentence that `words` finds for it."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code}: {facts}" if facts else self.code

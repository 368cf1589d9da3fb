"""Numbers to be measured against, each with its source, date and population (C24)."""

from collections.abc import Mapping
from datetime import date

from jishi.core.refused import Refused

from .access import write
from .models import Benchmark, Person

DEMANDED = ("source", "dated", "population")


def add(by: Person, indicator: str, unit: str, terms: Mapping[str, str]) -> Benchmark:
    """Refused: "benchmark-without-source", "bad-value"."""
    told = {name: terms.get(name, "").strip()[:200] for name in DEMANDED}
    if not all(told.values()):
        raise Refused("benchmark-without-source", lacks=[name for name in DEMANDED if not told[name]])
    row = {"indicator": indicator, "unit": unit, "value": _number(terms.get("value", ""), unit)}
    made = Benchmark.objects.create(**row, **told | {"dated": _date(told["dated"])})
    write(by, "set-up", "benchmark", made.pk)
    return made


def remove(by: Person, benchmark: int) -> None:
    """What was signed with it keeps it. Refused: "no-such-row"."""
    if not Benchmark.objects.filter(pk=benchmark).delete()[0]:
        raise Refused("no-such-row")
    write(by, "set-up", "benchmark", benchmark)


def _number(text: str, unit: str) -> float:
    """A share as people write it: 85 is 85 %."""
    said = text.strip().rstrip("%％ ")
    try:
        value = float(said)
    except ValueError as bad:
        raise Refused("bad-value", field="value", value=text[:40]) from bad
    if not 0 <= value < 1e9 or (unit == "share" and value > 100):
        raise Refused("bad-value", field="value", value=text[:40])
    return value / 100 if unit == "share" else value


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as bad:
        raise Refused("bad-value", field="dated", value=text[:40]) from bad

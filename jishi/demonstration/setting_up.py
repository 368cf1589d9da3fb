"""How the company set up its desk: named, with benchmarks that have a source, and signed for once."""

from datetime import datetime, timedelta

from jishi.clocks.signing_up import sign
from jishi.directory import benchmarks
from jishi.directory.company import name_it
from jishi.directory.models import Person

from .lexicon import words

AGO = timedelta(days=45)


def sign_for_it(company: str, manager: str, now: datetime) -> None:
    chief = Person.objects.get(number=manager)
    name_it(chief, company)
    for told in words("benchmarks"):
        benchmarks.add(chief, told["indicator"], told["unit"], told)
    sign(chief, chief, now - AGO, "按年度复盘结论启用；基准值均注明来源。")

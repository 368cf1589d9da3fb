"""`python -m jishi.demonstration`: the company moves into the desk of the environment; says "done/all" as it goes."""

import os
import sys
from argparse import ArgumentParser
from datetime import datetime

import django
from django.core.management import call_command


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--tickets", type=int, required=True)
    parser.add_argument("--now", type=datetime.fromisoformat, required=True)
    wish = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jishi.settings")
    django.setup()
    from .assigning import assign
    from .bringing import bring
    from .company import company
    from .history import history
    from .lexicon import words
    from .load import load
    from .records import look_through
    from .setting_up import sign_for_it
    from .talk import talk

    call_command("migrate", verbosity=0)
    firm = company(seed=wish.seed, now=wish.now, tickets=wish.tickets)
    doors = load(firm, history(firm), wish.now, step)
    talk([person.number for person in doors.values()], wish.now, wish.seed)
    bring(firm, doors["manager"].number, wish.now)
    assign(wish.now, wish.seed)
    look_through(wish.seed, wish.now)
    sign_for_it(words("organisation")["name"], doors["manager"].number, wish.now)


def step(done: int, total: int) -> None:
    sys.stdout.write(f"{done}/{total}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

"""`jishi check`: does what is stored say what the journal says? Run nightly; fails when it does not."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from jishi.clocks.checking import check
from jishi.core.refused import Refused
from jishi.management.starting import demand
from jishi.words.refused import sentence

SHOWN = 50


class Command(BaseCommand):
    help = "Fold every ticket anew from its journal, read every clock anew, and report what is stored otherwise."

    def handle(self, **options: object) -> None:
        try:
            demand()
        except Refused as refused:
            raise CommandError(sentence(refused)) from refused
        tickets, differences = 0, []
        for compared, found in check(timezone.now()):
            tickets += compared
            differences += found
        for each in differences[:SHOWN]:
            self.stdout.write(f"{each.number} {each.where}.{each.column}: {each.stored} ≠ {each.told}")
        self.stdout.write(f"{tickets:,} tickets, {len(differences):,} differences")
        if differences:
            raise CommandError(f"{len(differences):,} differences")

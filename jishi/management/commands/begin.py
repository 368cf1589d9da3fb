"""`jishi begin`: an empty database made ready; `jishi serve` does the same when it finds one."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from jishi.core.refused import Refused
from jishi.management.beginning import NUMBER, begin
from jishi.words.refused import sentence


class Command(BaseCommand):
    help = "Make an empty database ready and print the link by which its first administrator comes in, valid for a day."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", default=NUMBER, help="of the first administrator")
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="where the desk is served")

    def handle(self, **options: str) -> None:
        try:
            token = begin(options["name"], timezone.now())
        except Refused as refused:
            raise CommandError(sentence(refused)) from refused
        with override(None):
            self.stdout.write(f"{NUMBER}  {options['address']}{reverse('link', args=[token])}")

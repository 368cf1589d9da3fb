"""A desk with a sheet about to come in, and what its journal says afterwards; run as a program by test_resuming.

python -m tests.intake.resuming_play begin FILE   |   python -m tests.intake.resuming_play tell
"""

import sys
from hashlib import sha256
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from jishi.clocks.models import Clock  # noqa: E402
from jishi.clocks.setting_up import set_up  # noqa: E402
from jishi.directory.people import hire  # noqa: E402
from jishi.intake import bringing_in, uploads  # noqa: E402
from jishi.intake.models import Upload  # noqa: E402
from jishi.tickets.models import Event, SearchGram, Ticket  # noqa: E402
from tests.cast import SUNDAY  # noqa: E402


def begin(file: str) -> None:
    call_command("migrate", verbosity=0)
    set_up(SUNDAY, SUNDAY)
    upload = uploads.bring(hire("9001", "主管", "manager"), Path(file).name, [Path(file).read_bytes()])
    bringing_in.begin(upload, "old", timezone.now())


def tell() -> None:
    """Counts, and one digest of every ticket, event, clock and pair of letters."""
    upload, told = Upload.objects.get(), sha256()
    for rows in (
        Ticket.objects.order_by("pk").values_list(
            "number", "external_id", "version", "status", "received_at", "due_at"
        ),
        Event.objects.order_by("ticket__number", "seq").values_list("ticket__number", "kind", "at", "digest"),
        Clock.objects.order_by("ticket__number", "name").values_list("ticket__number", "name", "due_at", "state"),
        SearchGram.objects.order_by("gram", "ticket__number").values_list("gram", "ticket__number"),
    ):
        for row in rows.iterator():
            told.update(repr(row).encode())
    print(upload.state, upload.added, upload.changed, Ticket.objects.count(), told.hexdigest())


if __name__ == "__main__":
    {"begin": begin, "tell": tell}[sys.argv[1]](*sys.argv[2:])

"""What runs when: the kinds of job with what does them, and the rounds. `jishi work` reads nothing else."""

from datetime import timedelta

from jishi.assigning.answering import lapse
from jishi.assigning.working import assign, try_again
from jishi.directory.throttle import forget as forget_tries
from jishi.intake import uploads
from jishi.intake.bringing_in import bring_in
from jishi.reports.listings import taking
from jishi.tickets.attaching import tidy
from jishi.tickets.erasing import wipe_at_last
from jishi.tickets.once import forget as forget_calls
from jishi.watch.alarming import alarm_clocks, alarm_matters
from jishi.watch.doubting import read_again
from jishi.watch.habits import count_minutes, remind, tell_leads
from jishi.watch.jobs import Work
from jishi.watch.rounds import Regular
from jishi.watch.warning import warn

JOBS: dict[str, Work] = {
    "assign": assign,
    "export": taking.export,
    "import": bring_in,
    "remind": tell_leads,
    "wipe": wipe_at_last,
}

ROUNDS = (
    Regular("lapse offers", timedelta(seconds=5), lapse),
    Regular("seek again for who waits", timedelta(minutes=1), try_again),
    Regular("warn before promises break", timedelta(seconds=15), warn),
    Regular("tell of broken promises", timedelta(seconds=15), alarm_clocks),
    Regular("tell of overdue matters", timedelta(minutes=1), alarm_matters),
    Regular("read records anew", timedelta(seconds=5), read_again),
    Regular("count round minutes", timedelta(hours=6), count_minutes),
    Regular("remind of unsigned records", timedelta(hours=1), remind),
    Regular("forget answered calls", timedelta(hours=1), forget_calls),
    Regular("tidy the files that wait", timedelta(hours=1), tidy),
    Regular("forget counted tries", timedelta(hours=1), forget_tries),
    Regular("clear away lists taken along", timedelta(hours=1), taking.clear_away),
    Regular("clear away sheets brought in", timedelta(hours=1), uploads.clear_away),
)

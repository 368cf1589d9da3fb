"""The first page of a report in sentences, true of its figures; what they stress is marked by `words.strong`."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jishi import words
from jishi.reports import picks
from jishi.words import count, duration, share
from jishi.words.text import sentences, strong

from .causes import cause_says, where_says


def verdict(diagnosis: dict) -> list[dict]:
    """What a manager should know after one minute: {"of": topic, "says": sentence}, most important first."""
    name = picks.main_clock(diagnosis["clocks"])
    if not name:
        return [{"of": "time", "says": _("No ticket could be timed: the file has no two moments of the same ticket.")}]
    clock = diagnosis["clocks"][name]
    told = [
        ("time", time_says(name, clock)),
        ("promise", promise_says(clock)),
        ("where", where_says(diagnosis, name)),
        ("cause", cause_says(diagnosis)),
        ("doubt", doubt_says(diagnosis)),
    ]
    return [{"of": of, "says": says} for of, says in told if says]


def time_says(name: str, clock: dict) -> str:
    ended, counted = clock["median_s"], clock["km"]["median_s"]
    if not clock["n"]:
        return ngettext(
            "Not one ticket is finished; the %(open)s that came in is still open.",
            "Not one ticket is finished; all %(open)s are still open.",
            clock["open"],
        ) % {"open": strong(count(clock["open"]))}
    facts = {
        "clock": words.clock(name),
        "n": count(clock["n"]),
        "open": count(clock["open"]),
        "ended": strong(duration(ended)),
        "counted": strong(duration(counted)),
        "p90": strong(duration(clock["p90_s"])),
    }
    if not clock["open"]:
        return _("%(clock)s: half within %(ended)s, nine in ten within %(p90)s. None is still open.") % facts
    if counted is None:
        return (
            _(
                "Looking only at the %(n)s finished tickets you would say %(ended)s; "
                "but %(open)s are still open, too many to tell how long half of all take."
            )
            % facts
        )
    if abs(counted - ended) < 0.05 * max(ended, 1):
        return (
            _(
                "%(clock)s: half within %(counted)s, nine in ten of the finished within %(p90)s. "
                "The %(open)s still open are counted in; they hardly change it."
            )
            % facts
        )
    return (
        _(
            "Looking only at the %(n)s finished tickets you would say %(ended)s; "
            "counting the %(open)s still open it is %(counted)s."
        )
        % facts
    )


def promise_says(clock: dict) -> str:
    within = clock["within"]
    facts = {
        "judged": count(picks.judged(clock)),
        "share": strong(share(within["share"])),
        "missed": count(within["missed"]),
        "none": count(within["no_target"]),
        "p90": strong(duration(clock["p90_s"])),
    }
    if within["share"] is None:
        if not clock["p90_s"]:
            return _("No target is named, so nothing can be called late.")
        return (
            _(
                "No target is named, so nothing can be called late. Nine in ten are done within %(p90)s: "
                "an honest first promise would not be shorter."
            )
            % facts
        )
    says = promise_kept(clock) % facts
    if within["no_target"]:
        says = sentences([says, _("%(none)s have no target: counted apart, never as in time.") % facts])
    return sentences([says, *label_says(clock)])


def promise_kept(clock: dict) -> str:
    if clock["within"]["by"] == "label":
        return _("The file itself calls %(share)s of %(judged)s tickets in time; without targets nobody can check it.")
    return _("%(share)s of the %(judged)s tickets with a verdict were in time, %(missed)s were late.")


def label_says(clock: dict) -> list[str]:
    """Where the file's own mark tells another story than its moments."""
    label, within = clock.get("label"), clock["within"]
    if not label or within["by"] == "label" or abs(label["share"] - within["share"]) < 0.005:
        return []
    return [_("The marks in the file would say %(share)s.") % {"share": strong(share(label["share"]))}]


def doubt_says(diagnosis: dict) -> str:
    finding = picks.doubt(diagnosis)
    if not finding:
        return _("The entries show no contradiction.")
    facts = {
        "finding": strong(words.finding(finding["finding"])),
        "n": strong(count(finding["count"])),
        "share": strong(share(finding.get("share"))),
        "expected": share(finding.get("expected")),
    }
    if finding.get("expected"):
        says = _("%(finding)s: %(share)s where chance would give %(expected)s.") % facts
    elif finding.get("share"):
        says = _("%(finding)s: %(n)s, %(share)s.") % facts
    else:
        says = _("%(finding)s: %(n)s.") % facts
    if picks.shake(finding) < diagnosis["tickets"] / 200:
        return sentences([_("Little to doubt. What remains:"), says])
    return sentences([says, words.remedy(finding["finding"])])

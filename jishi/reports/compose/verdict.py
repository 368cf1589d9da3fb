"""The first page of a report in sentences, true of its figures; what they stress is marked by `words.strong`."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jishi import words
from jishi.reports import picks
from jishi.words import count, duration, share
from jishi.words.text import sentences, strong


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
    says = _("%(share)s of the %(judged)s tickets with a verdict were in time, %(missed)s were late.") % facts
    if within["no_target"]:
        says = sentences([says, _("%(none)s have no target: counted apart, never as in time.") % facts])
    return says


def where_says(diagnosis: dict, name: str) -> str:
    whole = diagnosis["clocks"][name]
    says = []
    if found := picks.worst_group(diagnosis, name):
        of, value, clock, by = found
        part = _("%(of)s %(value)s") % {"of": words.dimension(of), "value": strong(words.value(value, of))}
        says.append(worst_says(part, clock, by, whole))
    if found := picks.worst_month(diagnosis, name):
        month, clock, by = found
        says.append(month_says(strong(month), clock, by))
    return sentences(says)


def worst_says(part: str, clock: dict, by: str, whole: dict) -> str:
    if by == "within":
        return _("%(part)s is in time least often: %(its)s of %(n)s, against %(all)s over all.") % {
            "part": part,
            "its": strong(share(clock["within"]["share"])),
            "n": count(picks.judged(clock)),
            "all": share(whole["within"]["share"]),
        }
    return _("%(part)s takes longest: half within %(its)s (n %(n)s), against %(all)s over all.") % {
        "part": part,
        "its": strong(duration(picks.typical(clock))),
        "n": count(picks.seen(clock)),
        "all": duration(picks.typical(whole)),
    }


def month_says(month: str, clock: dict, by: str) -> str:
    if by == "within":
        return _("The worst month was %(month)s: %(its)s of %(n)s in time.") % {
            "month": month,
            "its": strong(share(clock["within"]["share"])),
            "n": count(picks.judged(clock)),
        }
    return _("The slowest month was %(month)s: half within %(its)s.") % {
        "month": month,
        "its": strong(duration(picks.typical(clock))),
    }


def cause_says(diagnosis: dict) -> str:
    missed = diagnosis.get("pareto_missed")
    pareto = missed if missed and missed["rows"] else diagnosis.get("pareto")
    if not pareto or not pareto["rows"]:
        return ""
    vital, rows = picks.vital(pareto), pareto["rows"]
    facts = {
        "vital": strong(len(vital)),
        "all": count(len(rows)),
        "of": words.dimension(pareto["by"]),
        "share": strong(share(vital[-1]["cumulative"])) if vital else "",
        "names": words.listed([strong(words.value(row["value"], pareto["by"])) for row in vital[:3]]),
        "first": strong(share(rows[0]["share"])),
    }
    if len(vital) == len(rows) or len(vital) > 8:
        return even_says(pareto is missed) % facts
    if pareto is missed:
        says = _("%(vital)s of %(all)s values of “%(of)s” make %(share)s of the late tickets: first %(names)s.") % facts
        return sentences([says, *volume_says(vital, picks.vital(diagnosis.get("pareto")))])
    return _("%(vital)s of %(all)s values of “%(of)s” make %(share)s of all tickets: first %(names)s.") % facts


def volume_says(late: list[dict], all_: list[dict]) -> list[str]:
    if {row["value"] for row in late} != {row["value"] for row in all_}:
        return []
    return [_("The same bring most tickets: it is their number, not a weakness of their own.")]


def even_says(missed: bool) -> str:
    if missed:
        return _("No few causes explain the delays: “%(of)s” has %(all)s values, the first three (%(names)s) lead.")
    return _("No few causes bring the work: “%(of)s” has %(all)s values, the first three (%(names)s) lead.")


def doubt_says(diagnosis: dict) -> str:
    finding = picks.doubt(diagnosis)
    if not finding:
        return _("The entries show no contradiction.")
    facts = {
        "finding": strong(words.finding(finding["finding"])),
        "n": strong(count(finding["count"])),
        "all": count(diagnosis["tickets"]),
        "share": strong(share(finding.get("share"))),
        "expected": share(finding.get("expected")),
    }
    if finding.get("expected"):
        says = _("%(finding)s: %(share)s where chance would give %(expected)s.") % facts
    else:
        says = _("%(finding)s: %(n)s of %(all)s tickets.") % facts
    if picks.shake(finding) < diagnosis["tickets"] / 200:
        return sentences([_("Little to doubt. What remains:"), says])
    return sentences([says, words.remedy(finding["finding"])])

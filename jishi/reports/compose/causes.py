"""Who, when and what stands behind the figures, as far as a comparison can say."""

from django.utils.translation import gettext as _

from jishi import words
from jishi.reports import picks
from jishi.words import count, duration, share
from jishi.words.text import sentences, strong


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
    return _("The slowest month was %(month)s: half within %(its)s (n %(n)s).") % {
        "month": month,
        "n": count(picks.seen(clock)),
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
        "names": words.listed([strong(words.value(row["value"], pareto["by"])) for row in rows[: min(3, len(vital))]]),
        "three": strong(share(rows[:3][-1]["cumulative"])),
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
        return _(
            "No few causes explain the delays: the first three of %(all)s values of “%(of)s” make %(three)s: %(names)s."
        )
    return _("No few causes bring the work: the first three of %(all)s values of “%(of)s” make %(three)s: %(names)s.")

"""All findings, the gravest kind first."""

from jishi.facts import Facts

from .clocks import clock_findings
from .events import event_findings
from .finding import Finding
from .reading import reading_findings

ORDER = (
    *("row-error", "not-received", "missing-start", "reversed", "future-time", "label-without-target"),
    *("label-disagrees", "no-target", "missing-end", "closed-without-contact", "duplicate", "reopened-not-resolved"),
    *("entry-lag", "heaping", "date-only", "customer-masked", "zone-assumed", "score-scale-assumed"),
)


def survey(told, facts: Facts) -> list[Finding]:
    """`told`: what the door gave back, with `errors`, `notes` and `mapping` (jishi.intake.told)."""
    clocks = [finding for clock in facts.clock_names for finding in clock_findings(facts, clock)]
    findings = [*reading_findings(told, facts), *clocks, *event_findings(facts)]
    return sorted(findings, key=lambda finding: ORDER.index(finding.code) if finding.code in ORDER else len(ORDER))

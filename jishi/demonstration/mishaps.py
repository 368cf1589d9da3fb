"""What goes wrong, and what people later name as the reason."""

from .luck import Luck, Wheel
from .organisation import Plan
from .requests import Request

SHARES = {
    "repair": {
        "assignment_delay": 26,
        "parts_shortage": 14,
        "knowledge_gap": 15,
        "customer_data": 10,
        "third_party": 8,
        "other": 6,
    },
    "installation": {"assignment_delay": 24, "parts_shortage": 14, "customer_data": 20, "third_party": 20, "other": 20},
    "consultation": {"assignment_delay": 50, "knowledge_gap": 30, "no_authority": 12, "other": 4},
    "return": {"assignment_delay": 30, "no_authority": 40, "knowledge_gap": 10, "third_party": 20},
}
RATE = {"repair": 0.12, "installation": 0.1, "consultation": 0.09, "return": 0.16}
WHEELS = {code: Wheel(list(shares), list(shares.values())) for code, shares in SHARES.items()}
# When nothing in particular went wrong: what people put down for a broken promise.
NAMED = {
    "contact": Wheel(["assignment_delay", "customer_data", "other"], [76, 10, 14]),
    "arrival": Wheel(["assignment_delay", "third_party", "customer_data", "other"], [48, 16, 16, 20]),
    "resolution": Wheel(
        ["knowledge_gap", "no_authority", "customer_data", "third_party", "other"], [40, 14, 16, 10, 20]
    ),
}


FITS = {
    "contact": {"assignment_delay"},
    "arrival": {"assignment_delay", "customer_data", "third_party", "other"},
    "resolution": {"assignment_delay", "customer_data", "third_party", "other", "knowledge_gap", "no_authority"},
}


def mishap(luck: Luck, request: Request, department: str, plan: Plan) -> str:
    """A code, or nothing. Assignment by skill spares its department most of the delayed assignments."""
    kind = request.fault.service_type
    if not luck.chance(RATE[kind]):
        return ""
    drawn = WHEELS[kind].turn(luck)
    improved = department == plan.improved_department and request.at >= plan.improved_from
    if drawn == "assignment_delay" and improved and luck.chance(0.75):
        return ""
    if drawn == "third_party" and kind == "repair" and not request.device.site.point.supplier:
        return "other"
    return drawn


def reason(luck: Luck, told: str, waited: bool, broken: list[str]) -> str:
    """The reason given for broken promises: what went wrong if anything did, else what fits the worst of them."""
    worst = broken[-1]
    if worst == "resolution" and waited:
        return "parts_shortage"
    return told if told in FITS[worst] else NAMED[worst].turn(luck)

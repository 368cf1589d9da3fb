"""What a list was asked for, as its address says it, and the addresses that ask for something else."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from jishi.core.refused import Refused
from jishi.tickets.fold import CODES, LINKS
from jishi.tickets.paging import ORDERS
from jishi.tickets.queries import ALL, FILTERS

VIEWS = (*FILTERS, ALL)
FIELDS = frozenset([*LINKS, *CODES, "status", "source"])
COLUMNS = (
    "channel", "service_type", "category", "product", "department", "team", "owner", "supplier", "zone", "status",
    "received_at", "chases",
)  # fmt: skip
ORDER = {"paused": "oldest", "asked": "oldest", "all": "newest"}  # of a view, where not by time left
USUAL = ("channel", "service_type", "owner", "status")
KNOWN = frozenset(["view", "q", "order", "columns", "scale", "after", "before"])
LONGEST = 200  # characters of anything in an address


@dataclass(frozen=True)
class Asked:
    """A list: a view by name, words searched for, fields with their values, an order, columns, a page."""

    view: str = "unfinished"
    q: str = ""
    order: str = "due"
    fields: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] = USUAL
    common: bool = False
    after: str = ""
    before: str = ""

    def query(self, **other: object) -> str:
        """The address' query with these things asked otherwise, from the first page on."""
        asked = replace(self, **{"after": "", "before": ""} | other)
        said = {"view": asked.view, "q": asked.q, "order": asked.order, "scale": "common" if asked.common else ""}
        said |= {"after": asked.after, "before": asked.before} | asked.fields
        usual = Asked.usual(asked.q, asked.view)
        return "?" + urlencode({k: v for k, v in said.items() if v and v != getattr(usual, k, "")}, safe=",")

    @classmethod
    def usual(cls, q: str, view: str = "") -> "Asked":
        """What a list shows unless told otherwise: what is due next; whatever was found, the newest first."""
        usual = cls(view=ALL, q="") if q else cls()
        return replace(usual, order=ORDER.get(view or usual.view, "due"))

    def without(self, name: str) -> str:
        return self.query(fields={other: value for other, value in self.fields.items() if other != name})


def read(said: QueryDict, columns: str = "") -> Asked:
    """What the address asks for. Refuses names and values that do not exist ("unknown-filter", "unknown-order")."""
    if any(len(value) > LONGEST for value in said.values()):
        raise Refused("bad-value", field="", value=f"{LONGEST}+")
    q = said.get("q", "").strip()
    usual = Asked.usual(q, said.get("view", ""))
    asked = Asked(
        view=said.get("view") or usual.view,
        q=q,
        order=said.get("order") or usual.order,
        fields=_fields(said),
        columns=tuple(name for name in COLUMNS if name in columns.split(".")) if columns else USUAL,
        common=said.get("scale") == "common",
        after=said.get("after", ""),
        before=said.get("before", ""),
    )
    if asked.view not in VIEWS:
        raise Refused("unknown-filter", filter=asked.view)
    if asked.order not in ORDERS:
        raise Refused("unknown-order", order=asked.order)
    return asked


def _fields(said: QueryDict) -> dict[str, str]:
    fields = {name: ",".join(filter(None, said.getlist(name))) for name in said if name not in KNOWN}
    for name in fields:
        if name not in FIELDS and not name.startswith("own."):
            raise Refused("unknown-filter", filter=name)
    return {name: values for name, values in fields.items() if values}

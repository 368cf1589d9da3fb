"""What a list is narrowed by in its address, and that address written again."""

from collections.abc import Collection, Mapping
from urllib.parse import urlencode

from django.http import QueryDict

from jishi.core.refused import Refused

from .asked import LONGEST


def narrowed(said: QueryDict, known: Collection[str]) -> dict[str, str]:
    """Every known name with what is said of it. Refuses others ("unknown-filter") and endless words ("bad-value")."""
    if unknown := next((name for name in said if name not in known), ""):
        raise Refused("unknown-filter", filter=unknown[:40])
    asked = {name: said.get(name, "").strip() for name in sorted(known)}
    if long := next((name for name, value in asked.items() if len(value) > LONGEST), ""):
        raise Refused("bad-value", field=long, value=asked[long][:40])
    return asked


def address(asked: Mapping[str, str]) -> str:
    """As it stands behind the address of the list; what says nothing is left out."""
    return "?" + urlencode({name: value for name, value in asked.items() if value})

"""The word lists beside this file, read once."""

import json
from functools import cache
from pathlib import Path

from .organisation import Fault

DATA = Path(__file__).parent / "data"


@cache
def words(name: str) -> dict:
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


@cache
def faults() -> tuple[Fault, ...]:
    """Every sub-category; weights add up to those of the service types."""
    return tuple(
        Fault(**_frozen(sub), category=category["name"], service_type=code)
        for code, service in words("services").items()
        for category in service["categories"]
        for sub in _weighed(category["subs"], service)
    )


def service_types() -> dict[str, str]:
    return {code: service["name"] for code, service in words("services").items()}


def _weighed(subs: list[dict], service: dict) -> list[dict]:
    total = sum(sub["weight"] for category in service["categories"] for sub in category["subs"])
    return [{**sub, "weight": sub["weight"] / total * service["weight"]} for sub in subs]


def _frozen(sub: dict) -> dict:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in sub.items()}

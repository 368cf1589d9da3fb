"""The same call twice is one event and one answer."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone

from jishi.core.refused import Refused
from jishi.directory.models import Person

from .models import Call

KEPT = timedelta(days=2)


@transaction.atomic
def once(
    person: Person,
    endpoint: str,
    key: str,
    body: Mapping[str, Any],
    act: Callable[[], Any],
    now: datetime | None = None,
) -> Any:
    """The answer (JSON: ids and codes) of `act`, done at most once per key; its effect and its answer commit together.

    Refuses the same key with another body ("key-reused"). A refusal of `act` itself is not kept: it may be tried again.
    """
    now = now or timezone.now()
    named = {"person": person, "endpoint": endpoint, "key": key}
    Call.objects.filter(**named, expires_at__lte=now).delete()
    call, fresh = Call.objects.get_or_create(**named, defaults={"body_hash": _hash(body), "expires_at": now + KEPT})
    if not fresh:
        return _answered(call, body)
    call.answer = act()
    call.save(update_fields=["answer"])
    return call.answer


def forget(now: datetime) -> int:
    """Delete the calls that have expired; how many."""
    return Call.objects.filter(expires_at__lte=now).delete()[0]


def _answered(call: Call, body: Mapping[str, Any]) -> Any:
    if call.body_hash != _hash(body):
        raise Refused("key-reused", key=call.key)
    return call.answer


def _hash(body: Mapping[str, Any]) -> str:
    return sha256(json.dumps(body, sort_keys=True, default=str).encode()).hexdigest()

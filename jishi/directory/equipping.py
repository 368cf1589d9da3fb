"""What a person can do, and how much at once."""

from collections.abc import Iterable

from django.db import transaction

from jishi.core.refused import Refused

from .models import Category, Person, Product, ServiceType, Skill
from .models.skill import SKILL_KINDS

MOST = 500  # open tickets at once


@transaction.atomic
def equip(person: Person, capacity: int | None, skills: Iterable[tuple[str, str]]) -> None:
    """Instead of what was written down before. Refused: "bad-value"."""
    known, wanted = {(of, code) for of, code, _ in known_skills()}, set(skills)
    for of, code in wanted - known:
        raise Refused("bad-value", field="skill", value=f"{of} {code}"[:40])
    Person.objects.filter(pk=person.pk).update(capacity=capacity)
    Skill.objects.filter(person=person).delete()
    Skill.objects.bulk_create(Skill(person=person, of=of, code=code) for of, code in sorted(wanted))


def known_skills() -> list[tuple[str, str, str]]:
    """(kind, code, what people call it): active service types, categories at the top, kinds of product."""
    types = ServiceType.objects.filter(active=True)
    tops = Category.objects.filter(parent=None).order_by("pk")
    kinds = Product.objects.exclude(kind="").order_by("kind").values_list("kind", flat=True).distinct()
    found = {
        "service_type": [(each.code, str(each)) for each in types],
        "category": [(str(each.pk), each.name) for each in tops],
        "product": [(kind, kind) for kind in kinds],
    }
    return [(of, code, name) for of in SKILL_KINDS for code, name in found[of]]

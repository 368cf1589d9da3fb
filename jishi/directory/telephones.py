"""The numbers of a contact: kept as they are dialled, found by token however they are typed."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from jishi.core.telephone import Number, read

from .models import Contact, Telephone
from .pseudonyms import token

KIND = "phone"


def keep(contact: Contact, said: str) -> None:
    """Another number of `contact`, once; what is no number is left out. The first becomes the one to call."""
    index([contact], said)
    if said and not contact.phone:
        Contact.objects.filter(pk=contact.pk).update(phone=said[:32])


def index(contacts: Iterable[Contact], said: str = "") -> None:
    """Make the contacts findable: by the number they carry, or by `said`."""
    rows = [row(contact, said or _carried(contact)) for contact in contacts]
    Telephone.objects.bulk_create(filter(None, rows), batch_size=500, ignore_conflicts=True)


def row(contact: Contact, said: str) -> Telephone | None:
    number = read(said)
    if number is None:
        return None
    return Telephone(
        contact_id=contact.pk,
        said=said.strip()[:40],
        extension=number.extension,
        token=token_of(number),
        local=token(KIND, number.local),
    )


def token_of(number: Number) -> str:
    """What it is found by."""
    return token(KIND, number.digits)


def answering(number: Number) -> QuerySet[Contact]:
    """Who answers at `number`; with an extension, who sits there, if anybody is known to."""
    full, local = token_of(number), token(KIND, number.local)
    same = Q(token__in=[full, local])  # some are written down without their area code
    if number.local == number.digits:
        same |= Q(local=local)
    found = Telephone.objects.filter(same, contact__customer__erased_at=None)
    there = found.filter(extension=number.extension)
    numbers = there if number.extension and there.exists() else found
    return Contact.objects.filter(pk__in=numbers.values("contact_id")).select_related("customer").order_by("pk")


def _carried(contact: Contact) -> str:
    return f"{contact.phone}转{contact.extension}" if contact.extension else contact.phone

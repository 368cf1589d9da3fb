"""Template tags of the frame. Whatever a page says of people, it says through one of these."""

from collections.abc import Iterable

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from jishi.directory.eyes import CLOSED, Eyes
from jishi.directory.models import Contact, Customer, Person, Site
from jishi.indicators.catalogue import INDICATORS
from jishi.tickets.models import Ticket

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of the sprite's icons, beside words that say the same."""
    return format_html(
        '<svg class="ico" aria-hidden="true"><use href="{}#{}"/></svg>', static("vendor/icons.svg"), name
    )


@register.filter
def may(person: Person | None, right: str) -> bool:
    """Whether the role of the reader grants a right."""
    return person is not None and person.may(right)


@register.filter
def indicator(name: str) -> str:
    """The title of an entry of the catalogue; its key in a record of the set-up carries a number behind it."""
    entry = INDICATORS.get(name.partition(" ")[0])
    return gettext(entry.title) if entry else name


@register.filter
def words_of(text: str) -> list[str]:
    return text.split()


@register.filter
def column(ticket: object, name: str) -> str:
    """The value of a list's column; a link says its name."""
    return str(getattr(ticket, name) or "")


@register.simple_tag(takes_context=True)
def subject(context: template.Context, ticket: Ticket) -> str:
    """What a ticket is about; without a title, its number."""
    return said(context, ticket, ticket.title) or ticket.number


@register.simple_tag(takes_context=True)
def said(context: template.Context, ticket: Ticket, words: object) -> str:
    """Free text that belongs to a ticket."""
    return _eyes(context).text(str(words or ""), [ticket.customer, ticket.contact], ticket.site)


@register.simple_tag(takes_context=True)
def spoken(context: template.Context, words: object, tickets: Iterable[Ticket] = ()) -> str:
    """Free text that speaks of several tickets."""
    people = [one for ticket in tickets for one in (ticket.customer, ticket.contact)]
    return _eyes(context).text(str(words or ""), people)


@register.simple_tag(takes_context=True)
def customer_name(context: template.Context, customer: Customer | None) -> str:
    return _eyes(context).customer(customer)


@register.simple_tag(takes_context=True)
def contact_name(context: template.Context, contact: Contact | None) -> str:
    return _eyes(context).name(contact.name) if contact else ""


@register.simple_tag(takes_context=True)
def telephone(context: template.Context, number: str) -> str:
    return _eyes(context).telephone(number)


@register.simple_tag(takes_context=True)
def place(context: template.Context, site: Site | None) -> str:
    return _eyes(context).place(site)


@register.simple_tag(takes_context=True)
def own_value(context: template.Context, ticket: Ticket, field: object, value: object) -> str:
    """A field of a type's own: masked whole where it is marked so, else as free text."""
    if getattr(field, "masked", False):
        return telephone(context, str(value))
    return said(context, ticket, value)


@register.simple_tag(takes_context=True)
def who(context: template.Context, person: Person | None) -> str:
    """One of the staff: by name, or by number for those outside (D8)."""
    return _eyes(context).staff(person)


def _eyes(context: template.Context) -> Eyes:
    """Shut where nobody said whose they are."""
    found = context.get("eyes")
    return found if isinstance(found, Eyes) else CLOSED

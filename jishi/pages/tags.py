"""Template tags of the frame."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of the sprite's icons, beside words that say the same."""
    return format_html(
        '<svg class="ico" aria-hidden="true"><use href="{}#{}"/></svg>', static("vendor/icons.svg"), name
    )


@register.filter
def words_of(text: str) -> list[str]:
    return text.split()


@register.filter
def column(ticket: object, name: str) -> str:
    """The value of a list's column; a link says its name."""
    return str(getattr(ticket, name) or "")

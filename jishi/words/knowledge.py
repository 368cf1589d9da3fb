"""Words of what we know: articles, their standing, whom they are for."""

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from jishi.core import markup

from . import named, plain

register = template.Library()

STANDINGS = {
    "draft": pgettext_lazy("article", "Draft"),
    "published": pgettext_lazy("article", "In force"),
    "retired": pgettext_lazy("article", "Retired"),
}
article_standing = register.filter("article_standing", named(STANDINGS))

AUDIENCES = {
    "inside": pgettext_lazy("audience", "internal only"),
    "suppliers": pgettext_lazy("audience", "suppliers can read"),
    "customers": pgettext_lazy("audience", "customers can read"),
}
audience = register.filter("audience", named(AUDIENCES))

VIEWS = {
    "in_force": pgettext_lazy("articles", "In force"),
    "mine": pgettext_lazy("articles", "Mine"),
    "doubted": pgettext_lazy("articles", "Did not help"),
    "stale": pgettext_lazy("articles", "To review"),
    "drafts": pgettext_lazy("articles", "Drafts"),
    "retired": pgettext_lazy("articles", "Retired"),
}
article_view = register.filter("article_view", named(VIEWS))

# of an article that begins as a solved ticket
PARTS = {
    "seen": gettext_lazy("What is seen"),
    "found": gettext_lazy("What it is"),
    "done": gettext_lazy("What to do"),
    "result": gettext_lazy("What comes of it"),
}


@register.filter
def article_number(pk: object) -> str:
    """What people say of an article: K-0012."""
    return f"K-{int(str(pk)):04}"


def body(parts: Mapping[str, str]) -> str:
    """The first words of an article: a heading for each part, and what is known of it."""
    told = ((PARTS[code], parts.get(code, "").strip()) for code in PARTS)
    return "\n\n".join(f"## {heading}\n{words or _('(still to be written)')}" for heading, words in told)


def first_line(text: str) -> str:
    """What of an article's text is shown in a list."""
    blocks = (block for block in markup.read(text) if block.kind != "heading")
    lines = ("".join(map(_shown, line)) for block in blocks for line in block.lines)
    return plain(" · ".join(line for line in lines if line))[:160]


def _shown(span: markup.Span) -> str:
    return article_number(span.text) if span.kind == "article" else span.text


register.filter("first_line", first_line)

SAYS_NO = {
    "too-long": (
        gettext_lazy("“%(field)s” is too long"),
        gettext_lazy("It may have %(most)s characters. Make two articles of it."),
    ),
    "edited-meanwhile": (
        gettext_lazy("Somebody else has saved %(number)s since you opened it"),
        gettext_lazy("Your words are still here. Open the article beside this page, and take over what you need."),
    ),
    "nothing-drafted": (
        gettext_lazy("There is no draft to publish"),
        gettext_lazy("Somebody may have published it just now. Load the article again."),
    ),
    "not-published": (
        gettext_lazy("%(number)s does not hold"),
        gettext_lazy("It is a draft, or was retired. Search for one that holds."),
    ),
    "not-solved": (
        gettext_lazy("%(number)s is not solved yet"),
        gettext_lazy("Write down what solved it when it is resolved; until then begin an empty article."),
    ),
    "not-retired": (
        gettext_lazy("%(number)s was not retired"),
        gettext_lazy("Load the article again to see how it stands."),
    ),
    "already-answered": (
        gettext_lazy("Somebody has answered this already"),
        gettext_lazy("Load the page again to read what was said."),
    ),
}

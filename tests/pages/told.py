"""What is read on a page."""

import re

from django.http import HttpResponse


def text(response: HttpResponse) -> str:
    """Its words without the markup, spaces joined."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())).replace("\xa0", " ")

"""Filters have one meaning in every template."""

from collections import Counter

from django.template.engine import Engine
from django.template.library import import_library


def libraries():
    return {name: import_library(name).filters for name in Engine.get_default().builtins}


def test_no_filter_hides_another():
    counted = Counter(name for filters in libraries().values() for name in filters)
    assert [name for name, times in counted.items() if times > 1] == []

"""Codes and quantities to words in the reader's language; also the filters of every template."""

from django import template

register = template.Library()

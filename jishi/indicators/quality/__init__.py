"""What is wrong with the records themselves, so that nobody believes a figure more than it deserves."""

from .finding import Finding
from .survey import survey

__all__ = ["Finding", "survey"]

from .offers import Offer, Turn, Waiting
from .rules import Rule

__all__ = ["Offer", "Rule", "Turn", "Waiting"]

"""Words as pairs of neighbouring characters, so that Chinese is found too, without a dictionary."""

import unicodedata
from itertools import pairwise


def grams(text: str) -> set[int]:
    """Every two neighbouring letters or digits of a word, each pair as one number; a single one stands alone."""
    words = "".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFKC", text).casefold()).split()
    pairs = {ord(a) << 21 | ord(b) for word in words for a, b in pairwise(word)}
    return pairs | {ord(word) << 21 for word in words if len(word) == 1}

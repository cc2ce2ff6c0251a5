"""Spellings that are one but for a slip of the hand."""

from __future__ import annotations

import unicodedata

from rapidfuzz.distance import OSA

_SWAPPED, _ONE, _TWO = 4, 6, 9
"""Letters that a word needs for two neighbours swapped, for one letter wrong, and for two.

Shorter words become others: Iran is no slip of Iraq, and Irani none of Iraqi.
"""


def folded(text: str) -> str:
    """A spelling without what hands leave out: capitals, dots, accents, the shape of an apostrophe."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace(".", ""))
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def slipped(one: str, other: str) -> bool:
    """Whether two folded spellings are the same, word by word, but for a letter or two in longer words."""
    words, others = one.split(), other.split()
    return len(words) == len(others) and all(map(_alike, words, others))


def _alike(one: str, other: str) -> bool:
    """A hand seldom slips at the first letter: `southern` is another word than `northern`."""
    if one == other:
        return True
    apart = OSA.distance(one, other, score_cutoff=2)
    if one[0] != other[0] or apart > 2:  # noqa: PLR2004 - letters
        return False
    if apart == 1 and sorted(one) == sorted(other):
        return len(one) >= _SWAPPED
    shorter, longer = sorted((len(one), len(other)))
    return longer >= _ONE if apart == 1 else shorter >= _TWO

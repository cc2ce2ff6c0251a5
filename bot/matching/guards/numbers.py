"""Numbers and dates: a figure, year, month or day of the week that the answer does not give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered

if TYPE_CHECKING:
    from bot.matching.normalise import Token

_COUNTING_OFF = frozenset("which what the these those both whose between".split())  # `the three sides` states no figure
_CALENDAR = frozenset(
    """
    january february april june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday
    """.split()
)
# `in march`, not `march on`
_DATING = frozenset(
    "in since until till by of from early late mid last next this".split()
)  # `in march`, not `march on`


def numbers(considered: Considered) -> Conflict | None:
    """A number or date in the question that the candidate has nowhere."""
    pairs = zip([None, *considered.read], considered.read, strict=False)
    strange = [
        token
        for before, token in pairs
        if (_figure(before, token) or _date(before, token)) and not considered.account.holds(token, considered.without)
    ]
    if not strange or not _counts(considered):
        return None
    words = tuple(token.surface for token in strange)
    return Conflict("numbers", words, f"the report does not give “{words[0]}” here", premise=True)


def _counts(considered: Considered) -> bool:
    """Whether the candidate gives any figure or date: what counts nothing is not contradicted by a house number."""
    texts = considered.account.texts
    return any(token.word.isdigit() or token.word in _CALENDAR for text in texts for token in text)


def _figure(before: Token | None, token: Token) -> bool:
    """A number that states something; `two` only pairs things off."""
    counts = token.word.isdigit() and token.surface.casefold() != "two"
    return counts and not (before is not None and before.word in _COUNTING_OFF)


def _date(before: Token | None, token: Token) -> bool:
    """A month or a day of the week; `may` and `march` only where a date would stand."""
    dated = before is not None and before.word in _DATING
    return token.word in _CALENDAR or (token.word in {"may", "march"} and dated)

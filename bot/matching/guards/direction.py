"""Opposites: a question about a fall where the answer is about a rise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered
from bot.matching.guards.opposites import OPPOSITES, poles
from bot.matching.guards.verbatim import changed, opposed, unsaid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

_FREQUENT = 2  # phrasings that must have the opposite: one alone may be chance
_MAJORITY = 4  # and how many for each one that has the question's own word: a curator may have asked both ways
_OWN = 3  # phrasings with the question's own word, from which on it is asked like that


def direction(considered: Considered) -> Conflict | None:
    """A word of the question whose opposite the candidate has, and which it hardly has itself.

    Or one that is new in the very words of a phrasing.
    """
    asked = {name for token in considered.read for name in poles(token)}
    for token in _taking_sides(considered.read):
        against = frozenset[str]().union(*(OPPOSITES.get(name, frozenset()) for name in poles(token)))
        if not against or against & asked:
            continue  # `rising or falling?` takes no side, `the foe of both partners` has both
        own, other = _count(considered, frozenset(poles(token))), _count(considered, against)
        if own < _OWN and other >= max(_FREQUENT, _MAJORITY * own):
            return _contrary(token)
    sides = frozenset(_taking_sides(considered.text))
    anew = changed(considered, lambda token: token in sides and opposed(token))
    return unsaid("direction", anew, premise=False) if anew else None


def _contrary(token: Token) -> Conflict:
    finding = f"the report says the opposite of “{token.surface}”"
    return Conflict("direction", (token.surface,), finding, premise=True)


def _taking_sides(read: Sequence[Token]) -> Iterator[Token]:
    """The words but those that state no direction: `how often`, `the year before`, `stay out`, `X's fall`."""
    for before, token, after in zip([None, *read], read, [*read[1:], None], strict=False):
        scale = before is not None and before.word == "how"
        alone = after is None and token.word in {"before", "after", "early", "late"}
        out = token.word == "stay" and after is not None and after.word in {"out", "away", "off", "clear"}
        owned = token.word == "fall" and before is not None and before.surface.endswith("'s")
        place = token.word == "end" and before is not None and before.word in {"receiving", "other", "far"}
        if not (scale or alone or out or owned or place):
            yield token


def _count(considered: Considered, names: frozenset[str]) -> int:
    """How many phrasings have the most frequent of some words or senses; the answer itself counts for two."""
    told = considered.told(directions)
    counts = (considered.seen(directions, (name,)) + _FREQUENT * ((name,) in told) for name in names)
    return max(counts, default=0)


def directions(read: Sequence[Token], _: Lexicon) -> Iterator[tuple[str]]:
    """The words that have an opposite, but for both sides of `stay or go?`."""
    names = {name for token in _taking_sides(read) for name in poles(token) if name in OPPOSITES}
    return ((name,) for name in names if not names & OPPOSITES[name])

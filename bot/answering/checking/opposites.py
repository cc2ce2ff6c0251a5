"""Words that can't both be said of one thing: opposites, and others of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.matching.guards.opposites import OPPOSITES
from bot.matching.words import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.matching.normalise import Token

# Beside those that a question is held to: a statement commits itself to more.
_PAIRS: Final = """
kill wound, attack protect, expel defend, suppress support, end decrease, stop decrease, stop continue, stop increase,
begin stop, stop rare, stop often, stop less, end less, end rare, rare repeat, rare usual, rare increase,
often decrease, same differ, common differ, criticise support,
alone together, allow demand, violate defend, junior lead, popular unpopular, few many, near far, prove doubt,
slow quick, young old, left right, lose win, import export
"""
_KINDS: Final = (
    CALENDAR | {"march"},
    frozenset("north south east west northeast northwest southeast southwest".split()),
    frozenset("second minut hour day week month year decad centuri".split()),
    frozenset("spring summer autumn winter".split()),
)


def _contrary() -> Mapping[str, frozenset[str]]:
    found = dict(OPPOSITES)
    for one, other in (pair.split() for pair in _PAIRS.replace("\n", " ").split(",")):
        found[one] = found.get(one, frozenset()) | {other}
        found[other] = found.get(other, frozenset()) | {one}
    return found


_CONTRARY: Final = _contrary()


def meant(token: Token) -> frozenset[str]:
    """A word as written, as a stem, and by its sense."""
    return frozenset({token.word, token.stem, token.sense or token.word})


def own(token: Token) -> frozenset[str]:
    """Those of these that have a contrary."""
    return meant(token) & _CONTRARY.keys()


def contrary(token: Token) -> frozenset[str]:
    """The words and senses that say the contrary."""
    return frozenset[str]().union(*(_CONTRARY[name] for name in own(token)))


def kind(token: Token) -> frozenset[str]:
    """The months and days, compass points, measures of time or seasons of which a word is one; none for others."""
    return next((kind for kind in _KINDS if kind & meant(token)), frozenset())

"""Negation: a question that denies what the answer affirms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered
from bot.matching.words import NEGATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.normalise import Token

_AUXILIARY = frozenset("do does did is are was were has have had can could will would should".split())
_COMMON = 0.1  # of the candidate's phrasings with a negation, from which on one more says nothing


def polarity(considered: Considered) -> Conflict | None:
    """A negation inside the question where no phrasing of the candidate has one."""
    negated = _negations(considered.read)
    others = [p for p in considered.account.phrasings if p is not considered.without]
    if not negated or sum(bool(_negations(phrasing)) for phrasing in others) >= _COMMON * len(others):
        return None
    if any(token.word in NEGATION for token in considered.account.statement):
        return None
    words = tuple(token.surface for token in negated)
    return Conflict("polarity", words, f"the question denies (“{words[0]}”) what the report affirms", premise=True)


def _negations(read: Sequence[Token]) -> list[Token]:
    """Negations that turn the meaning: not the polite `isn't it …`, nor a tag at the end (`…, or not?`)."""
    return [
        token
        for at, token in enumerate(read)
        if token.word in NEGATION
        and any(after.content for after in read[at + 1 :])
        and not (at <= 1 and read[0].word in _AUXILIARY)
    ]

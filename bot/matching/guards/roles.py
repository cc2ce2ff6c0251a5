"""Roles: who does it, and to whom. Word order carries it, and no bag of words sees it.

A name's part in an action is read off the words around it: before the verb it acts, after it or before a passive it is
acted on, `by` turns it round. A part that the candidate's phrasings only know the other way is a conflict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered
from bot.matching.guards.names import ACTORS, PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

    Part = tuple[str, str, bool]  # a name's root, the action's meaning, whether the name acts

_REACH = 4  # words between a name and its verb
_BE = frozenset("is are was were be been being get gets got getting".split())
_MUTUAL = frozenset("and or with between together jointly alongside both vs versus".split())
_WITNESSES = 2  # phrasings that must have the other part before it counts
_MAJORITY = 4  # and how many for each one that has the question's own


def roles(considered: Considered) -> Conflict | None:
    """A name in a part that the candidate's phrasings give it only the other way round."""
    known = [*(p for p in considered.account.phrasings if p is not considered.without), considered.account.statement]
    there = [frozenset(_parts(phrasing, considered.lexicon)) for phrasing in known]
    swapped = []
    for name, action, acts in dict.fromkeys(_parts(considered.read, considered.lexicon)):
        same = sum((name, action, acts) in parts for parts in there)
        other = sum((name, action, not acts) in parts for parts in there)
        if other >= max(_WITNESSES, _MAJORITY * same):
            swapped.append(name)
    if not swapped:
        return None
    names = tuple(considered.lexicon.terms[name].name for name in dict.fromkeys(swapped))
    return Conflict("roles", names, f"the question gives {' and '.join(names)} the other part in it", premise=True)


def _parts(read: Sequence[Token], lexicon: Lexicon) -> Iterator[Part]:
    for at, token in enumerate(read):
        if token.term and lexicon.terms[token.term].kind in ACTORS | PLACES:
            name = lexicon.roots[token.term]
            yield from ((name, action, True) for action in _after(read, at))
            yield from ((name, action, acts) for action, acts in _before(read, at))


def _after(read: Sequence[Token], at: int) -> Iterator[str]:
    """The action that follows a name with nothing passive or mutual between."""
    opened = at > 0 and read[at - 1].word in _BE
    for token in read[at + 1 : at + 1 + _REACH]:
        if token.term or token.word in _MUTUAL | _BE or opened:
            return
        if token.sense:
            if not _noun(token):
                yield token.meaning
            return


def _before(read: Sequence[Token], at: int) -> Iterator[tuple[str, bool]]:
    """The action that stands before a name: the name acts if `by` leads to it, else it is acted on."""
    by = False
    for token in reversed(read[max(0, at - _REACH) : at]):
        if token.term or token.word in _MUTUAL:
            return
        by = by or token.word == "by"
        if token.sense:
            if by or not _noun(token):
                yield token.meaning, by
            return


def _noun(token: Token) -> bool:
    """An action as a noun: `US targets` are aimed at, `US strikes` are flown, and the words don't tell which."""
    return token.word.endswith(("s", "ion", "ment", "er", "ing")) or token.word in {"target", "fire", "attack", "drop"}

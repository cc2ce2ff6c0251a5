"""Roles: who does it to whom. Word order carries it, and no bag of words sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered
from bot.matching.guards.names import ACTORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

_PASSIVE = frozenset({"by"})
_OPEN = frozenset(
    "and or with between together jointly alongside both vs versus get gets got getting receive receives received from for".split()
)
_WITNESSES = 2  # phrasings that must have the other order before it counts
_MAJORITY = 3  # and how many for each one that has the question's own order


def roles(considered: Considered) -> Conflict | None:
    """Two actors in an order that the candidate's phrasings have the other way round, around the same action."""
    known = [p for p in considered.account.phrasings if p is not considered.without]
    lexicon = considered.lexicon
    for agent, patient, actions in _orders(considered.read, lexicon):
        same = opposite = 0
        for phrasing in (*known, considered.account.statement):
            met = {(a, p) for a, p, does in _orders(phrasing, lexicon) if actions & does}
            same += (agent, patient) in met
            opposite += (patient, agent) in met
        if opposite >= max(_WITNESSES, _MAJORITY * same):
            names = (lexicon.terms[agent].name, lexicon.terms[patient].name)
            return Conflict("roles", names, f"{names[0]} and {names[1]} have each other's part in the question", premise=True)
    return None


def _orders(read: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Pairs of actors as (agent, patient, meanings of the actions); `by` turns the order, `with` and its like have none.

    An actor stands for the one in its name, so that Turkish forces do what Turkey does.
    """
    actors = [(at, lexicon.roots[t.term]) for at, t in enumerate(read) if t.term and _acts(t.term, lexicon)]
    actions = frozenset(token.meaning for token in read if token.content and token.term is None)
    for place, (first, left) in enumerate(actors):
        for second, right in actors[place + 1 :]:
            between = {token.word for token in read[first + 1 : second]}
            if actions and left != right and not between & _OPEN:
                yield (right, left, actions) if between & _PASSIVE else (left, right, actions)


def _acts(term: str, lexicon: Lexicon) -> bool:
    return lexicon.terms[term].kind in ACTORS

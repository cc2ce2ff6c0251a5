"""Roles: who does it to whom. Word order carries it, and no bag of words sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered
from bot.matching.guards.names import ACTORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.matching.normalise import Token
    from bot.model.entries import Term

_PASSIVE = frozenset({"by"})
_SYMMETRIC = frozenset("and or with between together jointly alongside both".split())
_WITNESSES = 2  # phrasings that must agree on the order before another order is a conflict


def roles(considered: Considered) -> Conflict | None:
    """Two actors in an order that the candidate's phrasings have only the other way round, around the same action."""
    known = [p for p in considered.account.phrasings if p is not considered.without]
    for agent, patient, actions in _orders(considered.read, considered.terms):
        same = opposite = 0
        for phrasing in (*known, considered.account.statement):
            for a, p, does in _orders(phrasing, considered.terms):
                if actions & does:
                    same += (a, p) == (agent, patient)
                    opposite += (a, p) == (patient, agent)
        if opposite >= _WITNESSES and not same:
            names = (considered.terms[agent].name, considered.terms[patient].name)
            return Conflict("roles", names, f"{names[0]} and {names[1]} have each other's part in the question", premise=True)
    return None


def _orders(read: Sequence[Token], terms: Mapping[str, Term]) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Neighbouring actors as (agent, patient, stems of the action between or after them); `by` turns the order."""
    actors = [at for at, t in enumerate(read) if t.term and terms.get(t.term) and terms[t.term].kind in ACTORS]
    for first, second in zip(actors, actors[1:], strict=False):
        between = read[first + 1 : second]
        actions = frozenset(token.stem for token in read if token.content and token.term is None)
        if not actions or read[first].term == read[second].term or any(t.word in _SYMMETRIC for t in between):
            continue
        pair = (str(read[first].term), str(read[second].term))
        agent, patient = reversed(pair) if any(token.word in _PASSIVE for token in between) else pair
        yield agent, patient, actions

"""Role swaps: who did it, and to whom, exchanged."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.matching.flips.clause import BE, WH, contrasts
from bot.matching.guards.names import ACTORS
from bot.matching.normalise import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.matching.flips.asked import Asked, Change, Word
    from bot.matching.flips.known import Known

# Senses of actions that one does to another; what two do together (fight, cooperate) is the same both ways round.
DIRECTED = frozenset(
    """
    attack airstrike kill wound damage invade occupy defeat retaliate surround expel chase defend threaten deter arrest
    support train supply pay control obey betray criticise demand order ban blame accuse sponsor provocation exploit
    operation violate praise recruit
    """.split()
)
_MUTUAL = frozenset("and or with between together jointly alongside both vs versus".split()) | WH | {"that", "because"}
_LOCATING = frozenset("in inside near within from across around throughout".split())
_COOPERATE = Token("cooperate", "cooperate", "cooper", sense="cooperate")  # who do so help each other
_REACH = 7


class Pair(NamedTuple):
    """Two actors of a phrasing and what the one does to the other."""

    doer: Word
    action: str
    done_to: Word


def role(asked: Asked, known: Known) -> Iterator[Change]:
    """Doer and done-to exchanged, where nothing in the pack says that it is so the other way round too."""
    for pair in () if contrasts(asked) else _pairs(asked, known):
        doer, done_to = (known.lexicon.roots[word.token.term or ""] for word in (pair.doer, pair.done_to))
        mutual = pair.action == "support" and known.supported(asked.owner, _COOPERATE)
        if not mutual and (done_to, pair.action, doer) not in _relations(known):
            yield asked.put((pair.doer, pair.done_to.written), (pair.done_to, pair.doer.written))


@lru_cache(maxsize=1)  # one pack is turned at a time, and none is to be kept alive for long
def _relations(known: Known) -> frozenset[tuple[str, str, str]]:
    """Who does what to whom in any phrasing of an answer."""
    roots = known.lexicon.roots
    return frozenset(
        (roots[pair.doer.token.term or ""], pair.action, roots[pair.done_to.token.term or ""])
        for phrasings in known.asked.values()
        for asked in phrasings
        for pair in _pairs(asked, known)
    )


def _pairs(asked: Asked, known: Known) -> Iterator[Pair]:
    at = [i for i, word in enumerate(asked.words) if _actor(word, known) and not asked.before(i, _LOCATING)]
    for one, two in pairwise(at):
        first, second = asked.words[one], asked.words[two]
        listed = "," in asked.text[first.end : second.start]  # whose parts have no order
        if two - one <= _REACH and not listed and second.token.term not in known.house(first.token.term or ""):
            pair = _between(asked, one, two) or _beside(asked, one, two)
            if pair is not None:
                yield pair


def _actor(word: Word, known: Known) -> bool:
    return word.token.term is not None and known.lexicon.terms[word.token.term].kind in ACTORS


def _between(asked: Asked, one: int, two: int) -> Pair | None:
    """`A attacked B`, `A's attacks on B`, `A was attacked by B`."""
    inner = asked.words[one + 1 : two]
    action = next((w.token.sense for w in inner if w.token.sense in DIRECTED), None)
    if action is None or _MUTUAL & {w.token.word for w in inner}:
        return None
    passive = asked.before(two, {"by"})
    if passive and not BE & set(asked.said[:two]):
        return None
    order = (two, one) if passive else (one, two)
    return Pair(asked.words[order[0]], action, asked.words[order[1]])


def _beside(asked: Asked, one: int, two: int) -> Pair | None:
    """`attacks by A on B`, `attacks on B by A`."""
    action = next((w.token.sense for w in asked.words[max(0, one - 3) : one] if w.token.sense in DIRECTED), None)
    inner = {w.token.word for w in asked.words[one + 1 : two]}
    if action is None or _MUTUAL & inner or not inner <= {"by", "on", "against", "the", "a", "at"}:
        return None
    if asked.before(one, {"by"}) and asked.before(two, {"on", "against", "at"}):
        return Pair(asked.words[one], action, asked.words[two])
    if asked.before(one, {"on", "against", "at", "of"}) and asked.before(two, {"by"}):
        return Pair(asked.words[two], action, asked.words[one])
    return None

"""Order: two names whose parts the candidate only knows the other way round."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.matching.guards.addition import content, contents
from bot.matching.guards.conflict import Conflict, Considered
from bot.matching.guards.names import ACTORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

_MUTUAL = frozenset("and or with between together jointly alongside both vs versus".split())
_WITNESSES = 3  # phrasings that must have the two the other way round, and none this way


def order(considered: Considered) -> Conflict | None:
    """The one named first does it to the other, unless `by` turns it; the candidate knows it only reversed."""
    known = considered.known(pairs)
    for one, other in pairs(considered.read, considered.lexicon):
        if (one, other) not in known and known[other, one] >= _WITNESSES:
            names = considered.lexicon.terms[one].name, considered.lexicon.terms[other].name
            return _reversed(names)
    return _rearranged(considered)


def _rearranged(considered: Considered) -> Conflict | None:
    """The very words of a phrasing, with its names in another order than any phrasing of these words has them."""
    asked = next(arrangements(considered.read, considered.lexicon), None)
    same_words = considered.seen(contents, content(considered.read))
    if asked is None or not same_words or considered.seen(arrangements, asked):
        return None
    one, other = next(pairs(considered.read, considered.lexicon))
    return _reversed((considered.lexicon.terms[one].name, considered.lexicon.terms[other].name))


def _reversed(names: tuple[str, str]) -> Conflict:
    return Conflict("order", names, f"the report has {names[0]} and {names[1]} the other way round", premise=True)


def arrangements(read: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """All that a phrasing asks about, with its actors in their order; none for fewer than two."""
    ordered = [name for pair in pairs(read, lexicon) for name in pair]
    if ordered:
        yield (*content(read), "", *ordered)


def pairs(read: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Who stands as the doer before whom, for neighbouring names of actors."""
    named = [at for at, token in enumerate(read) if token.term and lexicon.terms[token.term].kind in ACTORS]
    for left, right in pairwise(named):
        between = {token.word for token in read[left + 1 : right]}
        one, other = lexicon.roots[read[left].term or ""], lexicon.roots[read[right].term or ""]
        if one != other and between and not between & _MUTUAL:
            yield (other, one) if "by" in between else (one, other)

"""Order: names whose parts the candidate, or one on the same passage, only knows the other way round."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered, digest
from bot.matching.guards.names import ACTORS
from bot.matching.guards.roles import ACTIONS, EACH_OTHER, HELPING, MUTUAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

_WITNESSES = 3  # phrasings that must have the two the other way round, and none this way
_SAY = "say"
_SAYING = frozenset({_SAY, "believe", "notice"})  # senses: `says A`, `A sees`, `in A's view`
_REPORTING = frozenset("report reports reported".split())
_WHOSE = frozenset({"per", "according"}) | _REPORTING  # in front of a name: `A, according to B` has it from B
_BEFORE, _BEHIND = 2, 2  # words from a name to what tells that it is the one who speaks


def order(considered: Considered) -> Conflict | None:
    """The one named first does it to the other, unless `by` turns it; the candidate knows it only reversed."""
    known = considered.known(deeds)
    for one, other in deeds(considered.read, considered.lexicon):
        if (one, other) not in known and known[other, one] >= _WITNESSES:
            return _reversed(considered.lexicon, one, other)
    own = _rearranged(considered)
    others = (_rearranged(considered.held_against(account)) for account in considered.beside)
    beside = next((found for found in others if found), None)
    return own or (replace(beside, premise=False) if beside else None)  # whose text puts right what another is asked?


def _rearranged(considered: Considered) -> Conflict | None:
    """The very words of a phrasing, with its names in another order than any phrasing of these words has them."""
    read, lexicon = considered.text, considered.lexicon
    there = any(considered.seen(frames, frame) for frame in frames(read, lexicon))
    if not there or any(considered.seen(arrangements, one) for one in arrangements(read, lexicon)):
        return None
    names = dict.fromkeys(_root(read[at], lexicon) for at in _named(read, lexicon))
    return replace(_reversed(lexicon, *list(names)[:2]), whole=True)


def _reversed(lexicon: Lexicon, *names: str) -> Conflict:
    one, other = (lexicon.terms[name].name for name in names)
    return Conflict("order", (one, other), f"the report has {one} and {other} the other way round", premise=True)


def deeds(read: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Who does something to whom, for neighbouring names of actors with an action between them."""
    for left, right in pairwise(_named(read, lexicon)):
        between = read[left + 1 : right]
        one, other = (_root(read[at], lexicon) for at in (left, right))
        acts = any(token.sense in ACTIONS - EACH_OTHER for token in between) and between[-1].word not in HELPING
        if one != other and acts and not _joined(between) and not _speaks(read, left) and not _speaks(read, right):
            yield (other, one) if any(token.word == "by" for token in between) else (one, other)


def arrangements(read: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[str]]:
    """All the words of a phrasing, whoever speaks in it, and its other actors in their order, as a digest.

    Those that are joined (`both A and B`) have no order; there is none for fewer than two names.
    """
    named = _named(read, lexicon)
    if len({_root(read[at], lexicon) for at in named}) > 1:
        speaking = [_root(read[at], lexicon) for at in named if _speaks(read, at)]
        acting = _ordered([at for at in named if not _speaks(read, at)], read, lexicon)
        yield (digest((*_words(read, lexicon), "", *speaking, "", *acting)),)


def frames(read: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[str]]:
    """All the words of a phrasing with several names, in whatever order, as a digest."""
    if len({_root(read[at], lexicon) for at in _named(read, lexicon)}) > 1:
        yield (digest(_words(read, lexicon)),)


def _words(read: Sequence[Token], lexicon: Lexicon) -> list[str]:
    return sorted(lexicon.roots.get(token.term or "", token.meaning) for token in read)


def _root(token: Token, lexicon: Lexicon) -> str:
    """Whom a name stands for: the country for its army."""
    return lexicon.roots[token.term or ""]


def _ordered(named: Sequence[int], read: Sequence[Token], lexicon: Lexicon) -> Iterator[str]:
    """Names in their order, those that are joined sorted; `A of B` and `A by B` are B's A."""
    groups: list[list[str]] = []
    for before, at in zip([None, *named], named, strict=False):
        name, between = _root(read[at], lexicon), read[before + 1 : at] if before is not None else ()
        if before is not None and _joined(between):
            groups[-1].append(name)
        elif any(token.word in {"of", "by"} for token in between[-2:]):
            groups.insert(-1, [name])
        else:
            groups.append([name])
    for group in groups:
        yield from sorted(group)


def _named(read: Sequence[Token], lexicon: Lexicon) -> list[int]:
    """Where actors are named."""
    return [at for at, token in enumerate(read) if token.term and lexicon.terms[token.term].kind in ACTORS]


def _joined(between: Sequence[Token]) -> bool:
    """Whether two names stand side by side: `A B`, `A and B`, `A fights B`; not `A works together to hurt B`."""
    if not between:
        return True
    joins = [at for at, token in enumerate(between) if token.word in MUTUAL or token.sense in EACH_OTHER]
    return bool(joins) and not any(token.sense in ACTIONS - EACH_OTHER for token in between[joins[-1] :])


def _speaks(read: Sequence[Token], at: int) -> bool:
    """Whether a name is the one whose word it is: `according to A`, `says A`, `A sees`, `in A's view`."""
    before, behind = read[max(0, at - _BEFORE) : at], read[at + 1 : at + 1 + _BEHIND]
    said = any(token.sense == _SAY or token.word in _WHOSE for token in before)  # `believes A` has A believed of
    return said or any(token.sense in _SAYING or token.word in _REPORTING for token in behind)

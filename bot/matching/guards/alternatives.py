"""`In Iraq or in Syria?` leaves open which: where the answer says the one, the other is no claim."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from bot.matching.guards.nations import nation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.guards.conflict import Considered
    from bot.matching.normalise import Token

_OPENING = frozenset(
    "the a an in at by near from to of on with for up down over".split()
)  # words before an alternative
_WH = frozenset("who whom whose what which when where why how".split())
_AS_WELL = frozenset({"well", "too", "also"})
_WORDS = 3  # of a name


def settled(considered: Considered) -> tuple[Token, ...]:
    """The question without alternatives that the answer does not speak of, beside one that it does.

    Where a question word asks for something else (`when did A or B …`), only a choice that ends the question is one.
    """
    read = _left_open(considered.read)
    places = [at for at, token in enumerate(read) if token.word == "or"]
    for at in places[::-1]:
        left, right = read[:at][::-1], read[at + 1 :]
        before, after = _strange(considered, left, right), _strange(considered, right, left)
        rest = right[after or _length(right) :]
        if any(token.word in _WH for token in left) and any(token.content for token in rest):
            continue
        if after and _speaks_of(considered, left):
            read = (*read[:at], *right[after:])
        elif before and _speaks_of(considered, right):
            read = (*read[: at - before], *right)
    return read


def _left_open(read: Sequence[Token]) -> tuple[Token, ...]:
    """`Only in A, or in B as well?` does not say that it is only in A."""
    last = max((at for at, token in enumerate(read) if token.word == "or"), default=-1)
    rest = read[last + 1 :]
    as_well = any(token.content for token in rest) and any(token.word in _AS_WELL for token in rest)
    return tuple(token for at, token in enumerate(read) if at > last or token.word != "only" or not as_well)


def _strange(considered: Considered, read: Sequence[Token], other: Sequence[Token]) -> int:
    """How many words an alternative has from the `or` on that the answer does not speak of: a name, or one other."""
    opening = _opening(read, other)
    first = read[opening : opening + 1]
    if not first or not first[0].content or _known(considered, first[0]):
        return 0
    name = [*takewhile(lambda token: _names(token) and not _known(considered, token), read[opening:][:_WORDS])]
    return opening + max(1, len(name))


def _opening(read: Sequence[Token], other: Sequence[Token]) -> int:
    """How many words stand before an alternative: small ones, and such as the other has, too (`near A or near B`)."""
    shared = {token.word for token in other[: _WORDS + 1] if not _names(token)}
    return len([*takewhile(lambda token: token.word in _OPENING or token.word in shared, read)])


def _length(read: Sequence[Token]) -> int:
    """How many words an alternative has that the answer speaks of."""
    opening = _opening(read, ())
    return opening + max(1, len([*takewhile(_names, read[opening:][:_WORDS])]))


def _speaks_of(considered: Considered, read: Sequence[Token]) -> bool:
    beside = read[_opening(read, ()) :][:1]
    return bool(beside) and beside[0].content and _known(considered, beside[0])


def _names(token: Token) -> bool:
    """Whether a token may be a name or a number."""
    return token.term is not None or token.surface[:1].isupper() or token.word.isdigit() or nation(token.word)


def _known(considered: Considered, token: Token) -> bool:
    return any(map(considered.given, (token.key, token.stem, token.meaning)))

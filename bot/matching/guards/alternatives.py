"""`In Iraq or in Syria?` leaves open which: where the answer says the one, the other is no claim."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.guards.conflict import Considered
    from bot.matching.normalise import Token

_WORDS = 3  # of an alternative: `the northeast of Syria`


def settled(considered: Considered) -> tuple[Token, ...]:
    """The question without alternatives that the answer does not speak of, beside one that it does."""
    read = considered.read
    for at, token in enumerate(read):
        if token.word != "or":
            continue
        left, right = read[:at][::-1], read[at + 1 :]
        before, after = _alternative(considered, left, right), _alternative(considered, right, left)
        if before == 0 < after:
            return (*read[:at], *read[at + 1 + after :])
        if after == 0 < before:
            return (*read[: at - before], *read[at + 1 :])
    return read


def _alternative(considered: Considered, read: Sequence[Token], other: Sequence[Token]) -> int:
    """How many words from an `or` on an alternative has that the answer does not speak of; 0 where it does of it.

    -1 where there is none. Words that stand on the other side, too, make no difference: `near A or near B`.
    """
    shared = {token.word for token in other[: _WORDS + 1]}
    small = len([*takewhile(lambda token: not token.content or token.word in shared, read)])
    strange = [*takewhile(lambda token: token.content and not _known(considered, token), read[small : small + _WORDS])]
    if strange:
        return small + len(strange)
    return 0 if small < len(read) else -1


def _known(considered: Considered, token: Token) -> bool:
    return any(map(considered.given, (token.key, token.stem, token.meaning)))

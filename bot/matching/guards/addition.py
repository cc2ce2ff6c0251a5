"""Additions: a whole phrasing of the answer, with something around it that nothing in the answer accounts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.verbatim import unsaid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.matching.guards.conflict import Conflict, Considered
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

_WHOLE = 2  # words of a phrasing below which it is in any question
_AROUND = 6  # words around it at most


def addition(considered: Considered) -> Conflict | None:
    """Words that the candidate lacks, or is hardly asked with, around a phrasing of its own or of a neighbour's."""
    asked = [token for token in considered.read if token.content]
    if not considered.account.lacking(asked, considered.without):
        return None
    for whole, around in _parted(asked):
        strange = [token for token in around if not token.word.isdigit()]
        if _added(considered, strange) and considered.seen_anywhere(contents, content(whole)):
            return unsaid("addition", strange, premise=False)
    return None


def _parted(asked: Sequence[Token]) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """All runs of a question's words, long ones first, with what stands around each."""
    for length in range(len(asked) - 1, max(_WHOLE, len(asked) - _AROUND) - 1, -1):
        for at in range(len(asked) - length + 1):
            yield asked[at : at + length], [*asked[:at], *asked[at + length :]]


def _added(considered: Considered, around: Sequence[Token]) -> bool:
    """Whether the candidate lacks one of some words, and is hardly asked with any of them."""
    known = any(considered.given(token.meaning) for token in around)
    return not known and bool(considered.account.lacking(around, considered.without))


def contents(read: Sequence[Token], _: Lexicon) -> Iterator[tuple[str, ...]]:
    """All that a phrasing asks about."""
    yield content(read)


def content(read: Sequence[Token]) -> tuple[str, ...]:
    """The meanings of a question's content words, sorted."""
    return tuple(sorted({token.meaning for token in read if token.content}))

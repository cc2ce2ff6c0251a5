"""Additions: a whole phrasing of the answer, with something around it that nothing in the answer accounts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

_WHOLE = 2  # words of a phrasing below which it is in any question


def addition(considered: Considered) -> Conflict | None:
    """Words that the candidate lacks, around a question that it or a neighbour is asked in these very words."""
    asked = [token for token in considered.read if token.content]
    held = [considered.account.holds(token, considered.without) for token in asked]
    if True not in held or all(held):
        return None
    first, last = held.index(True), len(held) - held[::-1].index(True)
    whole, strange = asked[first:last], [t for t in asked[:first] + asked[last:] if not t.word.isdigit()]
    if len(whole) < _WHOLE or not strange or not all(held[first:last]):
        return None
    if not considered.seen_anywhere(contents, content(whole)):
        return None
    words = tuple(token.surface for token in strange)
    return Conflict("addition", words, f"the report does not say “{' '.join(words)}” here", premise=False)


def contents(read: Sequence[Token], _: Lexicon) -> Iterator[tuple[str, ...]]:
    """All that a phrasing asks about."""
    yield content(read)


def content(read: Sequence[Token]) -> tuple[str, ...]:
    """The meanings of a question's content words, sorted."""
    return tuple(sorted({token.meaning for token in read if token.content}))

"""The very words of a phrasing, of the candidate's or of a neighbour's, but for some that make it another question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.conflict import STRAY, Conflict, digest
from bot.matching.guards.opposites import OPPOSITES, poles
from bot.matching.words import CALENDAR, SUPERLATIVES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.matching.guards.conflict import Considered
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

DEGREES = SUPERLATIVES | {"more", "less", "fewer", "most", "least"}
_WHOLE = 2  # content words below which a phrasing is in any question


def changed(considered: Considered, marks: Callable[[Token], bool]) -> tuple[Token, ...]:
    """The words of one kind in which a question departs from a phrasing, where the candidate hardly knows them."""
    strange = tuple(token for token in considered.text if marks(token) and _stray(considered, token))
    return strange if strange and _departs(considered) else ()


def _departs(considered: Considered) -> bool:
    """Whether a question is a phrasing but for what it states, and no phrasing as it stands."""
    parts, whole = (tuple(profile(considered.text, considered.lexicon)) for profile in (bare, wordings))
    there = any(considered.seen_anywhere(bare, one) for one in parts)
    return there and not any(considered.seen_anywhere(wordings, one) for one in whole)


def recast(considered: Considered) -> tuple[Token, ...]:
    """The names in a question that neither the answer has, nor any phrasing of the same other words."""
    roots, said = considered.lexicon.roots, considered.account.said
    named = [token for token in considered.text if token.term and token.key not in said]
    found = list(casts(considered.text, considered.lexicon)) if named else []
    there = any(considered.seen_anywhere(casts, (frame, "")) for frame, root in found if not root)
    strange = {root for frame, root in found if there and root and not considered.seen_anywhere(casts, (frame, root))}
    return tuple(token for token in named if roots[token.term or ""] in strange)


def casts(read: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """All the words of a phrasing but its names, as a digest, with each of these, and with none."""
    names = [lexicon.roots[token.term] for token in read if token.term]
    others = [token for token in read if not token.term]
    if names and sum(token.content for token in others) >= _WHOLE:
        frame = digest(sorted(token.meaning for token in others))
        yield from ((frame, root) for root in {"", *names})


def unsaid(guard: str, words: Sequence[Token], *, premise: bool) -> Conflict:
    """The finding that these words are not the report's."""
    surfaces = tuple(token.surface for token in words)
    return Conflict(guard, surfaces, f"the report does not say “{' '.join(surfaces)}” here", premise=premise)


def bare(read: Sequence[Token], _: Lexicon) -> Iterator[tuple[str]]:
    """All the words of a phrasing but those that state a figure, a degree or a direction, as a digest."""
    if sum(token.content for token in read) >= _WHOLE:
        yield (digest(sorted(token.meaning for token in read if not _turns(token))),)


def wordings(read: Sequence[Token], _: Lexicon) -> Iterator[tuple[str]]:
    """All the words of a phrasing, as a digest."""
    yield (digest(sorted(token.meaning for token in read)),)


def opposed(token: Token) -> bool:
    """Whether a word has an opposite, and states no degree."""
    return token.word not in DEGREES and any(pole in OPPOSITES for pole in poles(token))


def counted(token: Token) -> bool:
    """Whether a word is a figure or a date."""
    return token.word.isdigit() or token.word in CALENDAR


def _turns(token: Token) -> bool:
    return counted(token) or token.word in DEGREES or opposed(token)


def _stray(considered: Considered, token: Token) -> bool:
    """Whether neither the answer nor more than a stray phrasing has a word."""
    return token.key not in considered.account.said and considered.asks(token.meaning) <= STRAY * considered.size

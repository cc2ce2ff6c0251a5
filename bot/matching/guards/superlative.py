"""Superlatives and quantifiers: `the first`, `the only`, `all` say more than the answer does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.conflict import STRAY
from bot.matching.guards.verbatim import DEGREES, changed, unsaid
from bot.matching.words import SUPERLATIVES

if TYPE_CHECKING:
    from bot.matching.guards.conflict import Conflict, Considered

_ORDINARY = frozenset("first last latest all every".split())
_GREETING = frozenset("hi hello hey thanks dear".split())
_IDIOM = _GREETING | frozenset("at after in of".split())  # `at all`, `after all`
_ASIDE = frozenset("i me my we our or not".split())  # `I always forget …`, `or only hint at it`: no claim of the report
_NEXT = 2  # words after it in which stands what it is said of
_BEFORE = 3  # words before it in which an aside shows


def superlative(considered: Considered) -> Conflict | None:
    """A superlative or quantifier that the candidate lacks, or that strays into a phrasing or two of very many.

    Or a degree that is new in the very words of a phrasing (`more than two`).
    """
    for at, token in enumerate(considered.read):
        if token.word in SUPERLATIVES and (_lacking(considered, at) or _straying(considered, at)):
            return unsaid("superlative", [token], premise=False)
    anew = changed(considered, lambda token: token.word in DEGREES)
    return unsaid("superlative", anew, premise=False) if anew else None


def _lacking(considered: Considered, at: int) -> bool:
    return not considered.account.holds(considered.read[at], considered.without) and not _idiom(considered, at)


def _straying(considered: Considered, at: int) -> bool:
    """Said of something that the candidate has, and no idiom or aside."""
    token, after = considered.read[at], considered.read[at + 1 : at + 1 + _NEXT]
    keys = {token.key, token.stem, token.meaning}
    held = max(map(considered.asks, keys))
    if keys & considered.account.said or not 0 < held <= STRAY * considered.size:
        return False
    before = [one.word for one in considered.read[max(0, at - _BEFORE) : at]]
    pointing = any(one.word in {"that", "this"} for one in after[:1])  # `all that noise`
    of = any(one.content and considered.account.holds(one, considered.without) for one in after)
    return of and not (pointing or _IDIOM.intersection(before[-1:]) or _ASIDE.intersection(before))


def _idiom(considered: Considered, at: int) -> bool:
    """`at all`, `after all`, `hi all`, `last year`: no claim; but `only the …` and `the biggest of …` are."""
    if considered.read[at].word not in _ORDINARY:
        return False
    before = considered.read[at - 1].word if at else ""
    after = considered.read[at + 1].word if at + 1 < len(considered.read) else ""
    return before in _IDIOM or after in {
        "year", "month", "week", "the", "of", "in", "about", "that", "this"
    }  # fmt: skip

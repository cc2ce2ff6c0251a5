"""Number changes: another figure, no year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.flips.asked import ordered
from bot.matching.flips.clause import contrasts
from bot.matching.words import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.matching.flips.asked import Asked, Change, Word
    from bot.matching.flips.known import Known

_PAIRING = frozenset("which what the these those both whose between of last past".split())
_LENGTHS = frozenset("line lines word words sentence sentences minute minutes".split())  # of the answer asked for
_COMPARED = frozenset("than least".split())  # these compare, they don't weigh one thing against another
_WORDS = {digits: word for word, digits in NUMBERS.items() if word not in {"twice", "thrice", "dozen"}}
_FACTORS = (3, 4, 7)
_YEARS = range(1500, 2200)


def number(asked: Asked, known: Known) -> Iterator[Change]:
    """A figure that the answer gives too replaced by a greater one."""
    if contrasts(asked) and not _COMPARED & set(asked.said):
        return
    for at, word in enumerate(asked.words):
        if _states(asked, at) and known.supported(asked.owner, word.token):
            yield from (asked.put((word, _other(word, by))) for by in ordered(_FACTORS, asked.text))


def is_year(word: Word) -> bool:
    """Whether a word is a year."""
    return word.token.word.isdigit() and int(word.token.word) in _YEARS


def _states(asked: Asked, at: int) -> bool:
    """Whether a number says how many: not `the two`, nor a year, nor part of a name."""
    word = asked.words[at]
    if not word.token.word.isdigit() or word.token.term or is_year(word):
        return False
    before, after = asked.said[max(0, at - 2) : at], asked.said[at + 1 : at + 2]
    return not (before and before[-1] in _PAIRING) and "half" not in before and not _LENGTHS & set(after)


def _other(word: Word, factor: int) -> str:
    new = str(int(word.token.word) * factor + 1)
    if word.token.surface.isdigit():
        return new
    return _WORDS.get(new, {"twice": f"{new} times", "thrice": f"{new} times"}.get(word.token.surface.lower(), new))

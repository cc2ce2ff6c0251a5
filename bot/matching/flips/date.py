"""Date changes: another year, another month, another time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.matching.flips.asked import Change, ordered
from bot.matching.flips.clause import contrasts
from bot.matching.flips.number import is_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.matching.flips.asked import Asked
    from bot.matching.flips.known import Known

_MONTHS = "January February March April May June July August September October November December".split()
_AMBIGUOUS = frozenset({"may", "march"})  # months in capitals only
_AGO = (3, 4, 6, 9, 11)
_RELATIVE = re.compile(r"\b(?:this|last|past) (?:year|month|week|spring|summer|autumn|winter)\b", re.IGNORECASE)
_LONG_AGO = ("two decades ago", "twelve years ago", "a century ago")


def date(asked: Asked, known: Known) -> Iterator[Change]:
    """A year or month that the answer gives too, or a time as seen from now, replaced by one it doesn't give."""
    if contrasts(asked):
        return
    for word in asked.words:
        if is_year(word) and known.supported(asked.owner, word.token):
            earlier = (str(int(word.token.word) - years) for years in ordered(_AGO, asked.text))
            yield from (asked.put((word, year)) for year in earlier if known.strange(asked.owner, year))
        elif word.written.title() in _MONTHS and _is_month(word.written) and known.supported(asked.owner, word.token):
            months = (month for month in ordered(_MONTHS, asked.text) if month.lower() not in _AMBIGUOUS)
            yield from (asked.put((word, month)) for month in months if known.strange(asked.owner, month))
    relative = _RELATIVE.search(asked.text)
    if relative and "than" not in asked.said:
        for ago in ordered(_LONG_AGO, asked.text):
            start, end = _with_article(asked.text, relative)
            yield Change(asked.text[:start] + ago + asked.text[end:], (ago,))


def _is_month(written: str) -> bool:
    return written.lower() not in _AMBIGUOUS or written.istitle()


def _with_article(text: str, found: re.Match[str]) -> tuple[int, int]:
    before = re.search(r"(?:(?:in|over|during|of) )?(?:the )?$", text[: found.start()])
    return (before.start() if before else found.start()), found.end()

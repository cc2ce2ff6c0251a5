"""The kind of answer that a question asks for, read off its question words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.normalise import Token

_WORDS = {
    "who": "person",
    "whom": "person",
    "whose": "person",
    "when": "time",
    "date": "time",
    "year": "time",
    "month": "time",
    "day": "time",
    "where": "place",
    "location": "place",
    "located": "place",
    "why": "reason",
    "how come": "reason",
    "reason": "reason",
    "reasons": "reason",
    "motive": "reason",
    "cause": "reason",
    "name": "name",
    "names": "name",
    "codename": "name",
    "rank": "name",
    "percentage": "count",
    "percent": "count",
    "number": "count",
    "tally": "count",
}
_HOW = {
    "many": "count",
    "much": "amount",
    "often": "count",
    "frequently": "count",
    "long": "duration",
    "far": "distance",
    "big": "size",
    "large": "size",
    "old": "age",
    "deep": "size",
    "high": "size",
    "tall": "size",
}


def kinds(read: Sequence[Token]) -> frozenset[str]:
    """The kinds asked for: person, time, place, reason, name, count, duration …; empty for none in particular."""
    found = {_WORDS[token.word] for at, token in enumerate(read) if token.word in _WORDS and not _clause(read, at)}
    for at, (first, second) in enumerate(pairwise(read)):
        if first.word == "how" and second.word in _HOW:
            ago = any(token.word == "ago" for token in read[at + 2 : at + 3])  # `how long ago` asks for a date
            found.add("time" if ago else _HOW[second.word])
        if (first.word, second.word) == ("with", "what") and all(t.word in _AUXILIARY for t in read[at + 2 : at + 3]):
            found.add("means")  # not `with what result`
    last = [token.word for token in read[-2:]]
    if last[-1:] == ["with"] and last[0] not in {"do", "with"} and any(token.word == "what" for token in read):
        found.add("means")  # `what was it hit with`, not `what has it to do with`
    for four in zip(read, read[1:], read[2:], read[3:], strict=False):
        wh, sort, of, weapon = (token.word for token in four)
        if wh in {"what", "which"} and sort in _SORTS and of == "of" and weapon in _WEAPONS:
            found.add("means")
    return frozenset(found.union(_SPECIFIC[token.word] for token in named_kinds(read)))


def named_kinds(read: Sequence[Token]) -> tuple[Token, ...]:
    """The words behind `which` or `what` that name a kind of answer: `town`, `year`, `official`."""
    return tuple(b for a, b in pairwise(read) if a.word in {"which", "what"} and b.word in _SPECIFIC)


def _clause(read: Sequence[Token], at: int) -> bool:
    """A question word that asks for nothing itself: `when rockets fly, …`, `a friend who …`, `who says that`."""
    word, after = read[at].word, read[at + 1] if at + 1 < len(read) else None
    if after is None:
        return False
    if word == "who":
        return at > 1 or after.sense in {"say", "believe"}
    return word in {"when", "where"} and after.word not in _AUXILIARY


_AUXILIARY = frozenset(
    """
    am is are was were do does did has have had will would can could may might shall should exactly precisely about in
    """.split()
)
_SORTS = frozenset("sort kind type".split())
_WEAPONS = frozenset("weapon weapons weaponry".split())
_SPECIFIC = {
    word: kind
    for kind, words in {
        "time": "time date day month year week period",
        "place": "town towns city village country countries region area place part corner province",
        "name": "model type make brand unit",
        "person": "person official analyst",
        "reason": "basis grounds",
        "means": " ".join(sorted(_WEAPONS)),
    }.items()
    for word in words.split()
}
KINDS = tuple(sorted({*_WORDS.values(), *_HOW.values(), *_SPECIFIC.values()}))
"""Every kind that `kinds` may find."""

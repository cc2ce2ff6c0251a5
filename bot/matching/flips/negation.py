"""Negations put into the verb group of a question, or taken out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.matching.flips.asked import Change
from bot.matching.flips.clause import AUXILIARY, identity, past, verb, wh
from bot.matching.words import NEGATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.matching.flips.asked import Asked
    from bot.matching.flips.known import Known

_PARTIAL = frozenset("extent part share much far".split())  # of what is true in part the rest is not
_SHORTENED = {"won't": "will", "can't": "can", "cannot": "can"}
_NOT = re.compile(r"\b(\w+n't|cannot)\b| not\b", re.IGNORECASE)


def negation(asked: Asked, known: Known) -> Iterator[Change]:
    """A denial added where the answer affirms, or left out where it denies.

    Only after a question word: `didn't they attack?` asks the same as `did they attack?`.
    """
    if wh(asked) is None or identity(asked) or _PARTIAL & set(asked.said):
        return
    denied, denies = bool(NEGATION & set(asked.said)), known.denies(asked.owner)
    if denied and denies:
        yield from _affirmed(asked)
    elif not denied and not denies:
        yield from _denied(asked)


def _denied(asked: Asked) -> Iterator[Change]:
    found = verb(asked)
    if found is not None:
        at = asked.words.index(found)
        helped = AUXILIARY & set(asked.said[:at])
        yield asked.insert(found, "not" if helped else "never" if past(found.token) else "not")


def _affirmed(asked: Asked) -> Iterator[Change]:
    for found in _NOT.finditer(asked.text):
        written = found.group().lower()
        helper = _SHORTENED.get(written, written.removesuffix("n't")) if found[1] else ""
        if found.start() and AUXILIARY & {helper, *asked.said}:
            yield Change(asked.text[: found.start()] + helper + asked.text[found.end() :], (found.group().strip(),))

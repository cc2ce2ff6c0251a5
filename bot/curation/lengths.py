"""Texts too long for where they are shown, too few phrasings to be found by, and answers that begin with a verdict."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.curation.findings import Finding, own_words
from bot.knowledge.nearest import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.curation.findings import Desk
    from bot.model.entries import Entry, Fact, Gap, Source, Term

LONGEST: Final = {"short": 140, "answer": 420, "states": 300, "says": 300}
"""Characters of each text."""
FEWEST_PHRASINGS: Final = 8
_VERDICT: Final = re.compile(r"(yes|no)\b[\s,.;:!–—]", re.IGNORECASE)
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def find(desk: Desk) -> Iterator[Finding]:
    """Measure every text and count the ways of asking."""
    for one in own_words(desk.pack):
        longest = LONGEST.get(one.key, len(one.text))
        if len(one.text) > longest:
            what = f'"{one.key}" of {shown(one.owner)} has {len(one.text)} characters'
            yield Finding(one.place, what, f"cut it to {longest}")
        if one.key in LONGEST and (verdict := _VERDICT.match(one.text)):
            what = f'"{one.key}" of {shown(one.owner)} begins with {shown(verdict[1])}'
            yield Finding(
                one.place, what, "say what the source says instead; not every asker puts it the same way round"
            )
    yield from _few_phrasings(desk)
    yield from _odd_ids(desk)


def _few_phrasings(desk: Desk) -> Iterator[Finding]:
    for entry in desk.pack.entries:
        count = len(entry.phrasings)
        if count < FEWEST_PHRASINGS:
            what = f"{shown(entry.id)} can be asked in only {count} way{'s' if count > 1 else ''}"
            yield Finding(entry.place, what, f"write at least {FEWEST_PHRASINGS} phrasings of different shape")


def _odd_ids(desk: Desk) -> Iterator[Finding]:
    pack = desk.pack
    named: list[Entry | Fact | Gap | Source | Term] = [*pack.entries, *pack.facts, *pack.gaps]
    named += [*pack.sources.values(), *pack.terms.values()]
    for one in named:
        if not _ID.fullmatch(one.id):
            yield Finding(
                one.place, f"the id {shown(one.id)} is not kebab-case", "use small letters, digits and hyphens"
            )

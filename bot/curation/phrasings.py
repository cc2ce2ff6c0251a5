"""Phrasings that say the same twice, or pull in and push away at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.curation.findings import Finding
from bot.knowledge.duplicates import phrasing_key
from bot.knowledge.nearest import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.curation.findings import Desk
    from bot.model.entries import Entry, Fact, Gap


def find(desk: Desk) -> Iterator[Finding]:
    """Check the phrasings of every entry, fact and gap among themselves."""
    for entry in desk.pack.entries:
        yield from _repeated(entry)
        yield from _contradicted(entry)
    asking: list[Fact | Gap] = [*desk.pack.facts, *desk.pack.gaps]
    for one in asking:
        for text in _repeats(one.asks):
            yield Finding(one.place, f"{shown(text)} stands twice in {shown(one.id)}", "keep one")


def _repeated(entry: Entry) -> Iterator[Finding]:
    for text in _repeats(entry.phrasings):
        yield Finding(entry.place, f"{shown(text)} stands twice in {shown(entry.id)}", "keep one")


def _contradicted(entry: Entry) -> Iterator[Finding]:
    asked = {phrasing_key(text) for text in entry.phrasings}
    for text in entry.not_:
        if phrasing_key(text) in asked:
            what = f"{shown(text)} stands under both `also` and `not` of {shown(entry.id)}"
            yield Finding(entry.place, what, "decide whether the entry answers it")


def _repeats(texts: tuple[str, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for text in texts:
        key = phrasing_key(text)
        if key in seen:
            yield text
        seen.add(key)

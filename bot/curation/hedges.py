"""Estimative words survive: what a source calls probable, the answer does not call certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.estimates import ESTIMATIVE
from bot.curation.findings import Finding, told
from bot.knowledge.nearest import shown
from bot.knowledge.runs import words
from bot.matching.normalise import stemmer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.curation.findings import Desk
    from bot.model.entries import Citation, Entry, Fact


def find(desk: Desk) -> Iterator[Finding]:
    """Check every hedge against what the reader is told, and every quote for a hedge left out."""
    stem = stemmer(desk.pack.language)
    for one in desk.cited:
        for cite in one.cites:
            yield from _lost(one, cite, stem)
    if desk.pack.language.startswith("en"):
        cites = {cite.place: cite for one in desk.cited for cite in one.cites}
        for cite in cites.values():
            yield from _unsaid(cite)


def _lost(one: Entry | Fact, cite: Citation, stem: Callable[[str], str]) -> Iterator[Finding]:
    stems = {stem(word) for word in words(told(one))}
    if cite.hedge and not {stem(word) for word in words(cite.hedge)} <= stems:
        what = f"{shown(one.id)} loses the source's {shown(cite.hedge)}"
        yield Finding(one.place, what, "say it in the short text or the answer")


def _unsaid(cite: Citation) -> Iterator[Finding]:
    spoken = (cite.quote or "").split()
    hedges = [word.strip(",.;:!?”“\"'") for word in spoken]
    found = next((word for word in hedges if word in ESTIMATIVE), None)
    if found and not cite.hedge:
        yield Finding(cite.place, f"the quote says {shown(found)} and the cite has no hedge", f"add `hedge: {found}`")

"""Whether every paragraph of a source that was read has its entry and its fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.curation.findings import Finding
from bot.knowledge.nearest import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.curation.findings import Desk
    from bot.model.entries import Entry, Fact, Source


def find(desk: Desk) -> Iterator[Finding]:
    """Name the paragraphs that no entry cites, and, in a pack with facts, those that no fact does."""
    for source in desk.pack.sources.values():
        fingerprint = desk.fingerprints.get(source.id)
        marked = fingerprint.paragraphs if fingerprint and source.read else ()
        citable = [number for number, marks in enumerate(marked) if marks]
        yield from _uncited(source, citable, "entry", desk.pack.entries)
        if desk.pack.facts:
            yield from _uncited(source, citable, "fact", desk.pack.facts)


def _uncited(source: Source, citable: list[int], kind: str, citing: Iterable[Entry | Fact]) -> Iterator[Finding]:
    cited = {cite.paragraph for one in citing for cite in one.cites if cite.source == source.id}
    if missing := [str(number) for number in citable if number not in cited]:
        what = f"no {kind} cites paragraph {', '.join(missing)} of {shown(source.id)}"
        yield Finding(source.place, what, f"write {'an' if kind == 'entry' else 'a'} {kind} for each")

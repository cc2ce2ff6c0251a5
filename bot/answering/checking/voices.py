"""Who speaks in a pack: those who published what was read, and those who are quoted there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.counter import items

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model.entries import Pack


@dataclass(frozen=True, slots=True)
class Voices:
    """The glossary's terms for the `outlets` of what was read, and for all who are `quoted` or behind the sources."""

    outlets: frozenset[str]
    quoted: frozenset[str]

    @classmethod
    def of(cls, pack: Pack) -> Voices:
        """Who speaks in a pack."""
        sources = pack.sources.values()
        cites = (cite for item in items(pack).values() for cite in item.cites)
        behind = (name for source in sources for name in (source.author, source.publisher) if name)
        return cls(
            _named(pack, (source.publisher for source in sources if source.read)),
            _named(pack, behind) | {cite.said_by for cite in cites if cite.said_by},
        )


def _named(pack: Pack, names: Iterable[str]) -> frozenset[str]:
    wanted = {name.casefold() for name in names}
    return frozenset(
        term.id
        for term in pack.terms.values()
        if wanted & {spelling.casefold() for spelling in (term.name, *term.aliases)}
    )

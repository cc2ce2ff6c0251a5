"""What a check of a sound pack finds, and the texts that it reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model.entries import Entry, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.knowledge.fingerprint import Fingerprint
    from bot.model.entries import Fact, Pack


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: where, what is wrong, and what to do about it."""

    place: Place
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Desk:
    """A pack with the fingerprints of its sources, by source id; `damaged` are the sources whose file can't be read."""

    pack: Pack
    fingerprints: dict[str, Fingerprint]
    damaged: frozenset[str] = frozenset()

    @property
    def cited(self) -> tuple[Entry | Fact, ...]:
        """Everything of the pack that carries cites."""
        return (*self.pack.entries, *self.pack.facts)


@dataclass(frozen=True, slots=True)
class Written:
    """One text of the pack in the curator's own words, with the key that it stands under."""

    place: Place
    owner: str
    key: str
    text: str


def own_words(pack: Pack) -> Iterator[Written]:
    """Go through every text that is the curator's own; a source's title and the quotes are not."""
    for entry in pack.entries:
        texts = [("question", entry.question), ("short", entry.short), ("answer", entry.answer)]
        texts += [("also", text) for text in entry.also] + [("not", text) for text in entry.not_]
        yield from (Written(entry.place, entry.id, key, text) for key, text in texts)
    for fact in pack.facts:
        texts = [("states", fact.states), *(("asks", text) for text in fact.asks)]
        yield from (Written(fact.place, fact.id, key, text) for key, text in texts)
    for gap in pack.gaps:
        texts = [("about", gap.about), ("says", gap.says), *(("asks", text) for text in gap.asks)]
        yield from (Written(gap.place, gap.id, key, text) for key, text in texts)
    for term in pack.terms.values():
        yield Written(term.place, term.id, "line", term.line)
        yield Written(term.place, term.id, "role", term.role or "")
    texts = [("title", pack.title), ("greeting", pack.greeting), ("about", pack.about)]
    yield from (Written(Place("pack.yaml", 1), pack.id, key, text) for key, text in texts)


def told(one: Entry | Fact) -> str:
    """What a reader is told by an entry or a fact: all of its answering text."""
    return f"{one.short} {one.answer}" if isinstance(one, Entry) else one.states

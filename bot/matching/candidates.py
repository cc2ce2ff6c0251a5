"""What can be found in a pack: entries and facts that answer, gaps that hold back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.model.entries import Citation, Entry, Fact, Gap, Pack


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing a question may mean: ways of asking it, look-alikes that it does not answer, and what it says.

    `passages` are the (source, paragraph) pairs it rests on; `terms` the glossary ids it names beside its texts, and
    `voices` those whose word it is where a citation names who said it to its publisher: these, and the publishers.
    """

    id: str
    kind: Literal["entry", "fact", "gap"]
    asks: tuple[str, ...]
    not_: tuple[str, ...]
    says: str
    passages: frozenset[tuple[str, int]]
    terms: frozenset[str]
    voices: frozenset[str] = frozenset()

    @property
    def answers(self) -> bool:
        """Whether the candidate may be shown as an answer."""
        return self.kind != "gap"

    def shares_passage(self, other: Candidate) -> bool:
        """Whether both rest on the same paragraph of a source."""
        return bool(self.passages & other.passages)


def rivals(found: Sequence[Candidate]) -> NDArray[np.bool_]:
    """For each candidate those that rest on other passages, shape (candidates, candidates).

    Two that rest on the same paragraph are no rivals: either shows the reader the words that were asked for.
    """
    return np.array([[not (one is other or one.shares_passage(other)) for other in found] for one in found], bool)


def candidates(pack: Pack) -> tuple[Candidate, ...]:
    """Every entry, fact and gap of a pack, in its order."""
    facts = {fact.id: fact for fact in pack.facts}
    lent = {fact for entry in pack.entries for fact in entry.facts}
    published = _publishers(pack)
    return (
        *(_entry(entry, [facts[fact] for fact in entry.facts], published) for entry in pack.entries),
        *(_fact(fact, published) for fact in pack.facts if fact.id not in lent or fact.asks),
        *(_gap(gap) for gap in pack.gaps),
    )


def _entry(entry: Entry, facts: list[Fact], published: frozenset[str]) -> Candidate:
    quotes = " ".join(cite.quote or "" for cite in entry.cites)
    says = f"{entry.short} {entry.answer} {quotes} {' '.join(fact.states for fact in facts)}"
    terms = {term for fact in facts for term in (*fact.where, *fact.who)}
    return Candidate(
        entry.id,
        "entry",
        entry.phrasings,
        entry.not_,
        says,
        _passages(entry.cites),
        frozenset({*_said_by(entry.cites), *terms}),
        _voices(entry.cites, published),
    )


def _fact(fact: Fact, published: frozenset[str]) -> Candidate:
    quotes = " ".join(cite.quote or "" for cite in fact.cites)
    terms = frozenset({*_said_by(fact.cites), *fact.where, *fact.who})
    says, voices = f"{fact.states} {quotes}", _voices(fact.cites, published)
    return Candidate(fact.id, "fact", fact.asks, (), says, _passages(fact.cites), terms, voices)


def _gap(gap: Gap) -> Candidate:
    return Candidate(gap.id, "gap", (gap.about, *gap.asks), (), gap.says, frozenset(), frozenset())


def _voices(cites: tuple[Citation, ...], published: frozenset[str]) -> frozenset[str]:
    said = frozenset(_said_by(cites))
    return said | published if said - published else frozenset()


def _publishers(pack: Pack) -> frozenset[str]:
    """The glossary ids of those who published or wrote a source."""
    names = {name.casefold() for source in pack.sources.values() for name in (source.publisher, source.author) if name}
    return frozenset(t.id for t in pack.terms.values() if names & {one.casefold() for one in (t.name, *t.aliases)})


def _passages(cites: tuple[Citation, ...]) -> frozenset[tuple[str, int]]:
    return frozenset((cite.source, cite.paragraph) for cite in cites if cite.paragraph is not None)


def _said_by(cites: tuple[Citation, ...]) -> Iterator[str]:
    return (cite.said_by for cite in cites if cite.said_by)

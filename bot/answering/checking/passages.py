"""What a pack tells of each paragraph: everything that cites it, clause by clause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.answering import compose
from bot.answering.checking.claim import Claim
from bot.answering.checking.opposites import meant
from bot.answering.counter import items
from bot.answering.dates import spoken
from bot.model.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answering.checking.voices import Voices
    from bot.matching.matcher import Matcher
    from bot.model.entries import Citation, Fact

_CLAUSE: Final = re.compile(r"(?<=[.!?;:])\s+")
_YES: Final = re.compile(r"yes\b", re.IGNORECASE)
_POLAR: Final = re.compile(r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b", re.IGNORECASE)
_MANY: Final = 0.09  # of an entry's phrasings (one in twelve may ask `by land or by air?`), and at least
_SOME: Final = 3


@dataclass(frozen=True)
class Told:
    """One entry or fact on a paragraph: what it says there in `brief` and in full, whom it names, how sure it is."""

    item: Entry | Fact
    url: str
    hedge: str | None
    brief: tuple[Claim, ...]
    full: tuple[Claim, ...]
    names: frozenset[str]

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All that it states, but for what the fuller text denies: that is as a rule what the source leaves out."""
        return (*self.brief, *(claim for claim in self.full if not claim.denied))

    @cached_property
    def affirmed(self) -> frozenset[str]:
        """The keys of all that it states."""
        return self.names.union(*(claim.keys for claim in self.claims))

    @cached_property
    def briefly(self) -> frozenset[str]:
        """The keys of what it states in brief."""
        return self.names.union(*(claim.keys for claim in self.brief))

    @property
    def counts(self) -> bool:
        """Whether it gives a number in brief."""
        return any(claim.counts for claim in self.brief)

    @property
    def short(self) -> str:
        """What a reader is told first."""
        return (self.item.short or self.item.answer) if isinstance(self.item, Entry) else self.item.states


@dataclass(frozen=True)
class Passage:
    """A paragraph of a source with everything `told` of it; `asked` are keys that many questions about it have."""

    paragraph: int
    told: tuple[Told, ...]
    asked: frozenset[str]

    @cached_property
    def affirmed(self) -> frozenset[str]:
        """The keys of all that is told of it."""
        return frozenset[str]().union(*(one.affirmed for one in self.told))

    @cached_property
    def briefly(self) -> frozenset[str]:
        """The keys of what is told of it in brief."""
        return frozenset[str]().union(*(one.briefly for one in self.told))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All that is stated of it."""
        return tuple(claim for one in self.told for claim in one.claims)

    @cached_property
    def brief(self) -> tuple[Claim, ...]:
        """What is stated of it in brief."""
        return tuple(claim for one in self.told for claim in one.brief)

    @cached_property
    def senses(self) -> frozenset[str]:
        """The senses and words of all that."""
        return frozenset[str]().union(*(meant(token) for claim in self.claims for token in claim.read))

    @cached_property
    def together(self) -> tuple[frozenset[str], ...]:
        """The keys of what is said in one breath."""
        return (*(claim.keys for claim in self.claims), *self.together_in_brief)

    @cached_property
    def together_in_brief(self) -> tuple[frozenset[str], ...]:
        """The keys of what each entry or fact says in brief."""
        return tuple(one.briefly for one in self.told)


def passages(matcher: Matcher, voices: Voices) -> tuple[Passage, ...]:
    """Every paragraph that the pack cites."""
    found: dict[tuple[str, int], dict[str, Entry | Fact]] = {}
    for item in items(matcher.pack).values():
        for cite in item.cites:
            if cite.paragraph is not None:
                found.setdefault((cite.source, cite.paragraph), {})[item.id] = item
    asked = _asked(matcher)
    return tuple(
        Passage(
            paragraph,
            tuple(_told(matcher, voices, item, (source, paragraph)) for item in citing.values()),
            frozenset[str]().union(*(asked.get(key, frozenset()) for key in citing)),
        )
        for (source, paragraph), citing in found.items()
    )


def _told(matcher: Matcher, voices: Voices, item: Entry | Fact, place: tuple[str, int]) -> Told:
    cites = tuple(cite for cite in item.cites if (cite.source, cite.paragraph) == place)
    full = (item.answer,) if isinstance(item, Entry) else ()
    return Told(
        item,
        compose.footnote(matcher.pack, cites[0]).url,
        compose.hedge(cites),
        tuple(_claims(matcher, voices, _brief(item, cites))),
        tuple(_claims(matcher, voices, full)),
        frozenset(f"@{name}" for name in _names(matcher, item, cites) - voices.outlets),
    )


def _claims(matcher: Matcher, voices: Voices, texts: Iterable[str]) -> Iterator[Claim]:
    clauses = (clause for text in texts for clause in _CLAUSE.split(text) if clause)
    return (Claim.of(clause, matcher.lexicon, voices) for clause in clauses)


def _brief(item: Entry | Fact, cites: tuple[Citation, ...]) -> Iterator[str]:
    """What is told first, what stands in the source, and what a question takes for granted that is answered so."""
    yield from (cite.quote for cite in cites if cite.quote)
    if isinstance(item, Entry):
        yield item.short
        if _YES.match(item.short or item.answer) or not _POLAR.match(item.question):
            yield item.question
    else:
        yield item.states
        yield spoken(item.when) if item.when else ""


def _names(matcher: Matcher, item: Entry | Fact, cites: tuple[Citation, ...]) -> frozenset[str]:
    """The terms that belong to an entry or fact: its speakers, who and where, and whom its question names."""
    lent = item.facts if isinstance(item, Entry) else (item.id,)
    asked = matcher.lexicon.read(item.question) if isinstance(item, Entry) else ()
    return frozenset(
        [
            *(cite.said_by for cite in cites if cite.said_by),
            *(name for fact in matcher.pack.facts if fact.id in lent for name in (*fact.who, *fact.where)),
            *(token.term for token in asked if token.term),
        ]
    )


def _asked(matcher: Matcher) -> dict[str, frozenset[str]]:
    """How readers put what an entry tells: the keys that many of its phrasings have."""
    accounts = {candidate.id: matcher.account(at) for at, candidate in enumerate(matcher.candidates)}
    return {
        key: frozenset(word for word, count in account.asked.items() if count >= max(_SOME, _MANY * account.size))
        for key, account in accounts.items()
    }

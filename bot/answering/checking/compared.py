"""A claim beside a passage: how much of it is accounted for there, and by what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.answering.checking.claim import keys
from bot.answering.checking.opposites import contrary, kind, own
from bot.matching.words import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answering.checking.claim import Claim
    from bot.answering.checking.passages import Passage, Told
    from bot.matching.normalise import Token

_NEARLY: Final = {"fewer": frozenset({"less", "#decrease", "#rare"})}
_TIMING: Final = frozenset("recent last past next coming previous a an".split())
_BRIEFLY: Final = 0.75  # of a claim
_YEAR: Final = 4  # digits


@dataclass(frozen=True)
class Compared:
    """A claim beside a passage, and the entry or fact on it that is most like the claim (`told`)."""

    claim: Claim
    passage: Passage
    told: Told

    @property
    def beside(self) -> Iterator[Compared]:
        """The same claim beside every entry or fact on the passage."""
        return (Compared(self.claim, self.passage, told) for told in self.passage.told)

    @cached_property
    def missing(self) -> tuple[Token, ...]:
        """The words that nothing accounts for."""
        return tuple(token for token in self.claim.content if not self._holds(token))

    @property
    def share(self) -> float:
        """The part of the claim that is accounted for, 0 to 1."""
        return 1 - len(self.missing) / max(1, len(self.claim.content))

    @cached_property
    def nearness(self) -> float:
        """How much of it the entry or fact says itself, and says in brief, 0 to 2."""
        return self._part(self.told.affirmed) + self.in_brief

    @cached_property
    def in_brief(self) -> float:
        """The part that the entry or fact says in brief, 0 to 1."""
        return self._part(self.told.briefly)

    @property
    def at_once(self) -> float:
        """The part that the entry or fact says in brief or else in one clause, 0 to 1."""
        return max([self.in_brief, *(self._part(claim.keys) for claim in self.told.claims)])

    @property
    def supported(self) -> bool:
        """Whether the passage says all, and does not only mention it in passing: much in brief, or all in a clause."""
        clauses = (self._part(claim.keys) for claim in self.passage.claims)
        return not self.missing and (self._part(self.passage.briefly) >= _BRIEFLY or max(clauses, default=0.0) == 1)

    def names(self, token: Token, known: frozenset[str]) -> bool:
        """Whether a name, or whom it acts for, is among some keys."""
        return self.claim.root(token) in known or _known(token, known)

    def _part(self, known: frozenset[str]) -> float:
        return sum(_known(token, known) for token in self.claim.content) / max(1, len(self.claim.content))

    def _holds(self, token: Token) -> bool:
        if self.claim.is_name(token) or token in self.claim.things:
            return self._named(token)
        if token.word.isdigit():
            return self._counted(token)
        known = _known(token, self.passage.affirmed)
        if kind(token):
            return known and self._timed(token)
        if contrary(token) & self.passage.senses:
            return known and (token.word in _NEARLY or bool(own(token) & self.passage.senses))
        return known or _known(token, self.passage.asked)

    def _named(self, token: Token) -> bool:
        """Whether a name is told of here, in one breath with a name beside it in the claim; other things in brief."""
        if token.term in self.claim.voices.outlets or not self.names(token, self.passage.affirmed):
            return False
        if token not in self.claim.things:
            return True
        at = self.claim.things.index(token)
        beside = self.claim.things[max(0, at - 1) : at] + self.claim.things[at + 1 : at + 2]
        if self.claim.is_name(token):
            return not beside or any(self._together(token, other, self.passage.together) for other in beside)
        return all(self._together(token, other, self.passage.together_in_brief) for other in beside)

    def _together(self, one: Token, other: Token, breaths: Iterable[frozenset[str]]) -> bool:
        return any(self.names(one, said) and self.names(other, said) for said in breaths)

    def _counted(self, token: Token) -> bool:
        """Whether a number is told, as a date if it is part of one: by the entry or fact, or of the same elsewhere."""
        same = [(claim, one) for claim in self.passage.claims for one in claim.read if one.word == token.word]
        return any(
            _dated(claim, one) == _dated(self.claim, token)
            and (claim in self.told.claims or _after(claim, one) == _after(self.claim, token))
            for claim, one in same
        )

    def _timed(self, token: Token) -> bool:
        """Whether a measure of time stands in the passage as it does here: recent months are no recent years."""
        at = self.claim.read.index(token)
        before = self.claim.read[max(0, at - 1)]
        pairs = ((one.key, other.key) for claim in self.passage.claims for one, other in pairwise(claim.read))
        return (before.word not in _TIMING and not before.word.isdigit()) or (before.key, token.key) in pairs


def _known(token: Token, known: frozenset[str]) -> bool:
    """Whether some keys hold a word, or else each word of a name."""
    whole = (keys(token) - {*token.parts}) | _NEARLY.get(token.word, frozenset())
    return not whole.isdisjoint(known) or bool(token.parts and known.issuperset(token.parts))


def _after(claim: Claim, token: Token) -> str:
    """The key of the word behind a word."""
    at = claim.read.index(token) + 1
    return claim.read[at].key if at < len(claim.read) else ""


def _dated(claim: Claim, number: Token) -> bool:
    at = claim.read.index(number)
    beside = {token.word for token in claim.read[max(0, at - 1) : at + 2]}
    return len(number.word) == _YEAR or bool(beside & (CALENDAR | {"may", "march"}))

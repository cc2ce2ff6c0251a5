"""What a pack knows, asked in the factory's terms: what is supported, who is of one house, what is asked elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.matching.account import Account
from bot.matching.flips.asked import Asked
from bot.matching.normalise import tokens
from bot.matching.worded import Worded
from bot.matching.words import NEGATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.matching.candidates import Candidate
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

USUAL = 0.2  # of a candidate's phrasings, from which on what they say is taken for true
WIDE = 0.1  # of the answers, from which on a speaker (the outlet, the report's author) stands behind all
_TELLING = NEGATION | frozenset("only all every always first before after".split())


@dataclass(frozen=True, eq=False)
class Known:
    """A pack's candidates with their texts as read, and what they account for."""

    found: Sequence[Candidate]
    worded: Sequence[Worded]
    accounts: Sequence[Account]
    lexicon: Lexicon

    @classmethod
    def of(cls, found: Sequence[Candidate], lexicon: Lexicon) -> Known:
        """Read every text of the candidates, and count what they account for."""
        worded = [Worded.of(candidate, lexicon) for candidate in found]
        return cls(found, worded, [Account.of(*pair, lexicon, ()) for pair in zip(found, worded, strict=True)], lexicon)

    @cached_property
    def asked(self) -> Mapping[int, tuple[Asked, ...]]:
        """The phrasings of each candidate that answers."""
        return {
            at: tuple(Asked.of(*pair, at) for pair in zip(one.asks, self.worded[at].phrasings, strict=True))
            for at, one in enumerate(self.found)
            if one.answers
        }

    def supported(self, owner: int, token: Token) -> bool:
        """Whether a word of a phrasing is what the answer says too, or what most who ask say."""
        account = self.accounts[owner]
        if {token.key, token.stem, token.meaning} & account.said:
            return True
        return account.asked[token.key] >= max(2, USUAL * account.size)

    def strange(self, owner: int, text: str) -> bool:
        """Whether a candidate accounts for no content word of a text."""
        return not any(self.accounts[owner].holds(t) for t in self.lexicon.read(text) if t.content or t.term)

    def foreign(self, text: str) -> bool:
        """Whether no text of the pack has a word of this one."""
        return not any(token.word in self.lexicon.vocabulary for token in tokens(text) if token.content)

    def house(self, term: str, steps: int = 1) -> frozenset[str]:
        """A term with those that name it or that it names, and theirs in as many steps."""
        found = {term}
        for _ in range(steps):
            found |= {kin for one in found for kin in self.lexicon.kin.get(one, ())}
        return frozenset(found)

    @cached_property
    def _named(self) -> Mapping[int, frozenset[str]]:
        return {
            at: frozenset(kin for term in self.lexicon.terms if account.names(term) for kin in self.house(term))
            for at, account in enumerate(self.accounts)
        }

    def named(self, owner: int) -> frozenset[str]:
        """Every term that a candidate names, and those of one house with one."""
        return self._named[owner]

    @cached_property
    def wide(self) -> frozenset[str]:
        """Terms that so many answers rest on that none can be told to have nothing to do with them."""
        answers = [candidate for candidate in self.found if candidate.answers]
        counted = Counter(term for candidate in answers for term in candidate.terms)
        return frozenset(term for term, count in counted.items() if count >= max(2, WIDE * len(answers)))

    def denies(self, owner: int) -> bool:
        """Whether an answer begins with a denial."""
        return any(t.word in NEGATION for t in tokens(self.found[owner].says.partition(". ")[0]))

    @cached_property
    def _bags(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(_keys(read)) for worded in self.worded for read in worded.phrasings)

    @cached_property
    def _rows(self) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(_keys(read)) for worded in self.worded for read in worded.phrasings)

    def asks(self, read: Sequence[Token], *, in_order: bool) -> bool:
        """Whether some phrasing has the same content words, or the same in the same order."""
        return tuple(_keys(read)) in self._rows if in_order else frozenset(_keys(read)) in self._bags

    @cached_property
    def _holders(self) -> Mapping[str, int]:
        """For each key the candidates that account for it, one bit each; gaps answer nothing and have none."""
        holders: Counter[str] = Counter()
        for at in self.asked:
            for key in self.accounts[at].asked.keys() | self.accounts[at].said:
                holders[key] |= 1 << at
        return holders

    def beside_hold(self, owner: int, read: Sequence[Token]) -> bool:
        """Whether what rests on the same passage accounts for some words: a date may be one of these."""
        return any(
            self.found[at].shares_passage(self.found[owner]) and not self.accounts[at].lacking(read)
            for at in self.asked
            if at != owner
        )

    def elsewhere(self, read: Sequence[Token], owner: int) -> bool:
        """Whether another candidate accounts for every content word, and so may answer."""
        left = ~(1 << owner)
        for token in (token for token in read if token.content):
            held = self._holders
            left &= held.get(token.key, 0) | held.get(token.stem, 0) | held.get(token.meaning, 0)
        return left > 0


def _keys(read: Iterable[Token]) -> Iterable[str]:
    return (token.meaning for token in read if token.content or token.word in _TELLING)

"""What a candidate accounts for: the words of its phrasings and of what it says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.matching.answer_kind import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.matching.candidates import Candidate
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token


@dataclass(frozen=True)
class Account:
    """The words of one candidate; `asked` counts the phrasings that hold a key, `said` are the keys of its answer.

    A phrasing's own words can be taken out again (`without`), so that leave-one-out stays honest.
    """

    phrasings: tuple[tuple[Token, ...], ...]
    statement: tuple[Token, ...]
    asked: Counter[str]
    said: frozenset[str]
    kinds: Counter[str]

    @classmethod
    def of(cls, candidate: Candidate, lexicon: Lexicon) -> Account:
        """Read a candidate's texts."""
        phrasings = tuple(lexicon.read(ask) for ask in candidate.asks)
        statement = lexicon.read(candidate.says)
        return cls(
            phrasings,
            statement,
            Counter(key for read in phrasings for key in set(_keys(read))),
            frozenset(_keys(statement)) | {f"@{term}" for term in candidate.terms},
            Counter(kind for read in phrasings for kind in kinds(read)),
        )

    @property
    def texts(self) -> tuple[tuple[Token, ...], ...]:
        """All its phrasings, and its answer."""
        return (*self.phrasings, self.statement)

    def holds(self, token: Token, without: Sequence[Token] = ()) -> bool:
        """Whether the candidate accounts for a token, leaving one phrasing out of the account."""
        return any(
            key in self.said or self.asked[key] > (key in set(_keys(without)) if without else 0)
            for key in {token.key, token.stem, token.meaning}
        )

    def names(self, term: str) -> bool:
        """Whether the candidate names a glossary term anywhere."""
        return f"@{term}" in self.said or self.asked[f"@{term}"] > 0

    def asks_for(self, kind: str, without: Sequence[Token] = ()) -> bool:
        """Whether some phrasing asks for this kind of answer."""
        return self.kinds[kind] > (kind in kinds(without) if without else 0)


def _keys(read: Iterable[Token]) -> Iterable[str]:
    for token in read:
        yield from {token.key, token.stem, token.meaning, *token.parts}

"""The texts of a candidate, as the pack's lexicon reads them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.candidates import Candidate
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

    Read = tuple[Token, ...]

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Worded:
    """The tokens of each phrasing, of each look-alike (`not`), and of what the candidate says."""

    phrasings: tuple[Read, ...]
    look_alikes: tuple[Read, ...]
    statement: Read

    @classmethod
    def of(cls, candidate: Candidate, lexicon: Lexicon) -> Worded:
        """Read a candidate's texts, which takes a tenth of a millisecond each."""
        asks, refused = (tuple(map(lexicon.read, texts)) for texts in (candidate.asks, candidate.not_))
        return cls(asks, refused, lexicon.read(candidate.says))

    def sampled(self, share: float) -> Worded:
        """The same with a share of its phrasings and of its look-alikes."""
        return replace(self, phrasings=sampled(self.phrasings, share), look_alikes=sampled(self.look_alikes, share))

    @property
    def affirmed(self) -> tuple[Read, ...]:
        """All its phrasings, and what it says."""
        return (*self.phrasings, self.statement)


def sampled(items: Sequence[Item], share: float) -> tuple[Item, ...]:
    """The first item, and as many of the others, evenly spread, as make up a share of all."""
    return tuple(item for at, item in enumerate(items) if not at or int((at + 1) * share) > int(at * share))

"""How much of a question each candidate accounts for, over all its phrasings and its answer together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from bot.matching.english import rarity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.matching.account import Account
    from bot.matching.normalise import Token

    Vector = NDArray[np.float32]

SAID = 2 / 3  # how far a word of the answer is accounted for by that alone
FULL = 3  # phrasings of an average candidate that must have a word for it to be accounted for in full


@dataclass(frozen=True, eq=False)
class Coverage:
    """Postings sorted by word: candidates `owners[starts[k]:starts[k+1]]` account for word `hashes[k]`, by `amounts`.

    One phrasing accounts for 1/3 of a word where the candidate has as many phrasings as the average, for more where it
    has fewer (`ones`), so that a gap of ten questions is no weaker than an entry of forty.
    """

    size: int
    ones: NDArray[np.float32]
    hashes: NDArray[np.uint32]
    starts: NDArray[np.int64]
    owners: NDArray[np.int32]
    amounts: NDArray[np.float32]

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> Coverage:
        """Count each word of each candidate."""
        asks = np.array([account.size for account in accounts])
        average = asks[asks > 0].mean() if asks.any() else 1
        ones = np.asarray(1 / np.maximum(1, FULL * asks / average), np.float32)
        rows = [
            (_hash(key), owner, ones[owner] * account.asked[key] + SAID * (key in account.said))
            for owner, account in enumerate(accounts)
            for key in account.asked.keys() | account.said
        ]
        table = np.array(sorted(rows), np.float64).reshape(-1, 3)
        hashes, starts = np.unique(table[:, 0], return_index=True)
        return cls(
            len(accounts),
            ones,
            hashes.astype(np.uint32),
            np.append(starts, len(table)),
            table[:, 1].astype(np.int32),
            table[:, 2].astype(np.float32),
        )

    def shares(
        self, read: Sequence[Token], weigh: Callable[[str], float], without: int | None = None
    ) -> tuple[Vector, Vector]:
        """For each candidate the share of the question's weight it accounts for, and how much is said that it lacks.

        `without` names the candidate that the question is a phrasing of: its own words are taken out of the count.
        """
        content = {token.key: token for token in read if token.content}
        share, lacking = np.zeros(self.size, np.float32), np.zeros(self.size, np.float32)
        total = sum(weigh(key) for key in content) or 1.0
        for key, token in content.items():
            amounts = self._amounts(token.key, token.stem, token.meaning)
            if without is not None and without >= 0:
                amounts = amounts.copy()
                amounts[without] -= self.ones[without]
            share += np.minimum(amounts, 1) * np.float32(weigh(key) / total)
            lacking += np.float32(rarity(token.word)) * (amounts <= _NONE)
        return share, lacking

    @cached_property
    def _amounts(self) -> Callable[[str, str, str], Vector]:
        return lru_cache(maxsize=20_000)(self._sum)

    def _sum(self, *keys: str) -> Vector:
        """How far each candidate accounts for the best known of some names of a word."""
        amounts = np.zeros(self.size, np.float32)
        for key in set(keys):
            at = int(np.searchsorted(self.hashes, _hash(key)))
            if at < len(self.hashes) and self.hashes[at] == _hash(key):
                span = slice(int(self.starts[at]), int(self.starts[at + 1]))
                np.maximum.at(amounts, self.owners[span], self.amounts[span])
        return amounts


_NONE = 1e-6  # what is left of a word by rounding when its only phrasing is taken out


def _hash(key: str) -> np.uint32:
    return np.uint32(crc32(key.encode("utf-8", "replace")))

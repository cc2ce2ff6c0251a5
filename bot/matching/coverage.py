"""How much of a question each candidate accounts for, over all its phrasings and its answer together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.matching.account import Account
    from bot.matching.normalise import Token

    Vector = NDArray[np.float32]

SAID = 2  # a word of the answer counts as much as one of two phrasings
FULL = 3  # from here on a word counts as fully accounted for


@dataclass(frozen=True, eq=False)
class Coverage:
    """Postings sorted by word: candidates `owners[starts[k]:starts[k+1]]` have word `hashes[k]`, `counts` times."""

    size: int
    hashes: NDArray[np.uint32]
    starts: NDArray[np.int64]
    owners: NDArray[np.int32]
    counts: NDArray[np.int32]

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> Coverage:
        """Count each word of each candidate."""
        rows = [
            (_hash(key), owner, account.asked[key] + SAID * (key in account.said))
            for owner, account in enumerate(accounts)
            for key in account.asked.keys() | account.said
        ]
        table = np.array(sorted(rows), np.int64).reshape(-1, 3)
        hashes, starts = np.unique(table[:, 0], return_index=True)
        return cls(
            len(accounts),
            hashes.astype(np.uint32),
            np.append(starts, len(table)),
            table[:, 1].astype(np.int32),
            table[:, 2].astype(np.int32),
        )

    def shares(
        self, read: Sequence[Token], weigh: Callable[[str], float], without: int | None = None
    ) -> tuple[Vector, Vector]:
        """For each candidate the share of the question's weight it accounts for, and how many words it lacks.

        `without` names the candidate that the question is a phrasing of: its own words are taken out of the count.
        """
        content = {token.key: token for token in read if token.content}
        share, held = np.zeros(self.size, np.float32), np.zeros(self.size, np.float32)
        total = sum(weigh(key) for key in content) or 1.0
        for key, token in content.items():
            known = np.minimum(self._counts(token, without) / FULL, 1)
            share += known * np.float32(weigh(key) / total)
            held += known > 0
        return share, len(content) - held

    def _counts(self, token: Token, without: int | None) -> Vector:
        counts = np.zeros(self.size, np.float32)
        for key in {token.key, token.stem, token.meaning}:
            at = int(np.searchsorted(self.hashes, _hash(key)))
            if at < len(self.hashes) and self.hashes[at] == _hash(key):
                span = slice(int(self.starts[at]), int(self.starts[at + 1]))
                found = self.counts[span] - (self.owners[span] == without if without is not None else 0)
                np.maximum.at(counts, self.owners[span], found.astype(np.float32))
        return counts


def _hash(key: str) -> np.uint32:
    return np.uint32(crc32(key.encode("utf-8", "replace")))

"""Questions that stand in the pack word for word: what a curator wrote down needs no guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from bot.matching.examples import NOBODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.matching.normalise import Token
    from bot.matching.worded import Worded


@dataclass(frozen=True, eq=False)
class Exact:
    """Sorted `hashes` of phrasings and look-alikes with the candidate each belongs to (`owners`, `refusers`)."""

    hashes: NDArray[np.uint32]
    owners: NDArray[np.int32]
    refusers: NDArray[np.int32]

    @classmethod
    def of(cls, worded: Sequence[Worded]) -> Exact:
        """All phrasings and look-alikes of a pack's candidates, by their words."""
        rows = [(_hash(read), at, NOBODY) for at, one in enumerate(worded) for read in one.phrasings]
        rows += [(_hash(read), NOBODY, at) for at, one in enumerate(worded) for read in one.look_alikes]
        hashes, owners, refusers = np.array(sorted(rows), np.int64).reshape(-1, 3).T
        return cls(hashes.astype(np.uint32), owners.astype(np.int32), refusers.astype(np.int32))

    def owner(self, read: Sequence[Token]) -> int | None:
        """The one candidate that has this very question as a phrasing; None where several have the same words."""
        found = {int(at) for at in self.owners[self._span(read)] if at >= 0}
        return found.pop() if len(found) == 1 else None

    def refused(self, read: Sequence[Token]) -> frozenset[int]:
        """The candidates that have this very question as a look-alike."""
        return frozenset(int(at) for at in self.refusers[self._span(read)] if at >= 0)

    def _span(self, read: Sequence[Token]) -> slice:
        key = _hash(read)
        return slice(*(int(np.searchsorted(self.hashes, key, side=side)) for side in ("left", "right")))


def _hash(read: Sequence[Token]) -> np.uint32:
    return np.uint32(crc32(" ".join(token.key for token in read).encode("utf-8", "replace")))

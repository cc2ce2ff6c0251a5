"""How alike a question is to all phrasings of a candidate taken together: the cosine with their sum (Rocchio 1971)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Vector = NDArray[np.float32]
    Places = NDArray[np.int64]

_NOTHING = 1e-3  # keeps the sum of no phrasing from being alike to anything


@dataclass(frozen=True, eq=False)
class Centroids:
    """The candidate of each phrasing (`owners`), and how long the sum of each candidate's is (`lengths`)."""

    owners: NDArray[np.int32]
    lengths: Vector

    @classmethod
    def of(cls, owners: NDArray[np.int32], candidates: int, among: Callable[[Places], Matrix]) -> Centroids:
        """`among` tells how alike some phrasings are to each other."""
        squares = [among(np.flatnonzero(owners == at)).sum() for at in range(candidates)]
        return cls(owners, np.sqrt(np.array(squares, np.float32)))

    def cosines(self, alike: Vector) -> Vector:
        """From how alike a question is to each phrasing: shape (candidates,)."""
        return np.asarray(self._sums(alike) / np.maximum(self.lengths, _NOTHING), np.float32)

    def without(self, alike: Vector, row: int) -> Vector:
        """The same for a phrasing, which is left out of its own candidate's."""
        owner, out = int(self.owners[row]), self.cosines(alike)
        own = float(self._sums(alike)[owner])
        left = float(self.lengths[owner]) ** 2 - 2 * own + float(alike[row])
        out[owner] = (own - alike[row]) / np.sqrt(left) if left > _NOTHING else 0
        return out

    def _sums(self, alike: Vector) -> NDArray[np.float64]:
        return np.bincount(self.owners, alike, minlength=len(self.lengths)).astype(np.float64)

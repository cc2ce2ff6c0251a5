"""The phrasings most like a question, candidate by candidate: what a sum over all of them may drown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

DEPTH = 3  # phrasings looked at: the nearest, and the mean of the three nearest


@dataclass(frozen=True, eq=False)
class Runs:
    """The rows of a pack in runs of one candidate's: `starts` of each, with the candidate it belongs to.

    `asked` marks runs of phrasings, the others are of look-alikes; a candidate may have one run of each, or none.
    """

    starts: NDArray[np.int64]
    candidates: NDArray[np.int64]
    asked: NDArray[np.bool_]

    @classmethod
    def of(cls, owners: NDArray[np.int32], refusers: NDArray[np.int32]) -> Runs:
        """The runs of rows that are sorted by owner, look-alikes (by refuser) behind them."""
        belongs = np.where(owners >= 0, owners, refusers).astype(np.int64)
        begins = np.ones(len(owners), bool)
        begins[1:] = (belongs[1:] != belongs[:-1]) | ((owners[1:] >= 0) != (owners[:-1] >= 0))
        starts = np.flatnonzero(begins)
        return cls(starts, belongs[starts], owners[starts] >= 0)

    def nearest(self, alike: Vector) -> Vector:
        """The highest likenesses within each run, best first: shape (runs, DEPTH), 0 where a run has fewer rows."""
        if not len(alike):
            return np.zeros((0, DEPTH), np.float32)
        left, out = np.maximum(alike, 0), np.zeros((len(self.starts), DEPTH), np.float32)
        lengths = np.diff(np.append(self.starts, len(alike)))
        for depth in range(DEPTH):
            out[:, depth] = np.maximum.reduceat(left, self.starts)
            highest = np.flatnonzero(left == np.repeat(out[:, depth], lengths))
            _, first = np.unique(np.searchsorted(self.starts, highest, side="right"), return_index=True)
            left[highest[first]] = 0
        return out

    def own(self, nearest: Vector, candidate: int) -> Vector:
        """Those of a candidate's phrasings, shape (DEPTH,)."""
        run = np.flatnonzero(self.asked & (self.candidates == candidate))
        return nearest[run[0]] if len(run) else np.zeros(DEPTH, np.float32)

    def against(self, nearest: Vector, opposed: NDArray[np.bool_], but: int | None = None) -> Vector:
        """The highest of what no candidate answers that could: every look-alike, and what `opposed` ones are asked.

        `but` is a candidate that is left out of this.
        """
        runs = ~self.asked | opposed[self.candidates]
        if but is not None:
            runs &= self.candidates != but
        return np.sort(nearest[runs], axis=None)[::-1][:DEPTH] if runs.any() else np.zeros(DEPTH, np.float32)

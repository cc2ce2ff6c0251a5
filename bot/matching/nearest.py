"""The phrasings most like a question, candidate by candidate: what a sum over all of them may drown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.features import plain_features
from bot.matching.space import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.matching.features import Counted
    from bot.matching.worded import Worded

    Matrix = NDArray[np.float32]
    Vector = NDArray[np.float32]

DEPTH = 3  # phrasings looked at: the nearest, and the mean of the three nearest
SHARES = 0.7, 0.3  # of words and of pairs in how near a phrasing is: about as the kernel has them


@dataclass(frozen=True, eq=False)
class Near:
    """All phrasings and look-alikes of a pack, by their words and pairs: in these, near copies are cheap to find."""

    space: Space
    runs: Runs

    @classmethod
    def of(cls, worded: Sequence[Worded]) -> Near:
        """The phrasings of every candidate in their order, then all look-alikes."""
        asked = [(read, at) for at, one in enumerate(worded) for read in one.phrasings]
        refused = [(read, at) for at, one in enumerate(worded) for read in one.look_alikes]
        found = [plain_features(read) for read, _ in asked + refused]
        spaces = [Space.of([one[kind] for one in found]) for kind in range(len(SHARES))]
        owners = np.array([at for _, at in asked + refused], np.int64)
        return cls(Space.blend(spaces, SHARES), Runs.of(owners, np.arange(len(owners)) < len(asked)))

    def to(self, asked: Sequence[Counted], indexed: Vector, but: int | None = None) -> Nearest:
        """The nearest of each run to a question, given as its `features`.

        `indexed` is how alike it is to the rows of the index: where these are all, that knows more, of spelling and of
        meaning. `but` is the row of a phrasing that is left out.
        """
        alike = indexed.copy() if len(indexed) == self.space.size else self.space.cosines(*asked[: len(SHARES)])
        return self.runs.nearest(alike, but)


@dataclass(frozen=True, eq=False)
class Runs:
    """The rows of a pack in runs of one candidate's: `starts` of each, with the candidate it belongs to.

    `asked` marks runs of phrasings, the others are of look-alikes; a candidate may have one run of each, or none.
    """

    starts: NDArray[np.int64]
    candidates: NDArray[np.int64]
    asked: NDArray[np.bool_]

    @classmethod
    def of(cls, belongs: NDArray[np.int64], asked: NDArray[np.bool_]) -> Runs:
        """The runs of phrasings that are sorted by the candidate they belong to, and of look-alikes behind them."""
        begins = np.ones(len(belongs), bool)
        begins[1:] = (belongs[1:] != belongs[:-1]) | (asked[1:] != asked[:-1])
        starts = np.flatnonzero(begins)
        return cls(starts, belongs[starts], asked[starts])

    def nearest(self, alike: Vector, but: int | None = None, depth: int = DEPTH) -> Nearest:
        """The highest likenesses within each run; `but` is a row that is left out."""
        left = np.maximum(alike, 0)
        if but is not None:
            left[but] = 0
        return Nearest(self._highest(left, depth) if len(left) else np.zeros((0, depth), np.float32), self)

    def _highest(self, left: Vector, depth: int) -> Matrix:
        out = np.zeros((len(self.starts), depth), np.float32)
        lengths = np.diff(np.append(self.starts, len(left)))
        for at in range(depth):
            out[:, at] = np.maximum.reduceat(left, self.starts)
            if at == depth - 1:
                break
            highest = np.flatnonzero(left == np.repeat(out[:, at], lengths))
            run = np.searchsorted(self.starts, highest, side="right")
            left[highest[np.diff(run, prepend=0) > 0]] = 0  # the first of each run: others may be as high
        return out


@dataclass(frozen=True, eq=False)
class Nearest:
    """How near the nearest rows of each run are to a question: `likeness` (runs, depth), best first, else 0."""

    likeness: Matrix
    runs: Runs

    def own(self, candidate: int) -> Vector:
        """Those of a candidate's phrasings, shape (depth,)."""
        run = np.flatnonzero(self.runs.asked & (self.runs.candidates == candidate))
        return self.likeness[run[0]] if len(run) else np.zeros(self.likeness.shape[1], np.float32)

    def against(self, opposed: NDArray[np.bool_], but: int | None = None) -> Vector:
        """The highest of what no candidate answers that could: every look-alike, and what `opposed` ones are asked.

        `but` is a candidate that is left out of this.
        """
        return self._of(~self.runs.asked | opposed[self.runs.candidates], but)

    def beside(self, rivals: NDArray[np.bool_], but: int | None = None) -> Vector:
        """The highest of what `rivals` are asked."""
        return self._of(self.runs.asked & rivals[self.runs.candidates], but)

    def _of(self, runs: NDArray[np.bool_], but: int | None) -> Vector:
        kept = runs if but is None else runs & (self.runs.candidates != but)
        depth = self.likeness.shape[1]
        return np.sort(np.append(self.likeness[kept], np.zeros(depth, np.float32)))[::-1][:depth]

"""The index of a pack, and what it says of one question: how strongly each candidate is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.features import features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.matching.coverage import Coverage
    from bot.matching.kernel import Shape
    from bot.matching.normalise import Token
    from bot.matching.space import Space

    Matrix = NDArray[np.float32]
    Vector = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Evidence:
    """What speaks for each candidate, all of shape (candidates,).

    `scores` sum up; `share` and `missing` tell how much of the question's weight a candidate accounts for and how many
    words it lacks; `row` is its phrasing most like the question (-1 for a candidate without phrasings).
    """

    scores: Vector
    share: Vector
    missing: Vector
    row: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Index:
    """All phrasings of a pack in three feature spaces, and the regression over them.

    `owners[row]` is the candidate of a phrasing (NOBODY for a look-alike); `answers` is a space over the candidates'
    answer texts. The weights are those of the answer text and of the coverage beside the regression.
    """

    spaces: tuple[Space, Space, Space]
    answers: Space
    owners: NDArray[np.int32]
    shape: Shape
    alpha: Matrix
    coverage: Coverage
    weights: tuple[float, float]

    def evidence(self, read: Sequence[Token]) -> Evidence:
        """The evidence of one question."""
        words, pairs, pieces = features(read)
        cosines = [s.cosines(f) for s, f in zip(self.spaces, (words, pairs, pieces), strict=True)]
        kernel = self.shape.kernel(cosines)
        share, missing = self.coverage.shares(read, self.spaces[0].weigh)
        scores = summed(kernel @ self.alpha, self.answers.cosines(words), share, self.weights)
        return Evidence(scores, share, missing, self._nearest(kernel))

    def _nearest(self, kernel: Vector) -> NDArray[np.int64]:
        """For each candidate the row of its phrasing with the highest kernel value."""
        row = np.full(self.answers.size + 1, -1, np.int64)
        order = np.argsort(kernel, kind="stable")
        row[self.owners[order]] = order
        return row[:-1]


def summed(predicted: Vector, answer: Vector, share: Vector, weights: tuple[float, float]) -> Vector:
    """The regression's predictions with the answer text's cosine and the coverage, each at its weight."""
    return np.asarray(predicted + np.float32(weights[0]) * answer + np.float32(weights[1]) * share, np.float32)

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

NOBODY = -1  # owner of a phrasing that no candidate answers (`not`)


@dataclass(frozen=True, eq=False)
class Evidence:
    """What speaks for each candidate, all of shape (candidates,).

    `scores` sum up; `nearest` is the kernel value (0 to 1) of the candidate's most similar phrasing, whose row is
    `row`; `refused` that of its most similar look-alike (`not`); `share` and `missing` tell how much of the question's weight it accounts for, and how many words it lacks.
    """

    scores: Vector
    nearest: Vector
    row: NDArray[np.int64]
    share: Vector
    missing: Vector
    refused: Vector


@dataclass(frozen=True, eq=False)
class Index:
    """All phrasings of a pack in three feature spaces, and the regression over them.

    `owners[row]` is the candidate of a phrasing, `refusers[row]` that of a look-alike, each NOBODY for the other; `answers` is a space over the candidates' answer texts. The weights
    are those of the answer text and of the coverage beside the regression.
    """

    spaces: tuple[Space, Space, Space]
    answers: Space
    owners: NDArray[np.int32]
    refusers: NDArray[np.int32]
    shape: Shape
    alpha: Matrix
    coverage: Coverage
    weights: tuple[float, float]

    def evidence(self, read: Sequence[Token]) -> Evidence:
        """The evidence of one question."""
        words, pairs, pieces = features(read)
        cosines = np.stack([s.cosines(f) for s, f in zip(self.spaces, (words, pairs, pieces), strict=True)])
        kernel = self.shape.kernel(cosines)
        share, missing = self.coverage.shares(read, self.spaces[0].weigh)
        nearest, row = nearest_rows(kernel, self.owners, self.answers.size)
        scores = summed(kernel @ self.alpha, self.answers.cosines(words), share, self.weights)
        refused, _ = nearest_rows(kernel, self.refusers, self.answers.size)
        return Evidence(scores, nearest, row, share, missing, refused)


def summed(predicted: Vector, answer: Vector, share: Vector, weights: tuple[float, float]) -> Vector:
    """The regression's predictions with the answer text's cosine and the coverage, each at its weight."""
    return predicted + np.float32(weights[0]) * answer + np.float32(weights[1]) * share


def nearest_rows(kernel: Vector, owners: NDArray[np.int32], size: int) -> tuple[Vector, NDArray[np.int64]]:
    """The highest kernel value of each candidate, and the row that has it (-1 for a candidate without phrasings)."""
    nearest = np.zeros(size + 1, np.float32)
    np.maximum.at(nearest, owners, kernel)
    row = np.full(size + 1, -1, np.int64)
    best = np.flatnonzero(kernel >= nearest[owners])
    row[owners[best]] = best
    return nearest[:size], row[:size]

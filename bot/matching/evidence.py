"""The index of a pack, and what it says of one question: how strongly each candidate is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.features import features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.matching.kernel import Shape
    from bot.matching.normalise import Token
    from bot.matching.space import Space

    Matrix = NDArray[np.float32]
    Vector = NDArray[np.float32]

NOBODY = -1  # owner of a phrasing that no candidate answers (`not`)


@dataclass(frozen=True, eq=False)
class Evidence:
    """What speaks for each candidate, all of shape (candidates,).

    `scores` are the regression's predictions with the answer text's share; `nearest` the kernel value (0 to 1) of the
    candidate's most similar phrasing, whose row is `row`; `answer` the cosine with the candidate's answer.
    """

    scores: Vector
    nearest: Vector
    answer: Vector
    row: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Index:
    """All phrasings of a pack in three feature spaces, and the regression over them.

    `owners[row]` is the candidate of a phrasing; `answers` is a space over the candidates' answer texts.
    """

    spaces: tuple[Space, Space, Space]
    answers: Space
    owners: NDArray[np.int32]
    shape: Shape
    alpha: Matrix
    answer_weight: float

    def evidence(self, read: Sequence[Token]) -> Evidence:
        """The evidence of one question."""
        words, pairs, pieces = features(read)
        cosines = np.stack([s.cosines(f) for s, f in zip(self.spaces, (words, pairs, pieces), strict=True)])
        kernel = self.shape.kernel(cosines)
        answer = self.answers.cosines(words)
        nearest, row = nearest_rows(kernel, self.owners, self.answers.size)
        return Evidence(kernel @ self.alpha + self.answer_weight * answer, nearest, answer, row)


def nearest_rows(kernel: Vector, owners: NDArray[np.int32], size: int) -> tuple[Vector, NDArray[np.int64]]:
    """The highest kernel value of each candidate, and the row that has it (-1 for a candidate without phrasings)."""
    nearest = np.zeros(size + 1, np.float32)
    np.maximum.at(nearest, owners, kernel)
    row = np.full(size + 1, -1, np.int64)
    best = np.flatnonzero(kernel >= nearest[owners])
    row[owners[best]] = best
    return nearest[:size], row[:size]

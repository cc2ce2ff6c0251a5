"""The index of a pack, and what it says of one question: how strongly each candidate is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.answer_kind import KINDS, kinds
from bot.matching.features import features

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.matching.coverage import Coverage
    from bot.matching.kernel import Shape
    from bot.matching.meanings import Meanings
    from bot.matching.normalise import Token
    from bot.matching.space import Space

    Matrix = NDArray[np.float32]
    Vector = NDArray[np.float32]
    Encode = Callable[[Sequence[Token]], Vector]

SAME = 0.98  # lexical likeness from which on a question means what the phrasing means, and needs no encoder


@dataclass(frozen=True, eq=False)
class Evidence:
    """What speaks for each candidate, all of shape (candidates,).

    `scores` sum up what speaks for it, `alike` tells how much the question resembles its look-alikes, `missing` how
    much the question says that it lacks, `fit` what share of the kinds of answer asked for it is ever asked for; `row`
    is its phrasing most like the question (-1 where it has none).
    """

    scores: Vector
    alike: Vector
    missing: Vector
    fit: Vector
    row: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Index:
    """All phrasings of a pack in three feature spaces, with their meanings if there is an encoder, and the regression.

    `owners[row]` is the candidate of a phrasing (NOBODY for a look-alike), `refusing` are the candidates with
    look-alikes; `kinds` marks what kinds of answer each candidate is asked for, shape (candidates, `KINDS`); `answers`
    is a space over the candidates' answer texts. The weights are those of the answer text and of the coverage beside
    the regression.
    """

    spaces: tuple[Space, Space, Space]
    meanings: Meanings | None
    answers: Space
    owners: NDArray[np.int32]
    refusing: NDArray[np.int64]
    kinds: NDArray[np.bool_]
    shape: Shape
    alpha: Matrix
    coverage: Coverage
    weights: tuple[float, float]

    def evidence(self, read: Sequence[Token], encode: Encode | None = None) -> Evidence:
        """The evidence of one question; `encode` gives its vector, asked only where that can change something."""
        words, pairs, pieces = features(read)
        cosines = [s.cosines(f) for s, f in zip(self.spaces, (words, pairs, pieces), strict=True)]
        if self.meanings is not None:
            cosines.append(self._meant(self.meanings, cosines, read, encode))
        kernel = self.shape.kernel(cosines)
        share, missing = self.coverage.shares(read, self.spaces[0].weigh)
        asked, alike = self._predicted(kernel)
        scores = summed(asked, self.answers.cosines(words), share, self.weights)
        return Evidence(scores, alike, missing, self._fit(read), self._nearest(kernel))

    def _fit(self, read: Sequence[Token]) -> Vector:
        asked = [KINDS.index(kind) for kind in kinds(read)]
        return self.kinds[:, asked].mean(axis=1, dtype=np.float32) if asked else np.ones(len(self.kinds), np.float32)

    def _meant(
        self, meanings: Meanings, lexical: Sequence[Vector], read: Sequence[Token], encode: Encode | None
    ) -> Vector:
        """How alike a question and each phrasing are in meaning; without an encoder, as alike as their words."""
        weights = self.shape.weights[: len(lexical)]
        alike = np.average(lexical, axis=0, weights=weights).astype(np.float32)
        if encode is None:
            return alike
        best = int(alike.argmax())
        return meanings.cosines(meanings.vectors[best] if alike[best] >= SAME else encode(read))

    def _predicted(self, kernel: Vector) -> tuple[Vector, Vector]:
        return split(kernel @ self.alpha, self.refusing, self.answers.size)

    def _nearest(self, kernel: Vector) -> NDArray[np.int64]:
        """For each candidate the row of its phrasing with the highest kernel value."""
        row = np.full(self.answers.size + 1, -1, np.int64)
        order = np.argsort(kernel, kind="stable")
        row[self.owners[order]] = order
        return row[:-1]


def split(predicted: Matrix, refusing: NDArray[np.int64], candidates: int) -> tuple[Matrix, Matrix]:
    """Predictions (…, candidates + refusing) as those for being asked for and for being merely resembled.

    Both have shape (…, candidates).
    """
    alike = np.zeros((*predicted.shape[:-1], candidates), np.float32)
    alike[..., refusing] = predicted[..., candidates:]
    return predicted[..., :candidates], alike


def summed(predicted: Vector, answer: Vector, share: Vector, weights: tuple[float, float]) -> Vector:
    """The regression's predictions with the answer text's cosine and the coverage, each at its weight."""
    return np.asarray(predicted + np.float32(weights[0]) * answer + np.float32(weights[1]) * share, np.float32)

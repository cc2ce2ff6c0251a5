"""The index of a pack, and what it says of one question: how strongly each candidate is meant."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.answer_kind import KINDS, kinds
from bot.matching.features import features

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.matching.centroids import Centroids
    from bot.matching.coverage import Coverage
    from bot.matching.kernel import Shape
    from bot.matching.likeness import Likeness
    from bot.matching.nearest import Near, Nearest, Runs
    from bot.matching.normalise import Token
    from bot.matching.regression import Regression
    from bot.matching.space import Space

    Matrix = NDArray[np.float32]
    Vector = NDArray[np.float32]
    Weights = tuple[float, float, float]
    Encode = Callable[[Sequence[Token]], Vector]


@dataclass(frozen=True, eq=False)
class Evidence:
    """What speaks for each candidate, all of shape (candidates,) but the last three.

    `scores` sum up what speaks for it, `alike` tells how much the question resembles its look-alikes, `missing` how
    much the question says that it lacks, `fit` what share of the kinds of answer asked for it is ever asked for,
    `whole` how like all its phrasings together the question is, 0 where the index has no centroids.
    `likeness` tells how like each indexed phrasing the question is, shape (phrasings,), `nearest` how near the nearest
    of all are, and `closest` how near the nearest indexed ones are in meaning.
    """

    scores: Vector
    alike: Vector
    missing: Vector
    fit: Vector
    whole: Vector
    likeness: Vector
    nearest: Nearest
    closest: Nearest


@dataclass(frozen=True, eq=False)
class Index:
    """The examples of a pack, by how alike they are, and the regression over them.

    `owners[row]` is the candidate of a phrasing, ascending, then NOBODY for every look-alike; `refusing` are the
    candidates with look-alikes, and `rows` the runs of both; `near` knows phrasings that are no rows here, too; `kinds`
    marks what kinds of answer each candidate is asked for, shape (candidates, `KINDS`); `answers` is a space over the
    candidates' answer texts.
    `centroids` are None where a curator has told what is not answered. The weights are those of the answer text, of the
    coverage and of the centroids beside the regression.
    """

    likeness: Likeness
    answers: Space
    owners: NDArray[np.int32]
    refusing: NDArray[np.int64]
    rows: Runs
    near: Near
    kinds: NDArray[np.bool_]
    shape: Shape
    regression: Regression
    coverage: Coverage
    centroids: Centroids | None
    weights: Weights

    def evidence(self, read: Sequence[Token], encode: Encode | None = None) -> Evidence:
        """The evidence of one question; `encode` gives its vector, asked only where that can change something."""
        seen = features(read)
        meanings = self.likeness.meanings
        placed = (lambda: meanings.placed(encode(read))) if meanings and encode else None
        alike, means = self.likeness.to(seen, placed)
        share, missing = self.coverage.shares(read, self.weigh)
        asked, resembled = split(self.regression.predict(self.shape.kernel(alike)), self.refusing, self.answers.size)
        whole = self.centroids.cosines(alike) if self.centroids else np.zeros(len(share), np.float32)
        scores = summed(asked, (self.answers.cosines(seen[0]), share, whole), self.weights)
        nearest, closest = self.near.to(seen, alike), self.rows.nearest(means, depth=1)
        return Evidence(scores, resembled, missing, self._fit(read), whole, alike, nearest, closest)

    def weigh(self, word: str) -> float:
        """The idf of a word over the pack's phrasings."""
        return self.likeness.space.weigh(word)

    def nearest(self, alike: Vector, candidate: int) -> int | None:
        """The row of a candidate's phrasing that a question is most like."""
        asked = self.owners[: self._asked]
        start, end = (int(np.searchsorted(asked, candidate, side=side)) for side in ("left", "right"))
        return start + int(alike[start:end].argmax()) if end > start else None

    @cached_property
    def _asked(self) -> int:
        """How many rows are phrasings; those behind them are look-alikes."""
        return int((self.owners >= 0).sum())

    def _fit(self, read: Sequence[Token]) -> Vector:
        asked = [KINDS.index(kind) for kind in kinds(read)]
        return self.kinds[:, asked].mean(axis=1, dtype=np.float32) if asked else np.ones(len(self.kinds), np.float32)


def split(predicted: Matrix, refusing: NDArray[np.int64], candidates: int) -> tuple[Matrix, Matrix]:
    """Predictions (…, candidates + refusing) as those for being asked for and for being merely resembled.

    Both have shape (…, candidates).
    """
    alike = np.zeros((*predicted.shape[:-1], candidates), np.float32)
    alike[..., refusing] = predicted[..., candidates:]
    return predicted[..., :candidates], alike


def summed(predicted: Vector, beside: Sequence[Vector], weights: Weights) -> Vector:
    """The regression's predictions with the answer text's cosines, the coverage and the centroids' cosines."""
    weighed = (np.float32(weight) * one for weight, one in zip(weights, beside, strict=True) if weight)
    return np.asarray(sum(weighed, start=predicted), np.float32)

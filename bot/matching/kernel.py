"""Kernel ridge regression over all phrasings, its constants chosen by closed-form leave-one-out.

The method is the one that measured best among lexical ones (kernel over three cosine spaces, one-against-rest
targets); the leave-one-out identities are those of ridge regression: with G = (K + ridge·I)⁻¹ the prediction for
phrasing i without it is y_i - (G·Y)_i / G_ii, and for a block B without the block Y_B - G_BB⁻¹·(G·Y)_B.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

SAMPLE = 900  # phrasings that the shape is chosen on, about; solving grows with the cube
TEMPERATURES = (0.18, 0.25, 0.35, 0.5)
WEIGHTS = ((0.45, 0.2, 0.35), (0.6, 0.1, 0.3), (0.3, 0.1, 0.6), (0.3, 0.3, 0.4), (0.6, 0.3, 0.1))
MEANING = (0.55, 0.4, 0.7, 0.85)  # the share of meaning in a question's likeness, where there is an encoder
RIDGES = (0.1, 0.3)  # smaller ones, or a warmer kernel, lose too many digits of single precision over 7,000 phrasings


class Likeness(Protocol):
    """A way in which phrasings are alike."""

    def among(self, rows: NDArray[np.int64] | None = None) -> Matrix:
        """The cosines of all phrasings, or of some, with each other: shape (n, n)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The kernel exp((Σ weights·cosines - 1) / temperature), and the ridge added to its diagonal."""

    weights: tuple[float, ...]
    temperature: float
    ridge: float

    def kernel(self, cosines: Iterable[Matrix]) -> Matrix:
        """Kernel values from the cosines of each space, arrays of one shape."""
        weighed = (np.float32(weight) * space for weight, space in zip(self.weights, cosines, strict=True))
        mixed = sum(weighed, start=np.float32(-1))
        return np.asarray(np.exp(mixed / np.float32(self.temperature)), np.float32)


@dataclass(frozen=True, eq=False)
class Fit:
    """A solved regression: `alpha` (phrasings, classes).

    `tried` are the rows that leave-one-out is known for, `inverse` their columns of G: (phrasings, tried).
    """

    shape: Shape
    alpha: Matrix
    targets: Matrix
    tried: NDArray[np.int64]
    inverse: Matrix

    @cached_property
    def left_out(self) -> Matrix:
        """Predictions for each tried phrasing by all others, shape (tried, classes)."""
        own = self.inverse[self.tried, np.arange(len(self.tried))]
        out: Matrix = self.targets[self.tried] - self.alpha[self.tried] / own[:, None]
        return out

    def without(self, block: NDArray[np.int64]) -> Matrix:
        """Predictions for some tried phrasings, given as places in `tried`, by all phrasings but these."""
        rows = self.tried[block]
        inner = self.inverse[np.ix_(rows, block)]
        out: Matrix = self.targets[rows] - np.linalg.solve(inner, self.alpha[rows])
        return out


def fit(spaces: Sequence[Likeness], targets: Matrix, labels: NDArray[np.int64], tried: NDArray[np.int64]) -> Fit:
    """The regression in the shape that leave-one-out prefers.

    `spaces` are the ways in which n phrasings are alike (words, pairs, pieces, and meaning where there is an encoder),
    `targets` (n, classes), `labels` (n,) with -1 where no class answers, `tried` the rows whose leave-one-out
    predictions are wanted.
    """
    rows = _sample(targets)
    shape = _shape([space.among(rows) for space in spaces], targets[rows], labels[rows])
    gram = shape.kernel(space.among() for space in spaces)
    gram[np.diag_indices_from(gram)] += np.float32(shape.ridge)
    wanted = np.zeros((len(gram), len(tried)), np.float32)
    wanted[tried, np.arange(len(tried))] = 1
    solved: Matrix = np.linalg.solve(gram, np.hstack([targets, wanted]))
    return Fit(shape, solved[:, : targets.shape[1]], targets, tried, solved[:, targets.shape[1] :])


def _shape(cosines: Sequence[Matrix], targets: Matrix, labels: NDArray[np.int64]) -> Shape:
    """The best shape over temperature and ridge, then weights, then temperature and the share of meaning."""

    def best(shapes: Iterable[Shape]) -> Shape:
        return max(shapes, key=lambda shape: _merit(_left_out(shape, cosines, targets), labels))

    shares = MEANING if len(cosines) > len(WEIGHTS[0]) else ()
    warm = best(Shape(_mixed(WEIGHTS[0], shares[:1]), t, ridge) for t in TEMPERATURES for ridge in RIDGES)
    chosen = best(
        Shape(_mixed(weights, shares[:1]), warm.temperature, ridge) for weights in WEIGHTS for ridge in RIDGES
    )
    lexical = chosen.weights[: len(WEIGHTS[0])]
    more = [Shape(_mixed(lexical, [share]), t, chosen.ridge) for share in shares for t in TEMPERATURES]
    return best([chosen, *more])


def _sample(targets: Matrix) -> NDArray[np.int64]:
    """Every row of some evenly spread classes: as dense as the whole, which single rows of all classes would not be."""
    step = max(1, round(len(targets) / SAMPLE))
    return np.flatnonzero(targets.argmax(axis=1) % step == 0)


def _mixed(lexical: Sequence[float], meaning: Sequence[float]) -> tuple[float, ...]:
    """Weights that sum to 1, meaning last where it has a share."""
    rest = (1 - sum(meaning)) / sum(lexical)
    return (*(weight * rest for weight in lexical), *meaning)


def _left_out(shape: Shape, cosines: Sequence[Matrix], targets: Matrix) -> Matrix:
    gram = shape.kernel(cosines)
    inverse = np.asarray(np.linalg.inv(gram + shape.ridge * np.eye(len(gram), dtype=np.float32)), np.float32)
    out: Matrix = targets - (inverse @ targets) / np.diag(inverse)[:, None]
    return out


def _merit(predictions: Matrix, labels: NDArray[np.int64]) -> float:
    """Leave-one-out accuracy, with the mean margin of the right class as a small tie-break."""
    asked = np.flatnonzero(labels >= 0)
    if not len(asked):
        return 0.0
    rows, right = predictions[asked], labels[asked]
    own = rows[np.arange(len(asked)), right].copy()
    rows = rows.copy()
    rows[np.arange(len(asked)), right] = -np.inf
    margin = own - rows.max(axis=1)
    return float((margin > 0).mean() + 0.01 * np.clip(margin, -1, 1).mean())

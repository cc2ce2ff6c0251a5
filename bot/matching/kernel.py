"""How alike two questions are, as the kernel of a regression; its shape is chosen by closed-form leave-one-out.

The kernel over cosine spaces is the method that measured best among lexical ones; the identity is that of ridge
regression: with G = (K + ridge·I)⁻¹ the prediction for phrasing i without it is y_i - (G·Y)_i / G_ii.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

SAMPLE = 900  # phrasings that the shape is chosen on, about; solving grows with the cube
TEMPERATURES = (0.18, 0.25, 0.35, 0.5)
WEIGHTS = ((0.45, 0.2, 0.35), (0.6, 0.1, 0.3), (0.3, 0.1, 0.6), (0.3, 0.3, 0.4), (0.6, 0.3, 0.1))
MEANING = (0.55, 0.4, 0.7, 0.85)  # the share of meaning in a question's likeness, where there is an encoder
RIDGES = (0.03, 0.1, 0.3)  # smaller ones, or a warmer kernel, lose too many digits of single precision
# A sample of a large pack holds too few of its classes to choose by: these did best on the development questions.
LARGE = 4_000  # phrasings
BY_WORDS, BY_MEANING = ((0.45, 0.2, 0.35), 0.5, 0.03), ((0.27, 0.12, 0.21, 0.4), 0.35, 0.03)
# What a smaller pack has unless leave-one-out prefers another shape by more than chance: on the validation questions of
# CLINC150, a sample of which holds half of its classes, a point better by meaning than what leave-one-out likes best.
USUAL = BY_WORDS, ((0.0675, 0.03, 0.0525, 0.85), 0.5, 0.03)


@dataclass(frozen=True, slots=True)
class Shape:
    """The kernel exp((Σ weights·cosines - 1) / temperature), and the ridge added to its diagonal."""

    weights: tuple[float, ...]
    temperature: float
    ridge: float

    def kernel(self, alike: Matrix) -> Matrix:
        """Kernel values from weighed sums of cosines, an array of any shape."""
        return np.asarray(np.exp((alike - np.float32(1)) / np.float32(self.temperature)), np.float32)

    def mixed(self, cosines: Iterable[Matrix]) -> Matrix:
        """The weighed sum of the cosines of each space, arrays of one shape."""
        weighed = [np.float32(weight) * space for weight, space in zip(self.weights, cosines, strict=True)]
        return np.asarray(sum(weighed[1:], start=weighed[0]), np.float32)


def sample(targets: Matrix) -> NDArray[np.int64]:
    """Every row of some evenly spread classes: as dense as the whole, which single rows of all classes would not be."""
    step = max(1, round(len(targets) / SAMPLE))
    return np.flatnonzero(targets.argmax(axis=1) % step == 0)


def choose(cosines: Sequence[Matrix], targets: Matrix, labels: NDArray[np.int64]) -> Shape:
    """The usual shape, unless leave-one-out prefers another by more than a standard error (Breiman et al. 1984).

    It looks over temperature and ridge, then weights, then the share of meaning. `cosines` are (n, n), one for each way
    in which n phrasings are alike (words, pairs, pieces, and meaning where there is an encoder), `targets` (n,
    classes), `labels` (n,) with -1 where no class answers. What is the only row of its class tells nothing.
    """
    labels = np.where(targets @ targets.sum(axis=0) > 1, labels, -1)

    def merit(shape: Shape) -> float:
        return _merit(_left_out(shape, cosines, targets), labels)

    meant = len(cosines) > len(WEIGHTS[0])
    shares, usual = MEANING if meant else (), Shape(*USUAL[meant])
    warm = max((Shape(_mixed(WEIGHTS[0], shares[:1]), t, ridge) for t in TEMPERATURES for ridge in RIDGES), key=merit)
    mixed = (_mixed(weights, shares[:1]) for weights in WEIGHTS)
    chosen = max((Shape(weights, warm.temperature, ridge) for weights in mixed for ridge in RIDGES), key=merit)
    lexical = chosen.weights[: len(WEIGHTS[0])]
    more = (Shape(_mixed(lexical, [share]), t, chosen.ridge) for share in shares for t in TEMPERATURES)
    found = max((chosen, *more), key=merit)
    known, least = int((labels >= 0).sum()), float(np.clip(merit(usual), 0, 1))
    return found if merit(found) > least + np.sqrt(least * (1 - least) / max(1, known)) else usual


def _mixed(lexical: Sequence[float], meaning: Sequence[float]) -> tuple[float, ...]:
    """Weights that sum to 1, meaning last where it has a share."""
    rest = (1 - sum(meaning)) / sum(lexical)
    return (*(weight * rest for weight in lexical), *meaning)


def _left_out(shape: Shape, cosines: Sequence[Matrix], targets: Matrix) -> Matrix:
    gram = shape.kernel(shape.mixed(cosines))
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

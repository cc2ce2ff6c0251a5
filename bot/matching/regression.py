"""Kernel ridge regression over all phrasings, one target a class, with what it says of phrasings left out.

The identities of leave-one-out are those of ridge regression: with G = (K + ridge·I)⁻¹ and alpha = G·Y the prediction
for row i without it is y_i - alpha_i / G_ii, and for a block B without the block Y_B - G_BB⁻¹·alpha_B.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.matching.kernel import Shape
    from bot.matching.neighbourhoods import Neighbourhood

    Matrix = NDArray[np.float32]
    Places = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Part:
    """A solved neighbourhood: `alpha` (classes, rows) gives the prediction of its classes from the kernel's rows."""

    classes: Places
    rows: Places
    alpha: Matrix


@dataclass(frozen=True, eq=False)
class Regression:
    """The parts that predict every class between them; there are `size` classes."""

    parts: tuple[Part, ...]
    size: int

    def predict(self, kernel: Matrix) -> Matrix:
        """The prediction of each class from the kernel of a question with every phrasing, (n,): shape (size,)."""
        out = np.zeros(self.size, np.float32)
        for part in self.parts:
            out[part.classes] = part.alpha @ kernel[part.rows]
        return out


@dataclass(frozen=True, eq=False)
class Held:
    """What a part knows of tried rows: their places among the tried (`at`), in the part, and their share of G."""

    part: Part
    at: Places
    place: Places
    inverse: Matrix

    def without(self, chosen: Places, targets: Matrix) -> Matrix:
        """Predictions of some of these rows by all but these: shape (chosen, classes)."""
        inner = self.inverse[np.ix_(chosen, chosen)]
        out: Matrix = targets - np.linalg.solve(inner, self.part.alpha.T[self.place[chosen]])
        return out


@dataclass(frozen=True, eq=False)
class Fit:
    """A solved regression that can leave out: `targets` (tried, classes), `plain` the same predicted by all rows."""

    held: tuple[Held, ...]
    targets: Matrix
    plain: Matrix

    @cached_property
    def left_out(self) -> Matrix:
        """Predictions for each tried row by all others, shape (tried, classes)."""
        out = self.plain.copy()
        for held in self.held:
            box = np.ix_(held.at, held.part.classes)
            out[box] = self.targets[box] - held.part.alpha.T[held.place] / np.diag(held.inverse)[:, None]
        return out

    def without(self, block: Places) -> Matrix:
        """Predictions for some tried rows, given as places among the tried, by all rows but these.

        In a neighbourhood that a row is not part of, it is predicted by all that is.
        """
        out = self.plain[block]
        for held in self.held:
            found, mine, chosen = np.intersect1d(block, held.at, return_indices=True)
            if len(found):
                box = np.ix_(found, held.part.classes)
                out[np.ix_(mine, held.part.classes)] = held.without(chosen, self.targets[box])
        return out


def solve(
    among: Callable[[Places], Matrix], shape: Shape, targets: Matrix, tried: Places, around: Sequence[Neighbourhood]
) -> tuple[Held, ...]:
    """The regression over n rows, solved neighbourhood by neighbourhood.

    `among` tells how alike some rows are, `targets` are (n, classes); `tried` are the rows that can be left out.
    """
    return tuple(_solved(shape.kernel(among(one.rows)), shape.ridge, targets, tried, one) for one in around)


def _solved(gram: Matrix, ridge: float, targets: Matrix, tried: Places, around: Neighbourhood) -> Held:
    gram[np.diag_indices_from(gram)] += np.float32(ridge)
    _, at, place = np.intersect1d(tried, around.rows, return_indices=True)
    wanted = np.zeros((len(gram), len(place)), np.float32)
    wanted[place, np.arange(len(place))] = 1
    own = targets[np.ix_(around.rows, around.classes)]
    solved = np.linalg.solve(gram, np.hstack([own, wanted])) if len(gram) else np.hstack([own, wanted])
    alpha, inverse = np.hsplit(solved, [len(around.classes)])
    return Held(Part(around.classes, around.rows, np.ascontiguousarray(alpha.T)), at, place, inverse[place])

"""A linear discriminant: what a question's wording adds up to, for or against a candidate.

A logistic regression over sparse tells, each there or not, with weights believed near zero (ridge), solved by Newton's
method with conjugate gradients (Lin, Weng and Keerthi 2008). It sees what sums of likeness can't: the one word in which
a false premise differs from a true one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bot.matching.features import hashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.matching.normalise import Token

    Vector = NDArray[np.float64]
    Keys = NDArray[np.uint64]
    Read = Sequence[Token]

FOLDS: Final = 3
# Rows that must have a tell. When the shipped pack had 45,700 phrasings and look-alikes, those with two were half of
# all tells; without them its development questions went as well, in three quarters of the time.
ROWS: Final = 3
_ROUNDS, _STEPS = 12, 15
_ENOUGH = 0.01  # of the first slope: what is left when the weights stand


class Logits(NamedTuple):
    """How far a question's wording speaks for a candidate: for its answering at all, and for it rather than another."""

    answers: float = 0.0
    chosen: float = 0.0


UNTOLD: Final = Logits()


@dataclass(frozen=True, eq=False)
class Discriminant:
    """What each known tell adds to either of the `Logits`: `keys` ascending, `weights` (keys, 2)."""

    keys: Keys
    weights: NDArray[np.float32]

    @classmethod
    def none(cls) -> Discriminant:
        """For a pack that tells nothing apart: it adds nothing."""
        return cls(np.empty(0, np.uint64), np.empty((0, len(Logits._fields)), np.float32))

    def logits(self, tells: Keys) -> Logits:
        """How far the tells of a question speak for a candidate; 0 where nothing is known."""
        if not len(self.keys):
            return UNTOLD
        at = np.minimum(np.searchsorted(self.keys, tells), len(self.keys) - 1)
        return Logits(*self.weights[at[self.keys[at] == tells]].sum(axis=0).tolist())


@dataclass(frozen=True, eq=False)
class CrossFitted:
    """A discriminant of all questions, and for each question one that has not seen it."""

    whole: Discriminant
    folds: tuple[Discriminant, ...]

    @classmethod
    def none(cls) -> CrossFitted:
        """For a pack that has nothing to tell apart."""
        return cls(Discriminant.none(), (Discriminant.none(),) * FOLDS)

    @classmethod
    def fit(cls, asked: Sequence[Read], told: Iterable[Keys], signs: NDArray[np.int8]) -> CrossFitted:
        """From questions and the tells of each held against one candidate, which are let go as soon as they are read.

        `signs` (questions, 2) are what the `Logits` are to be: 1 above nought, -1 below, 0 where it is no example.
        There are at least `ROWS` of these to each tell that is learnt; each fold is learnt from the others.
        """
        if all((sign >= 0).all() or (sign <= 0).all() for sign in signs.T):
            return cls.none()  # one sort alone tells nothing apart
        keys, rows = _read(told)
        fold = np.array([_fold(read) for read in asked])
        learnt = (rows.weights(signs * (fold != left)[:, None]) for left in (None, *range(FOLDS)))
        whole, *folds = (Discriminant(keys, weights) for weights in learnt)
        return cls(whole, tuple(folds))

    def without(self, read: Read) -> Discriminant:
        """The one that has not seen a question."""
        return self.folds[_fold(read)]


def _fold(read: Read) -> int:
    """The fold of a question, by its words."""
    return hashed(" ".join(token.word for token in read)) % FOLDS


@dataclass(frozen=True, eq=False)
class _Rows:
    """The tells of many questions, one each: its question (`row`, ascending) and its number of `columns` in all."""

    row: NDArray[np.int32]
    column: NDArray[np.int64]
    columns: int

    def weights(self, signs: NDArray[np.int8]) -> NDArray[np.float32]:
        """What `signs` (rows, 2) teach, shape (columns, 2); where a sign is 0, the row is left out."""
        return np.column_stack([self._weights(sign != 0, sign.astype(np.float64)) for sign in signs.T])

    def _weights(self, kept: NDArray[np.bool_], sign: Vector) -> NDArray[np.float32]:
        some = kept[self.row]
        table = _Table.of((np.cumsum(kept) - 1)[self.row[some]], self.column[some], int(kept.sum()), self.columns)
        return _solved(table, sign[kept]).astype(np.float32)


def _read(told: Iterable[Keys]) -> tuple[Keys, _Rows]:
    """The tells that enough questions have, ascending, and where they stand: millions, so that few copies are made."""
    arrays = list(told)
    row = np.repeat(np.arange(len(arrays), dtype=np.int32), [len(one) for one in arrays])
    found = np.concatenate(arrays)
    del arrays
    keys, counts = np.unique(found, return_counts=True)
    keys = keys[counts >= ROWS]
    column = np.searchsorted(keys, found)
    known = np.append(keys, np.uint64(0))[column] == found
    return keys, _Rows(row[known], column[known], len(keys))


@dataclass(frozen=True, eq=False)
class _Table:
    """A sparse matrix of ones, each at its `column`: `lengths[i]` of row i from `starts[i]` on."""

    column: NDArray[np.int64]
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    columns: int

    @classmethod
    def of(cls, row: NDArray[np.int64], column: NDArray[np.int64], rows: int, columns: int) -> _Table:
        """From the row, ascending, and the column of each one."""
        lengths = np.bincount(row, minlength=rows)
        return cls(column, np.cumsum(lengths) - lengths, lengths, columns)

    def times(self, weights: Vector) -> Vector:
        sums, full = np.zeros(len(self.lengths)), self.lengths > 0
        picked = weights.astype(np.float32)[self.column]  # half as wide, and gathered in half the time
        sums[full] = np.add.reduceat(picked, self.starts[full]) if full.any() else 0.0
        return sums

    def turned(self, values: Vector) -> Vector:
        return np.bincount(self.column, np.repeat(values, self.lengths), minlength=self.columns).astype(np.float64)


def _solved(table: _Table, sign: Vector) -> Vector:
    """The weights that make ½·|weights|² + Σ log(1 + exp(-sign·logit)) least."""
    weights, least = np.zeros(table.columns), 0.0
    if (sign == sign[:1]).all():
        return weights  # one sort alone tells nothing apart
    for round_ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(np.clip(sign * table.times(weights), -30, 30)))  # of being on the wrong side
        slope = weights - table.turned(sign * chance)
        least = least if round_ else _ENOUGH * float(np.linalg.norm(slope))
        if np.linalg.norm(slope) <= least:
            break
        weights = weights + _step(table, chance * (1 - chance), -slope)
    return weights


def _step(table: _Table, curve: Vector, slope: Vector) -> Vector:
    """Newton's step, by conjugate gradients: what the curvature I + Xᵀ·curve·X turns into the slope."""
    step, left, along = np.zeros_like(slope), slope.copy(), slope.copy()
    size = float(left @ left)
    enough = 0.01 * size
    for _ in range(_STEPS):
        bent = along + table.turned(curve * table.times(along))
        stride = size / float(along @ bent)
        step += stride * along
        left -= stride * bent
        before, size = size, float(left @ left)
        if size <= enough:
            break
        along = left + size / before * along
    return step

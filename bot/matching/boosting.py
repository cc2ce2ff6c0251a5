"""Gradient boosting: many small regression trees, each mending a little of what those before it got wrong.

The method is Friedman's (2001) with Newton steps for the logistic loss, on signals cut into bins by their quantiles; a
tree grows where it gains most until it has `LEAVES`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Places = NDArray[np.int64]

# Chosen on the development questions, by words and with MiniLM: 3 to 8 leaves and 100 to 200 trees did nearly the same.
TREES: Final = 150
LEAVES: Final = 4
RATE: Final = 0.1
LEAST: Final = 60  # rows of a leaf: a pack with fewer trials than twice this has no trees at all
_BINS: Final = 48
_BELIEF: Final = 1.0  # that a leaf has nothing to add
_NODES: Final = 2 * LEAVES - 1


@dataclass(frozen=True, eq=False)
class Trees:
    """Trees as tables, one row each: at a node that is no leaf (`feature` >= 0) a value up to `cut` goes left."""

    feature: Places
    cut: Vector
    left: Places
    right: Places
    value: Vector

    @classmethod
    def none(cls) -> Trees:
        """No tree: it adds nothing."""
        empty = np.zeros((0, _NODES))
        return cls(empty.astype(np.int64), empty, empty.astype(np.int64), empty.astype(np.int64), empty)

    @classmethod
    def fit(cls, rows: Vector, right: Vector, share: Vector, start: Vector) -> Trees:
        """The trees that mend the logits `start`, for rows (n, signals) that are `right` 0 or 1, of some weights."""
        binned, cuts = _binned(rows)
        grown: list[_Tree] = []
        logit = start.copy()
        for _ in range(TREES if len(rows) >= 2 * LEAST else 0):
            chance = 1 / (1 + np.exp(-np.clip(logit, -30, 30)))
            tree = _grown(binned, share * (right - chance), share * chance * (1 - chance))
            if tree.feature[0] < 0:
                break
            grown.append(tree)
            logit = logit + tree.values
        if not grown:
            return cls.none()
        feature = np.array([tree.feature for tree in grown])
        at = np.array([tree.bin for tree in grown])
        return cls(
            feature,
            np.where(feature >= 0, cuts[np.maximum(feature, 0), np.maximum(at, 0)], 0.0),
            np.array([tree.left for tree in grown]),
            np.array([tree.right for tree in grown]),
            np.array([tree.value for tree in grown]),
        )

    def logit(self, signals: Vector) -> Vector:
        """What the trees add for signals of shape (…, signals)."""
        if not len(self.feature):
            return np.zeros(signals.shape[:-1])
        rows = signals.reshape(-1, signals.shape[-1])
        trees = np.arange(len(self.feature))[:, None]
        node = np.zeros((len(self.feature), len(rows)), np.int64)
        for _ in range(LEAVES - 1):  # the deepest a tree of so many leaves can be
            feature = self.feature[trees, node]
            goes = rows[np.arange(len(rows)), np.maximum(feature, 0)] <= self.cut[trees, node]
            node = np.where(feature < 0, node, np.where(goes, self.left[trees, node], self.right[trees, node]))
        out: Vector = self.value[trees, node].sum(axis=0).reshape(signals.shape[:-1])
        return out


@dataclass(slots=True)
class _Tree:
    """A tree under way: what each node asks, what each leaf says, and what it says of each row."""

    values: Vector
    feature: list[int] = field(default_factory=lambda: [-1] * _NODES)
    bin: list[int] = field(default_factory=lambda: [-1] * _NODES)
    left: list[int] = field(default_factory=lambda: [0] * _NODES)
    right: list[int] = field(default_factory=lambda: [0] * _NODES)
    value: list[float] = field(default_factory=lambda: [0.0] * _NODES)


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A leaf that may be parted: its rows, and the best cut with what it gains."""

    node: int
    rows: Places
    gain: float
    feature: int
    bin: int


def _binned(rows: Vector) -> tuple[Places, Vector]:
    """Each signal's bin in each row, and the upper end of each bin: shapes (n, signals) and (signals, bins)."""
    ends = np.quantile(rows, np.linspace(0, 1, _BINS + 1)[1:], axis=0).T if len(rows) else np.zeros((rows.shape[1], 1))
    columns = zip(ends, rows.T, strict=True)
    return np.stack([np.searchsorted(end, column, side="left") for end, column in columns], axis=1), ends


def _grown(binned: Places, slope: Vector, curve: Vector) -> _Tree:
    tree, used = _Tree(np.zeros(len(binned))), 1
    leaves = [_best(0, np.arange(len(binned)), binned, slope, curve)]
    while len(leaves) < LEAVES and (parted := max(leaves, key=lambda leaf: leaf.gain)).gain > 0:
        leaves.remove(parted)
        goes = binned[parted.rows, parted.feature] <= parted.bin
        tree.feature[parted.node], tree.bin[parted.node] = parted.feature, parted.bin
        tree.left[parted.node], tree.right[parted.node] = used, used + 1
        for rows in (parted.rows[goes], parted.rows[~goes]):
            leaves.append(_best(used, rows, binned, slope, curve))
            used += 1
    for leaf in leaves:
        value = RATE * float(slope[leaf.rows].sum() / (curve[leaf.rows].sum() + _BELIEF))
        tree.value[leaf.node], tree.values[leaf.rows] = value, value
    return tree


def _best(node: int, rows: Places, binned: Places, slope: Vector, curve: Vector) -> _Leaf:
    """The cut of some rows after which the two sides can say most."""
    signals = binned.shape[1]
    bins = int(binned.max(initial=0)) + 1
    cell = (binned[rows] + np.arange(signals) * bins).ravel()

    def counted(weights: Vector | None) -> Vector:
        spread = None if weights is None else np.repeat(weights[rows], signals)
        return np.bincount(cell, spread, minlength=signals * bins).reshape(signals, bins).cumsum(axis=1)

    many, slopes, curves = counted(None), counted(slope), counted(curve)
    whole = slopes[:, -1:] ** 2 / (curves[:, -1:] + _BELIEF)
    left = slopes**2 / (curves + _BELIEF)
    right = (slopes[:, -1:] - slopes) ** 2 / (curves[:, -1:] - curves + _BELIEF)
    fair = (many >= LEAST) & (many[:, -1:] - many >= LEAST)
    gains = np.where(fair, left + right - whole, 0.0)
    feature, at = divmod(int(gains.argmax()), bins)
    return _Leaf(node, rows, float(gains[feature, at]), feature, at)

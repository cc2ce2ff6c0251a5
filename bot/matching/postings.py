"""Postings: which documents hold a feature, and how much of it; sums over some features are fast."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.int64]
    Floats = NDArray[np.float32]
    Number = TypeVar("Number", np.int32, np.int64)

EVERYDAY: Final = 0.06  # of the documents, from which on a feature is cheaper as a row of all of them
COMMON: Final = 100  # documents of a feature from which on a matrix product is cheaper: measured on 4,000 phrasings


@dataclass(frozen=True, eq=False)
class Postings:
    """Sorted by feature: `documents[starts[k]:starts[k+1]]` hold feature k, at `weights`; `size` documents in all."""

    size: int
    starts: Places
    documents: NDArray[np.int32]
    weights: Floats

    def sums(self, at: Places, weights: Floats) -> Floats:
        """The sum of the postings of some features, each at its weight: shape (size,)."""
        place, table = self._everyday
        rows = place[at]
        common = rows >= 0
        held: Floats = weights[common] @ table[rows[common]]
        return held + self._gathered(at[~common], weights[~common])

    def _gathered(self, at: Places, weights: Floats) -> Floats:
        starts = self.starts[at]
        lengths = self.starts[at + 1] - starts
        if not lengths.sum():
            return np.zeros(self.size, np.float32)
        places = np.repeat(starts - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
        shares = self.weights[places] * np.repeat(weights, lengths)
        return np.bincount(self.documents[places], shares, minlength=self.size).astype(np.float32)

    @cached_property
    def _everyday(self) -> tuple[Places, Floats]:
        """The place of each feature that many documents have (else -1), and a row of all their weights for each."""
        many = np.flatnonzero(np.diff(self.starts) > EVERYDAY * self.size)
        place = np.full(len(self.starts) - 1, -1)
        place[many] = np.arange(len(many))
        table = np.zeros((len(many), self.size), np.float32)
        for row, feature in zip(table, many, strict=True):
            span = slice(self.starts[feature], self.starts[feature + 1])
            row[:] = np.bincount(self.documents[span], self.weights[span], minlength=self.size)
        return place, table

    def among(self, rows: Places) -> Floats:
        """The products of some documents, those with themselves left aside: shape (n, n)."""
        begins, features, weights = self._held
        lengths = begins[rows + 1] - begins[rows]
        at = np.repeat(begins[rows] - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
        _, column = np.unique(features[at], return_inverse=True)
        documents = np.repeat(np.arange(len(rows)), lengths)
        starts, held, shares = sort(column, documents, weights[at], int(column.max(initial=-1)) + 1)
        return _products(held, shares, starts, len(rows))

    @cached_property
    def _held(self) -> tuple[Places, Places, Floats]:
        """The same sorted by document: where the features of each begin, they, and their weights."""
        features = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        order = np.argsort(self.documents, kind="stable")
        begins = np.searchsorted(self.documents[order], np.arange(self.size + 1))
        return begins, features[order], self.weights[order]


def sort(
    features: Places, documents: NDArray[Number], weights: Floats, count: int
) -> tuple[Places, NDArray[Number], Floats]:
    """What `Postings` hold, from one feature, document and weight at each place; there are `count` features."""
    order = np.argsort(features, kind="stable")
    starts = np.searchsorted(features[order], np.arange(count + 1))
    return starts, documents[order], weights[order]


def _products(documents: Places, weights: Floats, starts: Places, size: int) -> Floats:
    """A feature of many documents is cheapest in a matrix product, one of few by adding up its pairs."""
    held = np.diff(starts)
    table = np.zeros((size, int((held > COMMON).sum())), np.float32)
    for column, feature in enumerate(np.flatnonzero(held > COMMON)):
        span = slice(starts[feature], starts[feature + 1])
        table[documents[span], column] = weights[span]
    out: Floats = table @ table.T
    for count in np.unique(held[(held > 1) & (held <= COMMON)]):
        at = starts[:-1][held == count][:, None] + np.arange(count)
        pairs = documents[at][:, :, None] * size + documents[at][:, None, :]
        np.add.at(out.reshape(-1), pairs.ravel(), (weights[at][:, :, None] * weights[at][:, None, :]).ravel())
    return out

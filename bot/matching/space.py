"""A feature space as an inverted index: idf-weighted cosines of a question with every phrasing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Counted = tuple[NDArray[np.uint64], NDArray[np.float32]]

COMMON = 100  # documents of a feature from which on a matrix product is cheaper: measured on 4,000 phrasings
EVERYDAY = 0.3  # of the documents, from which on a feature is cheaper as a row of all of them: 4.6 → 1.6 ms at 21,000
_SKETCH = 512  # buckets of a sketch


@dataclass(frozen=True, eq=False)
class Space:
    """Postings sorted by feature: `documents[starts[k]:starts[k+1]]` hold feature `keys[k]`, at `weights`.

    A space may blend several: a document is a list of features in each of them, a key is the number of the space in its
    high half and the feature's hash in the low one, and the cosines are the sum of theirs, weighed by `shares`
    (one of 1 for a space by itself). `idf[k]` is log((1+n)/(0.5+df)). A feature that no phrasing holds
    has `unknown`, as if a single one held it.
    """

    size: int
    unknown: float
    shares: NDArray[np.float32]
    keys: NDArray[np.uint64]
    starts: NDArray[np.int64]
    documents: NDArray[np.int32]
    weights: NDArray[np.float32]
    idf: NDArray[np.float32]

    @classmethod
    def of(cls, counted: Sequence[Counted]) -> Space:
        """Index documents given as their features, counted."""
        columns = np.concatenate([keys for keys, _ in counted] or [np.empty(0, np.uint64)])
        rows = np.repeat(np.arange(len(counted), dtype=np.int32), [len(keys) for keys, _ in counted])
        keys, column, df = np.unique(columns, return_inverse=True, return_counts=True)
        idf = np.log((1 + len(counted)) / (0.5 + df)).astype(np.float32)
        weights = idf[column] * np.concatenate([tf for _, tf in counted] or [np.empty(0, np.float32)])
        norms = np.sqrt(np.bincount(rows, weights**2, minlength=len(counted)))
        order = np.argsort(column, kind="stable")
        starts = np.concatenate([[0], np.cumsum(df)])
        unit = (weights / np.maximum(norms, 1e-9)[rows]).astype(np.float32)
        unknown = float(np.log((1 + len(counted)) / 1.5))
        return cls(len(counted), unknown, np.ones(1, np.float32), keys, starts, rows[order], unit[order], idf)

    @classmethod
    def blend(cls, spaces: Sequence[Space], shares: Sequence[float]) -> Space:
        """Several spaces over the same documents as one, each with its share."""
        starts = np.cumsum([0, *(len(space.documents) for space in spaces)])
        return cls(
            spaces[0].size,
            spaces[0].unknown,
            np.asarray(shares, np.float32),
            np.concatenate([space.keys | _number(number) for number, space in enumerate(spaces)]),
            np.concatenate([*(s.starts[:-1] + at for s, at in zip(spaces, starts, strict=False)), starts[-1:]]),
            np.concatenate([space.documents for space in spaces]),
            np.concatenate([s.weights * np.float32(np.sqrt(share)) for s, share in zip(spaces, shares, strict=True)]),
            np.concatenate([space.idf for space in spaces]),
        )

    def weigh(self, feature: str) -> float:
        """The idf of a feature of the first space; of one that no phrasing holds, as if a single one held it."""
        at, known = self._places(np.array([_hash(feature)], np.uint64))
        return float(self.idf[at[0]]) if known[0] else self.unknown

    def among(self, rows: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        """The cosines of all documents, or of some, with each other: shape (n, n)."""
        rows = np.arange(self.size) if rows is None else rows
        place = np.full(self.size, -1)
        place[rows] = np.arange(len(rows))
        columns = np.repeat(np.arange(len(self.keys)), np.diff(self.starts))
        kept = place[self.documents] >= 0
        starts = np.searchsorted(columns[kept], np.arange(len(self.keys) + 1))
        out = products(place[self.documents[kept]], self.weights[kept], starts, len(rows))
        np.fill_diagonal(out, self.shares.sum())  # also where a document has no feature in some space
        return out

    def cosines(self, *counted: Counted) -> NDArray[np.float32]:
        """The cosine of a question, given as its counted features in each space, with each document: shape (size,)."""
        keys = np.concatenate([keys | _number(number) for number, (keys, _) in enumerate(counted)])
        if not len(keys) or not len(self.keys):
            return np.zeros(self.size, np.float32)
        at, known = self._places(keys)
        weights = np.concatenate([tf for _, tf in counted]) * np.where(known, self.idf[at], self.unknown)
        space = np.repeat(np.arange(len(counted)), [len(keys) for keys, _ in counted])
        norms = np.sqrt(np.bincount(space, weights**2, minlength=len(counted)))
        weights = (weights * np.sqrt(self.shares)[space] / np.maximum(norms, 1e-9)[space])[known]
        return self._summed(at[known], weights)

    def sketch(self) -> NDArray[np.float32]:
        """A short vector for each document, whose products are about the cosines: shape (size, 512)."""
        column = np.repeat(self.keys, np.diff(self.starts))
        sign = np.where(column & np.uint64(_SKETCH), np.float32(1), np.float32(-1))
        bucket = self.documents * np.int64(_SKETCH) + (column % np.uint64(_SKETCH)).astype(np.int64)
        sums = np.bincount(bucket, self.weights * sign, minlength=self.size * _SKETCH)
        return sums.reshape(self.size, _SKETCH).astype(np.float32)

    def _places(self, keys: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Where each key stands, and whether it does."""
        if not len(self.keys):
            return np.zeros(len(keys), np.int64), np.zeros(len(keys), bool)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return at, self.keys[at] == keys

    def _summed(self, at: NDArray[np.int64], weights: NDArray[np.float64]) -> NDArray[np.float32]:
        """The sum of the postings of some features, each at its weight."""
        place, table = self._everyday
        common = place[at] >= 0
        asked = np.zeros(len(table), np.float32)
        asked[place[at[common]]] = weights[common]
        return asked @ table + self._gathered(at[~common], weights[~common])

    def _gathered(self, at: NDArray[np.int64], weights: NDArray[np.float64]) -> NDArray[np.float32]:
        if not len(at):
            return np.zeros(self.size, np.float32)
        starts, ends = self.starts[at], self.starts[at + 1]
        spans = [slice(start, end) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        documents = np.concatenate([self.documents[span] for span in spans])
        shares = np.concatenate([self.weights[span] for span in spans]) * np.repeat(weights, ends - starts)
        return np.bincount(documents, shares, minlength=self.size).astype(np.float32)

    @cached_property
    def _everyday(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The place of each feature that many documents have (else -1), and a row of all their weights for each."""
        many = np.flatnonzero(np.diff(self.starts) > EVERYDAY * self.size)
        place = np.full(len(self.keys), -1)
        place[many] = np.arange(len(many))
        table = np.zeros((len(many), self.size), np.float32)
        for row, feature in zip(table, many, strict=True):
            span = slice(self.starts[feature], self.starts[feature + 1])
            row[self.documents[span]] = self.weights[span]
        return place, table


def products(
    documents: NDArray[np.int64], weights: NDArray[np.float32], starts: NDArray[np.int64], size: int
) -> NDArray[np.float32]:
    """The products of documents given as postings, those with themselves left aside: shape (size, size).

    A feature of many documents is cheapest in a matrix product, one of few by adding up its pairs.
    """
    held = np.diff(starts)
    table = np.zeros((size, int((held > COMMON).sum())), np.float32)
    for column, feature in enumerate(np.flatnonzero(held > COMMON)):
        span = slice(starts[feature], starts[feature + 1])
        table[documents[span], column] = weights[span]
    out: NDArray[np.float32] = table @ table.T
    for count in np.unique(held[(held > 1) & (held <= COMMON)]):
        at = starts[:-1][held == count][:, None] + np.arange(count)
        pairs = documents[at][:, :, None] * size + documents[at][:, None, :]
        np.add.at(out.reshape(-1), pairs.ravel(), (weights[at][:, :, None] * weights[at][:, None, :]).ravel())
    return out


def counted(features: Iterable[str]) -> Counted:
    """Distinct features as hashes, with 1 + log of how often each stands there."""
    counts = Counter(map(_hash, features))
    keys = np.fromiter(counts, np.uint64, len(counts))
    return keys, 1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))


def _hash(feature: str) -> int:
    return crc32(feature.encode("utf-8", "replace"))


def _number(space: int) -> np.uint64:
    """A space's number, as it stands in the high half of its keys."""
    return np.uint64(space << 32)

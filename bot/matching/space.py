"""A feature space as an inverted index: idf-weighted cosines of a question with every phrasing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.features import hashed
from bot.matching.postings import Postings, sort

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.matching.features import Counted

_SKETCH = 512  # buckets of a sketch


@dataclass(frozen=True, eq=False)
class Space(Postings):
    """Postings of features by their hash: feature k is `keys[k]`, and its idf log((1+n)/(0.5+df)) is `idf[k]`.

    A space may blend several: a document is a list of features in each of them, a key is the number of the space in its
    high half and the feature's hash in the low one, and the cosines are the sum of theirs, weighed by `shares`
    (one of 1 for a space by itself). A feature that no phrasing holds has `unknown`, as if a single one held it.
    """

    unknown: float
    shares: NDArray[np.float32]
    keys: NDArray[np.uint64]
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
        unit = (weights / np.maximum(norms, 1e-9)[rows]).astype(np.float32)
        unknown = float(np.log((1 + len(counted)) / 1.5))
        return cls(len(counted), *sort(column, rows, unit, len(keys)), unknown, np.ones(1, np.float32), keys, idf)

    @classmethod
    def blend(cls, spaces: Sequence[Space], shares: Sequence[float]) -> Space:
        """Several spaces over the same documents as one, each with its share."""
        starts = np.cumsum([0, *(len(space.documents) for space in spaces)])
        return cls(
            spaces[0].size,
            np.concatenate([*(s.starts[:-1] + at for s, at in zip(spaces, starts, strict=False)), starts[-1:]]),
            np.concatenate([space.documents for space in spaces]),
            np.concatenate([s.weights * np.float32(np.sqrt(share)) for s, share in zip(spaces, shares, strict=True)]),
            spaces[0].unknown,
            np.asarray(shares, np.float32),
            np.concatenate([space.keys | _number(number) for number, space in enumerate(spaces)]),
            np.concatenate([space.idf for space in spaces]),
        )

    def weigh(self, feature: str) -> float:
        """The idf of a feature of the first space; of one that no phrasing holds, as if a single one held it."""
        return self._weighed(feature)

    @cached_property
    def _weighed(self) -> Callable[[str], float]:
        return lru_cache(maxsize=20_000)(self._looked_up)

    def _looked_up(self, feature: str) -> float:
        at, known = self._places(np.array([hashed(feature)], np.uint64))
        return float(self.idf[at[0]]) if known[0] else self.unknown

    def cosines(self, *counted: Counted) -> NDArray[np.float32]:
        """The cosine of a question, given as its counted features in each space, with each document: shape (size,)."""
        at, weights, _ = self.asked(*counted)
        return self.sums(at, weights)

    def asked(self, *counted: Counted) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float64]]:
        """A question's known features as places and weights, and how long it is in each space, unknown ones included.

        The weights are those of a question of length 1 in each space.
        """
        keys = np.concatenate([keys | _number(number) for number, (keys, _) in enumerate(counted)])
        at, known = self._places(keys)
        idf = np.where(known, self.idf[at], self.unknown) if len(self.idf) else self.unknown
        weights = np.concatenate([tf for _, tf in counted]) * idf
        space = np.repeat(np.arange(len(counted)), [len(keys) for keys, _ in counted])
        lengths = np.sqrt(np.bincount(space, weights**2, minlength=len(counted)))
        weights = weights * np.sqrt(self.shares)[space] / np.maximum(lengths, 1e-9)[space]
        return at[known], weights[known].astype(np.float32), lengths

    def among(self, rows: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        """The cosines of all documents, or of some, with each other: shape (n, n)."""
        out = super().among(np.arange(self.size) if rows is None else rows)
        np.fill_diagonal(out, self.shares.sum())  # also where a document has no feature in some space
        return out

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


def _number(space: int) -> np.uint64:
    """A space's number, as it stands in the high half of its keys."""
    return np.uint64(space << 32)

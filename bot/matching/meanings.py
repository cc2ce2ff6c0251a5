"""What phrasings mean, as a sentence encoder's vectors: a fourth way in which two questions can be alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token


DIMENSIONS = 128  # of 384: at 96 to 384 accuracy and AUROC on the public sets differ by less than half a point
# A large pack tells which differences matter: what the phrasings of one candidate differ in does not. By meaning alone,
# that took development questions that are answered right, where 1.5 in a hundred go wrong, from 35 to 43 in a hundred.
# On the public sets, with 5 to 10 phrasings a class, it gained nothing.
MANY = 4_000  # phrasings
SHRUNK = 0.02  # of the mean variance within a class, added in every direction; at 0.1, 42 in a hundred


@dataclass(frozen=True, eq=False)
class Meanings:
    """What each phrasing means: `vectors` (rows, k) of unit length along the k directions that tell most.

    `axes` (dim, k) are these directions in the encoder's space.
    """

    vectors: NDArray[np.float32]
    axes: NDArray[np.float32]

    @classmethod
    def of(cls, encoded: NDArray[np.float32], classes: NDArray[np.int64]) -> Meanings:
        """From an encoder's vectors of unit length, (rows, dim), and the class that each row belongs to."""
        axes = _telling(encoded, classes) if len(encoded) > MANY else _differing(encoded)
        return cls(_unit(encoded @ axes), axes)

    def placed(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """An encoder's vector along these axes."""
        return _unit(vector @ self.axes)

    def among(self, rows: NDArray[np.int64] | None = None) -> NDArray[np.float32]:
        """The cosines of all phrasings, or of some, with each other: shape (n, n), none below 0."""
        vectors = self.vectors if rows is None else self.vectors[rows]
        return np.asarray(np.clip(vectors @ vectors.T, 0, 1), np.float32)

    def cosines(self, placed: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine of a placed question with each phrasing, shape (rows,), none below 0."""
        return np.asarray(np.clip(self.vectors @ placed, 0, 1), np.float32)


def _differing(encoded: NDArray[np.float32]) -> NDArray[np.float32]:
    """The directions in which most phrasings differ."""
    _, directions = np.linalg.eigh(encoded.T @ encoded)
    return np.ascontiguousarray(directions[:, ::-1][:, :DIMENSIONS], np.float32)


def _telling(encoded: NDArray[np.float32], classes: NDArray[np.int64]) -> NDArray[np.float32]:
    """The directions in which classes differ most, for how much each does within itself (Fisher 1936, Rao 1948)."""
    order = np.argsort(classes, kind="stable")
    _, starts, counts = np.unique(classes[order], return_index=True, return_counts=True)
    means = np.add.reduceat(encoded[order].astype(np.float64), starts) / counts[:, None]
    within = (encoded.T @ encoded - (means * counts[:, None]).T @ means) / len(encoded)
    within[np.diag_indices_from(within)] += SHRUNK * np.trace(within) / len(within)
    variances, directions = np.linalg.eigh(within)
    white = directions / np.sqrt(np.maximum(variances, 1e-9))
    between = (means - means.mean(axis=0)) @ white * np.sqrt(counts)[:, None]
    _, telling = np.linalg.eigh(between.T @ between)
    return np.asarray(white @ telling[:, ::-1][:, : min(DIMENSIONS, len(counts) - 1)], np.float32)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(length, 1e-9), np.float32)


def spelt_out(read: Sequence[Token], lexicon: Lexicon) -> str:
    """A question as the encoder reads it best: slips mended, every name in its usual spelling.

    An encoder knows Turkey, not TSK or Zilkan; on the shipped pack this beat the text as typed.
    """
    return " ".join(lexicon.terms[token.term].name if token.term else token.word for token in read)

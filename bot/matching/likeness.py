"""How alike a question is to every phrasing of a pack: in words, and in meaning where there is an encoder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.space import Space

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.matching.meanings import Meanings
    from bot.matching.space import Counted

    Vector = NDArray[np.float32]

SAME = 0.98  # likeness in words from which on a question means what the phrasing means, and needs no encoder


@dataclass(frozen=True, eq=False)
class Likeness:
    """The phrasings as a blend of feature spaces, with their `meanings` at a `share`; the shares sum to 1."""

    space: Space
    meanings: Meanings | None
    share: float

    @classmethod
    def of(cls, spaces: Sequence[Space], meanings: Meanings | None, weights: Sequence[float]) -> Likeness:
        """Spaces and meanings at their weights, meaning last."""
        share = weights[-1] if meanings else 0.0
        return cls(Space.blend(spaces, weights[: len(spaces)]), meanings, share)

    def to(self, features: Sequence[Counted], meant: Callable[[], Vector] | None = None) -> Vector:
        """How alike a question is to each phrasing, shape (phrasings,).

        `meant` places it among the meanings, and is asked only where that can matter; without it, meanings are taken
        to be as alike as the words.
        """
        words = self.space.cosines(*features)
        if self.meanings is None or not len(words):
            return words
        if meant is None:
            return words / np.float32(1 - self.share)
        best = int(words.argmax())
        same = words[best] >= SAME * (1 - self.share)
        out: Vector = words + np.float32(self.share) * self.meanings.cosines(
            self.meanings.vectors[best] if same else meant()
        )
        return out

    def placed(self, row: int) -> Callable[[], Vector] | None:
        """What gives a phrasing's own place among the meanings."""
        meanings = self.meanings
        return (lambda: meanings.vectors[row]) if meanings else None

    def among(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """How alike some phrasings are to each other, shape (rows, rows)."""
        words = self.space.among(rows)
        if self.meanings is None:
            return words
        words += np.float32(self.share) * self.meanings.among(rows)
        return words

    def sketch(self) -> NDArray[np.float32]:
        """A short vector for each phrasing, whose products are about their likeness."""
        words = self.space.sketch()
        if self.meanings is None:
            return words
        return np.hstack([words, np.float32(np.sqrt(self.share)) * self.meanings.vectors])

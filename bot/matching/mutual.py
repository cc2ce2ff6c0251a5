"""How alike a pack's phrasings are to each other, as learning asks it: what `likeness` tells of a question, exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.space import Space

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.matching.meanings import Meanings


@dataclass(frozen=True, eq=False)
class Mutual:
    """The phrasings as a blend of all feature spaces, with their `meanings` at a `share`; the shares sum to 1."""

    space: Space
    meanings: Meanings | None
    share: float

    @classmethod
    def of(cls, spaces: Sequence[Space], meanings: Meanings | None, weights: Sequence[float]) -> Mutual:
        """Spaces and meanings at their weights, meaning last."""
        return cls(Space.blend(spaces, weights[: len(spaces)]), meanings, weights[-1] if meanings else 0.0)

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

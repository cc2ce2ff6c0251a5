"""How alike a question is to every phrasing of a pack: in words, and in meaning where there is an encoder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.space import Space
from bot.matching.spelling import Spelling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from bot.matching.examples import Examples
    from bot.matching.features import Counted
    from bot.matching.meanings import Meanings

    Vector = NDArray[np.float32]

SAME = 0.98  # likeness in words from which on a question means what the phrasing means, and needs no encoder


@dataclass(frozen=True, eq=False)
class Likeness:
    """The phrasings' words and pairs as a blend of spaces, their `spelling` and `meanings`; all the shares sum to 1."""

    space: Space
    spelling: Spelling
    meanings: Meanings | None
    shares: tuple[float, float]

    @classmethod
    def of(
        cls, examples: Examples, spaces: Sequence[Space], meanings: Meanings | None, weights: Sequence[float]
    ) -> Likeness:
        """From the spaces of all examples (words, pairs, pieces) and their meanings, at weights in this order."""
        words, pairs, spelling, *meaning = map(float, weights)
        spelt, texts = [split[-1] for split in examples.features], [[t.word for t in read] for read in examples.reads]
        blended = Space.blend(spaces[:-1], (words, pairs))
        return cls(blended, Spelling.of(spaces[-1], spelt, texts), meanings, (spelling, sum(meaning)))

    def to(self, asked: Sequence[Counted], meant: Callable[[], Vector] | None = None) -> tuple[Vector, Vector]:
        """How alike a question is to each phrasing, and how alike in meaning alone, both of shape (phrasings,).

        It is given as its `features`; `meant` places it among the meanings, and is asked only where that can matter;
        without it, meanings are taken to be as alike as the words.
        """
        *words, pieces = asked
        spelling, meaning = map(np.float32, self.shares)
        alike: Vector = self.space.cosines(*words) + spelling * self.spelling.cosines(pieces)
        if self.meanings is None or not len(alike):
            return alike, alike
        if meant is None:
            return alike / (1 - meaning), alike / (1 - meaning)
        best = int(alike.argmax())
        same = alike[best] >= SAME * (1 - meaning)
        means = self.meanings.cosines(self.meanings.vectors[best] if same else meant())
        return alike + meaning * means, means

    def placed(self, row: int) -> Callable[[], Vector] | None:
        """What gives a phrasing's own place among the meanings."""
        meanings = self.meanings
        return (lambda: meanings.vectors[row]) if meanings else None

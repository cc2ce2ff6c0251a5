"""Learning a pack: the index, the weights of answer text and coverage, and the calibration, from the pack alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.matching.answer_kind import KINDS
from bot.matching.coverage import Coverage
from bot.matching.evidence import Index
from bot.matching.guards import Considered
from bot.matching.kernel import choose, sample
from bot.matching.left_out import LeftOut, calibrate
from bot.matching.likeness import Likeness
from bot.matching.neighbourhoods import neighbourhoods
from bot.matching.regression import fit
from bot.matching.space import Space

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from bot.matching.calibration import Calibration
    from bot.matching.evidence import Matrix
    from bot.matching.examples import Examples
    from bot.matching.guards.conflict import Part
    from bot.matching.kernel import Shape
    from bot.matching.lexicon import Lexicon
    from bot.matching.meanings import Meanings
    from bot.matching.normalise import Token
    from bot.matching.regression import Fit

ANSWER_WEIGHTS = (0.0, 0.1, 0.2, 0.4, 0.8)
COVERAGE_WEIGHTS = (0.0, 0.2, 0.4, 0.8, 1.2, 1.6)


def build(
    examples: Examples, lexicon: Lexicon, parts: Counter[Part], meanings: Meanings | None = None
) -> tuple[Index, Calibration]:
    """The index and calibration of a pack; `parts` counts who does what to whom in its answers."""
    spaces = tuple(Space.of([split[i] for split in examples.features]) for i in range(3))
    said = Space.of(examples.statements)
    answer: Matrix = np.stack([said.cosines(examples.features[row][0]) for row in examples.tried])
    shape = _shape(examples, (*spaces, meanings) if meanings else spaces)
    likeness = Likeness.of(spaces, meanings, shape.weights)
    fitted = _fitted(examples, likeness, shape)
    coverage = Coverage.of(examples.accounts)

    def consider(read: tuple[Token, ...], at: int, without: Sequence[Token]) -> Considered:
        return Considered(read, examples.accounts[at], lexicon, spaces[0].weigh, parts, without)

    left_out = LeftOut(examples, fitted, answer, *_covered(coverage, examples, spaces[0]), consider)
    weights = _weights(left_out)
    asked_for = np.array([[account.kinds[kind] > 0 for kind in KINDS] for account in examples.accounts], bool)
    index = Index(
        likeness,
        said,
        examples.owners,
        examples.refusing,
        asked_for,
        shape,
        fitted.regression,
        coverage,
        weights,
    )
    return index, calibrate(left_out, weights)


def _shape(examples: Examples, alike: Sequence[Space | Meanings]) -> Shape:
    rows = sample(examples.targets)
    cosines = [one.among(rows) for one in alike]
    return choose(cosines, examples.targets[rows], examples.owners[rows].astype(np.int64))


def _fitted(examples: Examples, likeness: Likeness, shape: Shape) -> Fit:
    def to(row: int) -> Matrix:
        vector = likeness.meanings.vectors[row] if likeness.meanings else None
        return likeness.to(examples.features[row], None if vector is None else lambda: vector)

    targets = examples.targets
    around = neighbourhoods(likeness.sketch(), targets.argmax(axis=1), targets.shape[1])
    return fit(likeness.among, to, shape, targets, examples.tried, around)


def _covered(coverage: Coverage, examples: Examples, words: Space) -> tuple[Matrix, Matrix]:
    """Share and missing words of every tried example, its own words not counted for its own candidate."""
    rows = [(examples.reads[row], int(examples.owners[row])) for row in examples.tried]
    found = [coverage.shares(read, words.weigh, owner) for read, owner in rows]
    return np.stack([share for share, _ in found]), np.stack([missing for _, missing in found])


def _weights(left_out: LeftOut) -> tuple[float, float]:
    """The weights of the answer text and of the coverage that leave-one-out prefers."""
    return max(((answer, share) for answer in ANSWER_WEIGHTS for share in COVERAGE_WEIGHTS), key=left_out.merit)

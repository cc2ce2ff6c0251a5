"""Learning a pack: the index, the weights of answer text and coverage, and the calibration, from the pack alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.matching.coverage import Coverage
from bot.matching.evidence import Index
from bot.matching.features import features
from bot.matching.kernel import fit
from bot.matching.left_out import LeftOut, calibrate
from bot.matching.space import Space

if TYPE_CHECKING:
    from bot.matching.calibration import Calibration
    from bot.matching.evidence import Matrix
    from bot.matching.examples import Examples

ANSWER_WEIGHTS = (0.0, 0.1, 0.2, 0.4, 0.8)
COVERAGE_WEIGHTS = (0.0, 0.2, 0.4, 0.8, 1.2, 1.6)


def build(examples: Examples) -> tuple[Index, Calibration]:
    """The index and calibration of a pack."""
    words, pairs, pieces = (Space.of([split[i] for split in examples.features]) for i in range(3))
    said = Space.of([features(account.statement)[0] for account in examples.accounts])
    tried = examples.tried
    cosines = [_cosines(space, examples, i) for i, space in enumerate((words, pairs, pieces))]
    answer: Matrix = np.stack([said.cosines(examples.features[row][0]) for row in tried])
    fitted = fit(cosines, examples.targets, examples.owners.astype(np.int64), tried)
    coverage = Coverage.of(examples.accounts)
    left_out = LeftOut(examples, fitted, answer, *_covered(coverage, examples, words))
    weights = _weights(left_out)
    index = Index((words, pairs, pieces), said, examples.owners, fitted.shape, fitted.alpha, coverage, weights)
    return index, calibrate(left_out, weights)


def _cosines(space: Space, examples: Examples, which: int) -> Matrix:
    out: Matrix = np.stack([space.cosines(split[which]) for split in examples.features])
    return out


def _covered(coverage: Coverage, examples: Examples, words: Space) -> tuple[Matrix, Matrix]:
    """Share and missing words of every tried example, its own words not counted for its own candidate."""
    rows = [(examples.reads[row], int(examples.owners[row])) for row in examples.tried]
    found = [coverage.shares(read, words.weigh, owner) for read, owner in rows]
    return np.stack([share for share, _ in found]), np.stack([missing for _, missing in found])


def _weights(left_out: LeftOut) -> tuple[float, float]:
    """The weights of the answer text and of the coverage that leave-one-out prefers."""
    pairs = [(answer, share) for answer in ANSWER_WEIGHTS for share in COVERAGE_WEIGHTS]
    return max(pairs, key=lambda w: left_out.accuracy(left_out.scores(w)))

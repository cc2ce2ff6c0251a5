"""Learning a pack: the index, the weights of answer text and coverage, and the calibration, from the pack alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.matching.answer_kind import KINDS
from bot.matching.coverage import Coverage
from bot.matching.evidence import Index
from bot.matching.features import features
from bot.matching.guards import Considered
from bot.matching.kernel import fit
from bot.matching.left_out import LeftOut, calibrate
from bot.matching.space import Space

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from bot.matching.calibration import Calibration
    from bot.matching.evidence import Matrix
    from bot.matching.examples import Examples
    from bot.matching.guards.conflict import Part
    from bot.matching.lexicon import Lexicon
    from bot.matching.meanings import Meanings
    from bot.matching.normalise import Token

ANSWER_WEIGHTS = (0.0, 0.1, 0.2, 0.4, 0.8)
COVERAGE_WEIGHTS = (0.0, 0.2, 0.4, 0.8, 1.2, 1.6)


def build(
    examples: Examples, lexicon: Lexicon, parts: Counter[Part], meanings: Meanings | None = None
) -> tuple[Index, Calibration]:
    """The index and calibration of a pack; `parts` counts who does what to whom in its answers."""
    words, pairs, pieces = (Space.of([split[i] for split in examples.features]) for i in range(3))
    said = Space.of([features(account.statement)[0] for account in examples.accounts])
    answer: Matrix = np.stack([said.cosines(examples.features[row][0]) for row in examples.tried])
    spaces = (words, pairs, pieces, *((meanings,) if meanings else ()))
    fitted = fit(spaces, examples.targets, examples.owners.astype(np.int64), examples.tried)
    coverage = Coverage.of(examples.accounts)

    def consider(read: tuple[Token, ...], at: int, without: Sequence[Token]) -> Considered:
        return Considered(read, examples.accounts[at], lexicon, words.weigh, parts, without)

    left_out = LeftOut(examples, fitted, answer, *_covered(coverage, examples, words), consider)
    weights = _weights(left_out)
    index = Index(
        (words, pairs, pieces),
        meanings,
        said,
        examples.owners,
        examples.refusing,
        np.array([[account.kinds[kind] > 0 for kind in KINDS] for account in examples.accounts], bool),
        fitted.shape,
        fitted.alpha,
        coverage,
        weights,
    )
    return index, calibrate(left_out, weights)


def _covered(coverage: Coverage, examples: Examples, words: Space) -> tuple[Matrix, Matrix]:
    """Share and missing words of every tried example, its own words not counted for its own candidate."""
    rows = [(examples.reads[row], int(examples.owners[row])) for row in examples.tried]
    found = [coverage.shares(read, words.weigh, owner) for read, owner in rows]
    return np.stack([share for share, _ in found]), np.stack([missing for _, missing in found])


def _weights(left_out: LeftOut) -> tuple[float, float]:
    """The weights of the answer text and of the coverage that leave-one-out prefers."""
    return max(((answer, share) for answer in ANSWER_WEIGHTS for share in COVERAGE_WEIGHTS), key=left_out.merit)

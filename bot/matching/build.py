"""Learning a pack: the index, the weights of answer text and coverage, and the calibration, from the pack alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.matching.answer_kind import KINDS
from bot.matching.centroids import Centroids
from bot.matching.coverage import Coverage
from bot.matching.discriminant import CrossFitted
from bot.matching.evidence import Index
from bot.matching.examples import places
from bot.matching.guards import Considered
from bot.matching.kernel import BY_MEANING, BY_WORDS, LARGE, Shape, choose, sample
from bot.matching.left_out import LeftOut
from bot.matching.likeness import Likeness
from bot.matching.mutual import Mutual
from bot.matching.neighbourhoods import neighbourhoods
from bot.matching.regression import Fit, Regression, solve
from bot.matching.space import Space

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from bot.matching.evidence import Matrix, Weights
    from bot.matching.examples import Examples
    from bot.matching.guards.conflict import Part
    from bot.matching.lexicon import Lexicon
    from bot.matching.meanings import Meanings
    from bot.matching.nearest import Near, Nearest
    from bot.matching.normalise import Token

FEWEST = 20  # phrasings beside others of their entry that it takes to learn weights by leaving one out
# Where most entries have but one phrasing: the centroid is that, and the answer's text says the rest. On the titles of
# StackFAQ with their answers, other weights up to 0.4 were at most two points worse by words, and one by meaning.
ALONE = (0.4, 0.2, 0.0)
ANSWER_WEIGHTS = (0.0, 0.1, 0.2, 0.4, 0.8)
COVERAGE_WEIGHTS = (0.0, 0.2, 0.4, 0.8, 1.2, 1.6)
WHOLE = 0.4  # of the centroids: at 0.4 and 0.8 accuracy and AUROC on the public sets differ by less than half a point


def build(
    examples: Examples, near: Near, lexicon: Lexicon, parts: Counter[Part], meanings: Meanings | None = None
) -> tuple[Index, LeftOut]:
    """The index of a pack, and what it says of its rows when they are left out.

    `parts` counts who does what to whom in its answers.
    """
    spaces = tuple(Space.of([split[i] for split in examples.features]) for i in range(3))
    said = Space.of(examples.statements)
    shape = _shape(examples, (*spaces, meanings) if meanings else spaces)
    likeness = Likeness.of(examples, spaces, meanings, shape.weights)
    mutual = Mutual.of(spaces, meanings, shape.weights)
    coverage = Coverage.of(examples.accounts)

    def consider(read: tuple[Token, ...], at: int, without: Sequence[Token] = ()) -> Considered:
        return Considered(read, examples.accounts[at], lexicon, spaces[0].weigh, parts, without)

    centroids = None if examples.told else Centroids.of(examples.owners, len(examples.found), mutual.among)
    regression, fitted, nearest, whole = _fitted(examples, near, likeness, mutual, shape, centroids)
    covered, missing = _covered(coverage, examples, spaces[0])
    answer: Matrix = np.stack([said.cosines(examples.features[row][0]) for row in examples.tried])
    left_out = LeftOut(examples, fitted, (answer, covered, whole), missing, nearest, consider, CrossFitted.none())
    kinds = np.array([[account.kinds[kind] > 0 for kind in KINDS] for account in examples.accounts], bool)
    index = Index(
        likeness,
        said,
        examples.owners,
        examples.refusing,
        examples.runs,
        near,
        kinds,
        shape,
        regression,
        coverage,
        centroids,
        _weights(left_out, WHOLE if centroids else 0.0),
    )
    return index, left_out


def _shape(examples: Examples, alike: Sequence[Space | Meanings]) -> Shape:
    if len(examples.owners) > LARGE:
        return Shape(*(BY_MEANING if len(alike) > len(BY_WORDS[0]) else BY_WORDS))
    rows = sample(examples.targets)
    cosines = [one.among(rows) for one in alike]
    return choose(cosines, examples.targets[rows], examples.owners[rows].astype(np.int64))


def _fitted(
    examples: Examples, near: Near, likeness: Likeness, mutual: Mutual, shape: Shape, centroids: Centroids | None = None
) -> tuple[Regression, Fit, list[tuple[Nearest, Nearest]], Matrix]:
    """The regression, and of tried rows what it says of them left out, the nearest phrasings, and the centroids'."""
    targets = examples.targets
    around = neighbourhoods(mutual.sketch(), targets.argmax(axis=1), targets.shape[1])
    held = solve(mutual.among, shape, targets, examples.tried, around)
    regression = Regression(tuple(one.part for one in held), targets.shape[1])
    plain = np.zeros((len(examples.tried), targets.shape[1]), np.float32)
    nearest = []
    whole = np.zeros((len(examples.tried), len(examples.found)), np.float32)
    among = places(examples.found)
    for at, row in enumerate(examples.tried):
        alike, means = likeness.to(examples.features[row], likeness.placed(row))
        plain[at] = regression.predict(shape.kernel(alike))
        close = examples.runs.nearest(means, int(row), depth=1)
        nearest.append((near.to(examples.features[row], alike, int(among[row])), close))
        if centroids:
            whole[at] = centroids.without(alike, int(row))
    return regression, Fit(held, targets[examples.tried], plain), nearest, whole


def _covered(coverage: Coverage, examples: Examples, words: Space) -> tuple[Matrix, Matrix]:
    """Share and missing words of every tried example, its own words not counted for its own candidate."""
    rows = [(examples.reads[row], int(examples.owners[row])) for row in examples.tried]
    found = [coverage.shares(read, words.weigh, owner) for read, owner in rows]
    return np.stack([share for share, _ in found]), np.stack([missing for _, missing in found])


def _weights(left_out: LeftOut, whole: float) -> Weights:
    """The weights of the answer text and the coverage that leave-one-out prefers, and that of the centroids."""
    if left_out.siblings.sum() < FEWEST:
        return ALONE
    return max(((answer, share, whole) for answer in ANSWER_WEIGHTS for share in COVERAGE_WEIGHTS), key=left_out.merit)

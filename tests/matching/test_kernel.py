"""The shape that leave-one-out prefers."""

from __future__ import annotations

import numpy as np

from bot.matching.kernel import BY_WORDS, Shape, choose, sample
from tests import hollin

EXAMPLES = hollin.examples()
LABELS = EXAMPLES.owners.astype(np.int64)


def test_a_space_that_tells_nothing_gets_the_least_weight() -> None:
    """Words that tell the entries apart beside pairs and pieces that are alike for all."""
    telling = (EXAMPLES.targets @ EXAMPLES.targets.T).astype(np.float32)
    same = np.ones_like(telling)
    words, *others = choose([telling, same, same], EXAMPLES.targets, LABELS).weights

    assert words == max(words, *others)


def test_single_phrasings_prefer_nothing_to_the_usual_shape() -> None:
    """Left out, the only phrasing of an entry leaves nothing to choose by, whatever is alike."""
    alone = np.eye(6, dtype=np.float32)
    dice = np.random.default_rng(3).random((3, 6, 6)).astype(np.float32)

    assert Shape(*BY_WORDS) == choose([(one + one.T) / 2 for one in dice], alone, np.arange(6))


def test_meaning_has_a_share_only_where_there_is_an_encoder() -> None:
    """Four spaces have four weights, three have three, and both sum to one."""
    cosines = [space.among() for space in hollin.spaces()]
    by_words, by_meaning = (
        choose(some, EXAMPLES.targets, LABELS).weights for some in (cosines, [*cosines, cosines[0]])
    )

    assert (3, 4) == (len(by_words), len(by_meaning))
    np.testing.assert_allclose([1, 1], [sum(by_words), sum(by_meaning)])


def test_a_sample_holds_its_classes_whole() -> None:
    """All rows of a class or none: as dense as the pack is."""
    classes = EXAMPLES.targets.argmax(axis=1)
    rows = sample(EXAMPLES.targets)

    assert [] == [one for one in np.unique(classes[rows]) if not np.isin(np.flatnonzero(classes == one), rows).all()]

"""What the index says of one question."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.examples import texts
from tests import hollin

MATCHER = hollin.matcher()


@pytest.mark.parametrize("question", ["", "?", "where is Hollin", "zebra"])
def test_every_candidate_has_evidence(question: str) -> None:
    """Finite numbers, one a candidate, for any question."""
    found = MATCHER.index.evidence(MATCHER.lexicon.read(question))

    for numbers in (found.scores, found.alike, found.missing):
        assert (len(MATCHER.candidates),) == numbers.shape
        assert np.isfinite(numbers).all()


def test_the_nearest_phrasing_is_the_candidates_own() -> None:
    """The phrasing shown for a candidate is one of its own."""
    alike = MATCHER.index.evidence(MATCHER.lexicon.read("how many raids were there")).likeness
    written = texts(MATCHER.candidates)
    nearest = [MATCHER.index.nearest(alike, at) for at in range(len(MATCHER.candidates))]

    assert [] == [
        c.id for c, at in zip(MATCHER.candidates, nearest, strict=True) if at is None or written[at] not in c.asks
    ]


def test_a_phrasing_scores_highest_for_its_own_candidate() -> None:
    """The regression has learnt its own examples, but for a few that look like a neighbour's."""
    own = [
        int(MATCHER.index.evidence(MATCHER.lexicon.read(ask)).scores.argmax()) == at
        for at, candidate in enumerate(MATCHER.candidates)
        for ask in candidate.asks
    ]

    assert np.mean(own) > 0.95

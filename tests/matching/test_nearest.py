"""The phrasings nearest to a question, candidate by candidate."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.features import features
from bot.matching.nearest import DEPTH, Near, Runs
from tests import hollin

BELONGS = np.array([0, 0, 0, 0, 2, 0, 0, 2])  # candidate 1 has no phrasing
ASKED = np.arange(8) < 5  # the others are look-alikes
ALIKE = np.array([0.1, 0.9, 0.5, 0.7, 0.3, 0.2, 0.6, 0.4], np.float32)
RUNS = Runs.of(BELONGS, ASKED)
GAPS = np.array([False, False, True])


def test_the_three_nearest_of_each_are_found() -> None:
    """Best first, and nothing where there are fewer."""
    expected = np.array([[0.9, 0.7, 0.5], [0.3, 0, 0], [0.6, 0.2, 0], [0.4, 0, 0]], np.float32)

    np.testing.assert_allclose(expected, RUNS.nearest(ALIKE).likeness)


def test_a_candidate_has_its_own_phrasings_only() -> None:
    """Not its look-alikes, and nothing where it has none."""
    nearest = RUNS.nearest(ALIKE)

    np.testing.assert_allclose([0.9, 0.7, 0.5], nearest.own(0))
    np.testing.assert_allclose([0.0] * DEPTH, nearest.own(1))


def test_look_alikes_and_gaps_speak_against() -> None:
    """The highest of all of them, but for a candidate that is left out."""
    nearest = RUNS.nearest(ALIKE)

    np.testing.assert_allclose([0.6, 0.4, 0.3], nearest.against(GAPS))
    np.testing.assert_allclose([0.6, 0.2, 0.0], nearest.against(GAPS, but=2))


def test_rivals_stand_beside_what_they_are_asked() -> None:
    """Their phrasings only, and not those of one that is left out."""
    nearest = RUNS.nearest(ALIKE, depth=1)

    np.testing.assert_allclose([0.9], nearest.beside(np.array([True, False, True])))
    np.testing.assert_allclose([0.3], nearest.beside(np.array([True, False, True]), but=0))
    np.testing.assert_allclose([0.7], RUNS.nearest(ALIKE, 1, depth=1).own(0))


def test_a_pack_without_questions_has_no_nearest() -> None:
    """An empty table, and no complaint."""
    nothing = Runs.of(np.empty(0, np.int64), np.empty(0, bool))

    assert (0, DEPTH) == nothing.nearest(np.empty(0, np.float32)).likeness.shape


def test_a_near_copy_is_found_among_all_phrasings() -> None:
    """Also of what is no row of the index; left out, the next one is nearest."""
    near, read = Near.of(hollin.known().worded), hollin.known().worded[0].phrasings[1]
    none = np.empty(0, np.float32)  # nothing is indexed
    own = near.to(features(read), none).own(0)
    without = near.to(features(read), none, 1).own(0)

    assert 1 == pytest.approx(own[0], abs=1e-4)
    np.testing.assert_allclose(own[1:], without[:2], atol=1e-6)

"""How alike a question is to all phrasings of a candidate together."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.centroids import Centroids

DICE = np.random.default_rng(5).random((7, 4)).astype(np.float32)
ROWS = DICE / np.linalg.norm(DICE, axis=1, keepdims=True)
OWNERS = np.array([0, 0, 0, 1, 1, 3, 3], np.int32)
CENTROIDS = Centroids.of(OWNERS, 4, lambda rows: ROWS[rows] @ ROWS[rows].T)


def plain(asked: np.ndarray, kept: np.ndarray) -> list[float]:
    """The cosine with the sum of each candidate's kept rows; 0 without any."""
    sums = [ROWS[kept & (at == OWNERS)].sum(axis=0) for at in range(4)]
    return [float(asked @ one / (np.linalg.norm(one) or 1)) for one in sums]


def test_it_is_the_cosine_with_the_sum() -> None:
    """And 0 for a candidate that nobody asks for."""
    asked = ROWS[::2].sum(axis=0)
    asked /= np.linalg.norm(asked)

    assert plain(asked, OWNERS >= 0) == pytest.approx(CENTROIDS.cosines(ROWS @ asked).tolist(), abs=1e-5)


@pytest.mark.parametrize("row", range(7))
def test_a_phrasing_is_held_against_its_fellows(row: int) -> None:
    """Left out, it says nothing for its own candidate."""
    kept = np.arange(7) != row

    assert plain(ROWS[row], kept) == pytest.approx(CENTROIDS.without(ROWS @ ROWS[row], row).tolist(), abs=1e-5)


def test_the_only_phrasing_left_out_leaves_nothing() -> None:
    """A title alone can't be told from its own sum."""
    alone = Centroids.of(np.array([0], np.int32), 1, lambda rows: np.ones((len(rows), len(rows)), np.float32))

    assert [0.0] == alone.without(np.ones(1, np.float32), 0).tolist()

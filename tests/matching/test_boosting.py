"""Trees that learn what a weighed sum can't say."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.boosting import LEAST, Trees

DICE = np.random.default_rng(3)
ROWS = DICE.normal(size=(2000, 4))
EITHER = ((ROWS[:, 0] > 0) != (ROWS[:, 1] > 0)).astype(float)  # one or the other, not both: no sum tells


def learnt(rows: np.ndarray, right: np.ndarray) -> Trees:
    """Trees over rows that all weigh the same, nothing being known before."""
    return Trees.fit(rows, right, np.ones(len(rows)), np.zeros(len(rows)))


def test_they_learn_what_depends_on_two_signals_at_once() -> None:
    """On rows that they have not seen."""
    trees, fresh = learnt(ROWS, EITHER), DICE.normal(size=(500, 4))
    expected = (fresh[:, 0] > 0) != (fresh[:, 1] > 0)

    assert np.mean((trees.logit(fresh) > 0) == expected) > 0.9


def test_one_question_gets_what_the_same_row_gets_among_many() -> None:
    """A row by itself, or a table of them."""
    trees = learnt(ROWS, EITHER)

    assert trees.logit(ROWS)[17] == pytest.approx(float(trees.logit(ROWS[17])))


def test_few_trials_grow_no_tree() -> None:
    """A small pack is left to its weighed sum."""
    few = 2 * LEAST - 1

    assert [0.0] * few == learnt(ROWS[:few], EITHER[:few]).logit(ROWS[:few]).tolist()


def test_what_is_known_already_is_left_as_it_is() -> None:
    """Where the logits before explain everything, trees add next to nothing."""
    start = np.where(EITHER > 0, 30.0, -30.0)

    assert np.abs(Trees.fit(ROWS, EITHER, np.ones(len(ROWS)), start).logit(ROWS)).max() < 0.01

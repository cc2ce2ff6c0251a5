"""The identities of leave-one-out against fits that really leave out, and neighbourhoods against the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests import hollin

if TYPE_CHECKING:
    from bot.matching.regression import Fit

ROWS = np.arange(len(hollin.examples().owners))


@pytest.fixture(scope="session")
def gram() -> np.ndarray:
    """The kernel of the invented pack's phrasings with each other."""
    return hollin.SHAPE.kernel(hollin.mutual().among(ROWS)).astype(np.float64)


@pytest.fixture(scope="session")
def fitted() -> Fit:
    """The regression over all phrasings at once."""
    return hollin.fitted()


def predicted(gram: np.ndarray, targets: np.ndarray, out: np.ndarray, among: np.ndarray = ROWS) -> np.ndarray:
    """Predictions for the rows `out` by a fit over the rows `among` without them, shape (out, classes)."""
    kept = np.setdiff1d(among, out)
    inner = gram[np.ix_(kept, kept)] + hollin.SHAPE.ridge * np.eye(len(kept))
    return gram[np.ix_(out, kept)] @ np.linalg.solve(inner, targets[kept])


def test_a_phrasing_left_out_is_predicted_as_by_a_fit_without_it(fitted: Fit, gram: np.ndarray) -> None:
    """Every tried row, one at a time."""
    examples = hollin.examples()
    plainly = np.vstack([predicted(gram, examples.targets, np.array([row])) for row in examples.tried])

    np.testing.assert_allclose(fitted.left_out, plainly, atol=2e-3)


@pytest.mark.parametrize("owner", range(len(hollin.pack().entries)))
def test_an_entry_left_out_is_predicted_as_by_a_fit_without_it(fitted: Fit, gram: np.ndarray, owner: int) -> None:
    """All phrasings of an entry at once."""
    examples = hollin.examples()
    block = np.flatnonzero(examples.owners[examples.tried] == owner)
    plainly = predicted(gram, examples.targets, examples.tried[block])

    np.testing.assert_allclose(fitted.without(block), plainly, atol=2e-3, err_msg=str(owner))


def test_in_neighbourhoods_too_what_is_left_out_is_left_out(gram: np.ndarray) -> None:
    """For the classes of each, as by a fit over the neighbourhood without the row."""
    examples = hollin.examples()
    fitted = hollin.fitted(together=60)

    assert len(fitted.held) > 1
    for held in fitted.held:
        row = examples.tried[held.at[0]]
        plainly = predicted(gram, examples.targets, np.array([row]), held.part.rows)
        np.testing.assert_allclose(
            fitted.left_out[held.at[0], held.part.classes], plainly[0, held.part.classes], atol=2e-3
        )


def test_neighbourhoods_rank_nearly_as_the_whole(fitted: Fit) -> None:
    """Of the phrasings left out whose candidate the whole puts first, nine in ten keep it."""
    examples, candidates = hollin.examples(), len(hollin.examples().found)
    owners = examples.owners[examples.tried]
    whole, parts = (one.left_out[:, :candidates].argmax(axis=1) == owners for one in (fitted, hollin.fitted(60)))

    assert (parts & whole).sum() >= 0.9 * whole.sum()


def test_a_question_is_most_like_itself(gram: np.ndarray) -> None:
    """The kernel is 1 for the same words, and never more."""
    np.testing.assert_allclose(np.ones(len(gram)), np.diag(gram), atol=1e-4)
    assert gram.max() <= 1 + 1e-4

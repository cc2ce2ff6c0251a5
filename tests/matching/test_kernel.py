"""The identities of leave-one-out against fits that really leave out."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.kernel import Fit, fit
from tests import hollin


@pytest.fixture(scope="session")
def cosines() -> list[np.ndarray]:
    """The cosines of the invented pack's phrasings, one matrix a space."""
    return [space.among() for space in hollin.spaces()]


@pytest.fixture(scope="session")
def fitted() -> Fit:
    """The regression over all phrasings."""
    examples = hollin.examples()
    return fit(hollin.spaces(), examples.targets, examples.owners.astype(np.int64), examples.tried)


def predicted(fitted: Fit, cosines: list[np.ndarray], out: np.ndarray) -> np.ndarray:
    """Predictions for the rows `out` by a fit without them, in the same shape, shape (out, classes)."""
    gram = fitted.shape.kernel(cosines).astype(np.float64)
    kept = np.setdiff1d(np.arange(len(gram)), out)
    inner = gram[np.ix_(kept, kept)] + fitted.shape.ridge * np.eye(len(kept))
    return gram[np.ix_(out, kept)] @ np.linalg.solve(inner, fitted.targets[kept])


def test_a_phrasing_left_out_is_predicted_as_by_a_fit_without_it(fitted: Fit, cosines: list[np.ndarray]) -> None:
    """Every tried row, one at a time."""
    plainly = np.vstack([predicted(fitted, cosines, np.array([row])) for row in fitted.tried])

    np.testing.assert_allclose(fitted.left_out, plainly, atol=2e-3)


@pytest.mark.parametrize("owner", range(len(hollin.pack().entries)))
def test_an_entry_left_out_is_predicted_as_by_a_fit_without_it(
    fitted: Fit, cosines: list[np.ndarray], owner: int
) -> None:
    """All phrasings of an entry at once."""
    block = np.flatnonzero(hollin.examples().owners[fitted.tried] == owner)

    np.testing.assert_allclose(
        fitted.without(block), predicted(fitted, cosines, fitted.tried[block]), atol=2e-3, err_msg=str(owner)
    )


def test_the_weights_solve_the_regression(fitted: Fit, cosines: list[np.ndarray]) -> None:
    """(K + ridge·I)·alpha gives the targets back."""
    gram = fitted.shape.kernel(cosines) + np.float32(fitted.shape.ridge) * np.eye(len(fitted.targets))

    np.testing.assert_allclose(fitted.targets, gram @ fitted.alpha, atol=1e-3)


def test_a_question_is_most_like_itself(fitted: Fit, cosines: list[np.ndarray]) -> None:
    """The kernel is 1 for the same words, and never more."""
    kernel = fitted.shape.kernel(cosines)

    np.testing.assert_allclose(np.ones(len(kernel)), np.diag(kernel), atol=1e-4)
    assert kernel.max() <= 1 + 1e-4

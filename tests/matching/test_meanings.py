"""What phrasings mean, along the directions that tell most."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.meanings import MANY, Meanings

CLASSES = np.arange(MANY + 1) % 5
DICE = np.random.default_rng(3)
# What tells the classes apart is faint, and a loud direction tells nothing.
NOISE = DICE.normal(size=(len(CLASSES), 160)) * np.r_[3.0, np.full(159, 0.1)]
TELLING = np.eye(5)[CLASSES] * 0.3
TEXTS = np.hstack([NOISE, TELLING])
ENCODED = (TEXTS / np.linalg.norm(TEXTS, axis=1, keepdims=True)).astype(np.float32)


def nearest(meanings: Meanings, rows: range) -> float:
    """How often the nearest other row is of the same class."""
    alike = meanings.among()[list(rows)]
    alike[np.arange(len(rows)), list(rows)] = -1
    return float((CLASSES[alike.argmax(axis=1)] == CLASSES[list(rows)]).mean())


def test_a_large_pack_learns_which_differences_matter() -> None:
    """What one class differs in within itself counts for little; in a smaller pack, what most differ in counts most."""
    few = slice(0, MANY // 2)
    large, small = Meanings.of(ENCODED, CLASSES), Meanings.of(ENCODED[few], CLASSES[few])

    assert nearest(large, range(300)) > nearest(small, range(300)) + 0.2


def test_no_direction_is_kept_that_tells_nothing() -> None:
    """Five classes lie along four directions."""
    assert (len(CLASSES), 4) == Meanings.of(ENCODED, CLASSES).vectors.shape


@pytest.mark.parametrize("size", [MANY // 4, MANY + 1])
def test_a_question_lies_where_a_phrasing_of_the_same_vector_does(size: int) -> None:
    """Both of unit length."""
    meanings = Meanings.of(ENCODED[:size], CLASSES[:size])

    np.testing.assert_allclose(meanings.placed(ENCODED[7]), meanings.vectors[7], atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(meanings.vectors, axis=1), 1, atol=1e-5)


def test_a_vector_of_nothing_is_like_nothing() -> None:
    """It has no direction, and is no fault."""
    meanings = Meanings.of(ENCODED[:50], CLASSES[:50])

    assert not meanings.cosines(meanings.placed(np.zeros(ENCODED.shape[1], np.float32))).any()

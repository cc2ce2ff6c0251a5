"""How alike a question is to every phrasing, in words and in meaning."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.likeness import Likeness
from bot.matching.meanings import Meanings
from bot.matching.mutual import Mutual
from tests import hollin

FEATURES = hollin.examples().features
FAINT = 0.06  # what the words that hardly resemble a question may add up to
DICE = np.random.default_rng(5).normal(size=(len(FEATURES), 16)).astype(np.float32)
MEANINGS = Meanings.of(DICE / np.linalg.norm(DICE, axis=1, keepdims=True), np.arange(len(DICE)))
WEIGHTS = 0.3, 0.1, 0.2, 0.4
BOTH = Likeness.of(hollin.examples(), hollin.spaces(), MEANINGS, WEIGHTS)


def test_a_phrasing_is_as_alike_as_among_all() -> None:
    """Asked one by one, or all at once."""
    rows = np.arange(0, len(FEATURES), 3)
    one_by_one = np.stack([BOTH.to(FEATURES[row], BOTH.placed(int(row)))[0][rows] for row in rows])

    among = Mutual.of(hollin.spaces(), MEANINGS, WEIGHTS).among(rows)
    np.testing.assert_allclose(among, one_by_one, atol=0.2 * FAINT)


def test_nearly_the_words_of_a_phrasing_need_no_encoder() -> None:
    """What it means is known already."""
    alike, _ = BOTH.to(FEATURES[7], lambda: pytest.fail("the encoder was asked"))

    assert 7 == int(alike.argmax())


def test_without_an_encoder_meanings_are_as_alike_as_words() -> None:
    """The order is that of the words, on the same scale."""
    words = Likeness.of(hollin.examples(), hollin.spaces(), None, (0.5, 1 / 6, 1 / 3))

    np.testing.assert_allclose(words.to(FEATURES[3])[0], BOTH.to(FEATURES[3])[0], atol=1e-4)


def test_other_words_are_given_to_the_encoder() -> None:
    """A question that resembles nothing is placed by what it means."""
    asked: list[int] = []

    def meant() -> np.ndarray:
        asked.append(1)
        return MEANINGS.vectors[11]

    alike, means = BOTH.to(tuple((keys[:0], counts[:0]) for keys, counts in FEATURES[0]), meant)

    assert [1] == asked
    assert 11 == int(alike.argmax()) == int(means.argmax())

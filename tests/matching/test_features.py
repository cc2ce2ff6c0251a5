"""What two questions are compared by."""

from __future__ import annotations

from bot.matching.features import features
from bot.matching.normalise import tokens


def test_a_question_in_three_spaces() -> None:
    """Words, pairs with skips of one, and pieces within words."""
    words, pairs, pieces = features(tokens("ice boats"))

    assert ["ice", "boat"] == words
    assert ["^ ice", "ice boat", "boat $", "^ _ boat", "ice _ $"] == pairs
    assert {"<ice>", "boats", "ats>"} <= set(pieces)
    assert [] == [piece for piece in pieces if not 2 <= len(piece) <= 5]


def test_no_words_have_no_words_and_no_pieces() -> None:
    """An empty question is like nothing."""
    words, _, pieces = features(())

    assert ([], []) == (words, pieces)

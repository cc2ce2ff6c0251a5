"""What two questions are compared by."""

from __future__ import annotations

from bot.matching.features import features, hashed, spelt
from bot.matching.normalise import tokens


def test_a_question_in_three_spaces() -> None:
    """Words, pairs with skips of one, and pieces within words."""
    words, pairs, pieces = features(tokens("ice boats"))

    assert {hashed(word) for word in ("ice", "boat")} == set(words[0].tolist())
    assert {hashed(pair) for pair in ("^ ice", "ice boat", "boat $", "^ _ boat", "ice _ $")} == set(pairs[0].tolist())
    assert {hashed(piece) for piece in ("<ice>", "boats", "ats>")} <= set(pieces[0].tolist())
    assert hashed("<boats>") not in pieces[0]


def test_pieces_of_several_words_add_up() -> None:
    """A piece that two words have stands there twice."""
    pieces, counts = spelt(["boat", "boats"])

    assert 2 == counts[pieces == hashed("<bo")]
    assert 1 == counts[pieces == hashed("ts>")]


def test_no_words_have_no_words_and_no_pieces() -> None:
    """An empty question is like nothing."""
    words, _, pieces = features(())

    assert (0, 0) == (len(words[0]), len(pieces[0]))

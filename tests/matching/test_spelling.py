"""Compared word with word, questions are as alike in spelling as compared piece by piece."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.features import spelt
from bot.matching.space import Space
from bot.matching.spelling import Spelling

WORDS = st.lists(st.sampled_from("ferry ferries ferryman iceboat boat boats coast coastal".split()), max_size=6)
ASKED = st.lists(st.sampled_from("ferry fery boots costal walrus".split()), max_size=5)


def cosines(texts: list[list[str]], question: list[str], least: float) -> tuple[np.ndarray, np.ndarray]:
    """By pieces, and by words that resemble the question by at least so much."""
    counted = [spelt(text) for text in texts]
    space = Space.of(counted)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.matching.spelling.LEAST", least)
        by_words = Spelling.of(space, counted, texts).cosines(spelt(question))
    return space.cosines(spelt(question)), by_words


@given(st.lists(WORDS, min_size=1, max_size=6), ASKED)
def test_it_is_the_cosine_of_all_pieces(texts: list[list[str]], question: list[str]) -> None:
    """For any phrasings and any question, known words or not."""
    by_pieces, by_words = cosines(texts, question, 0.0)

    np.testing.assert_allclose(by_words, by_pieces, atol=1e-4)


@given(st.lists(WORDS, min_size=1, max_size=6), ASKED, st.sampled_from([0.02, 0.2]))
def test_words_that_hardly_resemble_it_are_left_out(texts: list[list[str]], question: list[str], least: float) -> None:
    """That can only lower a cosine, and by no more than so much for each word."""
    by_pieces, by_words = cosines(texts, question, least)

    assert (by_words <= by_pieces + 1e-4).all()
    assert (by_words >= by_pieces - least * max(map(len, texts)) - 1e-4).all()

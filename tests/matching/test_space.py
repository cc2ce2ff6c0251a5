"""Cosines from the inverted index are the cosines of the plain definition."""

from __future__ import annotations

from collections import Counter
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.features import counted
from bot.matching.space import Space

WORDS = st.lists(st.sampled_from("ice ferry boat wall gull storm".split()), max_size=8)


def of(documents: list[list[str]]) -> Space:
    """The space of some documents."""
    return Space.of([counted(document) for document in documents])


def plainly(documents: list[list[str]], question: list[str]) -> list[float]:
    """Tf-idf cosines by the book: tf = 1 + log count, idf = log((1+n)/(0.5+df)), df = 1 for an unknown word."""
    df = Counter(word for document in documents for word in set(document))

    def vector(words: list[str]) -> dict[str, float]:
        idf = {word: log((1 + len(documents)) / (0.5 + (df[word] or 1))) for word in words}
        return {word: (1 + log(count)) * idf[word] for word, count in Counter(words).items()}

    def cosine(left: dict[str, float], right: dict[str, float]) -> float:
        norms = sqrt(sum(v * v for v in left.values())) * sqrt(sum(v * v for v in right.values()))
        return sum(value * right.get(word, 0) for word, value in left.items()) / norms if norms else 0.0

    return [cosine(vector(question), vector(document)) for document in documents]


@given(st.lists(WORDS, max_size=6), st.lists(st.sampled_from("ice ferry boat seal".split()), max_size=6))
def test_cosines_are_those_of_the_book(documents: list[list[str]], question: list[str]) -> None:
    """For any documents and any question, known words or not."""
    assert plainly(documents, question) == pytest.approx(of(documents).cosines(counted(question)).tolist(), abs=1e-4)


@given(st.lists(WORDS.filter(bool), min_size=1, max_size=8), st.sampled_from([0, 2, 100]))
def test_documents_among_each_other_are_as_alike_as_asked_one_by_one(documents: list[list[str]], common: int) -> None:
    """All pairs at once, by whichever way is cheaper for a word, or only those of some documents."""
    some = np.arange(0, len(documents), 2)
    space = of(documents)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.matching.postings.COMMON", common)
        found, part = space.among(), space.among(some)

    one_by_one = np.stack([space.cosines(counted(document)) for document in documents])
    np.testing.assert_allclose(one_by_one, found, atol=1e-4)
    np.testing.assert_allclose(one_by_one[np.ix_(some, some)], part, atol=1e-4)


def test_an_unknown_word_weighs_like_one_that_stands_once() -> None:
    """What nobody has ever written is as rare as what one phrasing has."""
    space = of([["ice"], ["boat"], ["boat"]])

    assert space.weigh("ice") == pytest.approx(space.weigh("walrus"))
    assert space.weigh("boat") < space.weigh("ice")

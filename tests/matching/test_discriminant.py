"""What the wording of questions adds up to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.discriminant import CrossFitted
from bot.matching.normalise import tokens
from bot.matching.wording import Wording
from tests import hollin

DICE = np.random.default_rng(11)
ROWS = [np.unique(DICE.integers(0, 30, 8)).astype(np.uint64) for _ in range(300)]
RIGHT = np.array([7 not in row for row in ROWS])
ASKED = [tokens(f"question {row}") for row in range(len(ROWS))]
SIGN = np.where(RIGHT, 1, -1)


def test_one_telling_word_decides() -> None:
    """Whatever else is said: what no right question has speaks against."""
    told = CrossFitted.fit(ASKED, ROWS, RIGHT).whole

    assert RIGHT.tolist() == [told.logit(row) > 0 for row in ROWS]
    assert 7 == told.keys[told.weights.argmin()]


def test_the_weights_are_those_of_a_ridge() -> None:
    """The slope of the penalised likelihood is nought there, but for what the solver leaves."""
    told = CrossFitted.fit(ASKED, ROWS, RIGHT).whole

    def slope(logits: list[float], weights: np.ndarray) -> np.ndarray:
        pull = SIGN / (1 + np.exp(SIGN * logits))
        return weights - [sum(p for row, p in zip(ROWS, pull, strict=True) if key in row) for key in told.keys]

    there, before = slope([told.logit(row) for row in ROWS], told.weights), slope([0.0] * len(ROWS), 0 * told.weights)
    assert np.linalg.norm(there) < 0.02 * np.linalg.norm(before)


def test_what_one_question_alone_has_tells_nothing() -> None:
    """A word that stands once says nothing of another question."""
    rows, right = [*ROWS, np.array([99], np.uint64)], np.append(RIGHT, False)
    told = CrossFitted.fit([*ASKED, tokens("walrus")], rows, right).whole

    assert 0 == told.logit(np.array([99], np.uint64))


@pytest.mark.parametrize("right", [True, False])
def test_of_one_sort_alone_nothing_is_learnt(right: bool) -> None:  # noqa: FBT001
    """A pack without look-alikes and gaps."""
    told = CrossFitted.fit(ASKED, ROWS, np.full(len(ROWS), right))

    assert [0.0] * len(ROWS) == [told.without(read).logit(keys) for read, keys in zip(ASKED, ROWS, strict=True)]


def test_a_question_is_told_by_what_has_not_seen_it() -> None:
    """Its outcome may be the other way round, and it is none the wiser."""
    plain = CrossFitted.fit(ASKED, ROWS, RIGHT)
    for row in (0, 100, 200):
        turned = CrossFitted.fit(ASKED, ROWS, np.where(np.arange(len(ROWS)) == row, ~RIGHT, RIGHT))
        np.testing.assert_array_equal(plain.without(ASKED[row]).weights, turned.without(ASKED[row]).weights)
        assert (plain.whole.weights != turned.whole.weights).any()


@given(st.permutations("do the rangers pay the lodge".split()))
def test_order_tells(words: list[str]) -> None:
    """The same words in another order are worded otherwise."""
    lexicon = hollin.matcher().lexicon
    plain, other = lexicon.read("do the rangers pay the lodge"), lexicon.read(" ".join(words))
    same = [t.meaning for t in plain] == [t.meaning for t in other]

    assert same == (set(Wording.of(plain).said.tolist()) == set(Wording.of(other).said.tolist()))


def test_what_a_candidate_lacks_tells() -> None:
    """Words that it never says, and not those that it does."""
    matcher = hollin.matcher()
    account, read = matcher.account(0), matcher.lexicon.read(matcher.candidates[0].asks[0])
    more = matcher.lexicon.read(f"{matcher.candidates[0].asks[0]} zeppelin")
    wording = Wording.of(read)

    assert 2 * len(wording.said) + 1 == len(wording.tells(0, account))
    assert 2 * len(Wording.of(more).said) + 3 == len(Wording.of(more).tells(0, account))

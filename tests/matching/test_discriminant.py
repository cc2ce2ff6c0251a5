"""What the wording of questions adds up to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.discriminant import UNTOLD, CrossFitted
from bot.matching.normalise import tokens
from bot.matching.wording import Wording
from tests import hollin

DICE = np.random.default_rng(11)
ROWS = [np.unique(DICE.integers(0, 30, 8)).astype(np.uint64) for _ in range(300)]
RIGHT = np.array([7 not in row for row in ROWS])
ASKED = [tokens(f"question {row}") for row in range(len(ROWS))]
SIGN = np.where(RIGHT, 1, -1)
EVEN = np.array([9 in row for row in ROWS])


def signs(right: np.ndarray, chosen: np.ndarray = EVEN) -> np.ndarray:
    """What is to be told of each question: whether it is answered, and whether by this candidate."""
    return np.column_stack([np.where(one, 1, -1) for one in (right, chosen)]).astype(np.int8)


def test_one_telling_word_decides() -> None:
    """Whatever else is said: what no right question has speaks against."""
    told = CrossFitted.fit(ASKED, ROWS, signs(RIGHT)).whole

    assert RIGHT.tolist() == [told.logits(row).answers > 0 for row in ROWS]
    assert 7 == told.keys[told.weights[:, 0].argmin()]


def test_what_is_answered_and_by_whom_are_told_apart() -> None:
    """Each by words of its own, from the questions that are examples of it."""
    told = signs(RIGHT)
    told[::3, 1] = 0
    found = CrossFitted.fit(ASKED, ROWS, told).whole

    assert EVEN.tolist() == [found.logits(row).chosen > 0 for row in ROWS]
    assert 9 == found.keys[found.weights[:, 1].argmax()]


def test_the_weights_are_those_of_a_ridge() -> None:
    """The slope of the penalised likelihood is nought there, but for what the solver leaves."""
    told = CrossFitted.fit(ASKED, ROWS, signs(RIGHT)).whole
    weights = told.weights[:, 0]

    def slope(logits: list[float], weights: np.ndarray) -> np.ndarray:
        pull = SIGN / (1 + np.exp(SIGN * logits))
        return weights - [sum(p for row, p in zip(ROWS, pull, strict=True) if key in row) for key in told.keys]

    there, before = slope([told.logits(row).answers for row in ROWS], weights), slope([0.0] * len(ROWS), 0 * weights)
    assert np.linalg.norm(there) < 0.02 * np.linalg.norm(before)


def test_what_a_question_or_two_have_tells_nothing() -> None:
    """A word that hardly ever stands says nothing of another question."""
    rows, told = [*ROWS, *[np.array([99], np.uint64)] * 2], np.vstack([signs(RIGHT), [[-1, -1]] * 2])
    asked = [*ASKED, tokens("walrus"), tokens("a walrus")]

    assert UNTOLD == CrossFitted.fit(asked, rows, told).whole.logits(np.array([99], np.uint64))


@pytest.mark.parametrize("right", [True, False])
def test_of_one_sort_alone_nothing_is_learnt(right: bool) -> None:  # noqa: FBT001
    """A pack without look-alikes and gaps."""
    every = np.full(len(ROWS), right)
    told = CrossFitted.fit(ASKED, ROWS, signs(every, every))

    assert [UNTOLD] * len(ROWS) == [told.without(read).logits(keys) for read, keys in zip(ASKED, ROWS, strict=True)]


def test_a_question_is_told_by_what_has_not_seen_it() -> None:
    """Its outcome may be the other way round, and it is none the wiser."""
    plain = CrossFitted.fit(ASKED, ROWS, signs(RIGHT))
    for row in (0, 100, 200):
        turned = CrossFitted.fit(ASKED, ROWS, signs(np.where(np.arange(len(ROWS)) == row, ~RIGHT, RIGHT)))
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

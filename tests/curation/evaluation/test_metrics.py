"""Figures against tables made by hand, and laws that hold for any questions."""

from __future__ import annotations

from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.curation.evaluation import metrics

FEW = st.lists(st.tuples(st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.9, 1.0]), st.booleans()), min_size=1, max_size=30)


def curve(confidence: list[float], right: list[int], answerable: list[int] | None = None) -> metrics.Curve:
    """A curve of lists; all questions are answerable unless it is said which."""
    asked = answerable or [1] * len(right)
    return metrics.risk_coverage(np.array(confidence, float), np.array(right, bool), np.array(asked, bool))


def columns(questions: list[tuple[float, bool]]) -> tuple[np.ndarray, np.ndarray]:
    """Confidences and rightness as arrays."""
    return np.array([one for one, _ in questions], float), np.array([one for _, one in questions], bool)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (1, 10, 0.0179, 0.4042),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_wilson_by_hand(count: int, of: int, low: float, high: float) -> None:
    """The last row is the example of Newcombe 1998, table I."""
    rate = metrics.wilson(count, of)

    assert pytest.approx((count / of, low, high), abs=5e-5) == (rate.share, rate.low, rate.high)


def test_wilson_of_nothing() -> None:
    """No question, no share, and every rate is possible."""
    assert metrics.Rate(0, 0, None, 0.0, 1.0) == metrics.wilson(0, 0)


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_wilson_interval_holds_its_share(counted: tuple[int, int]) -> None:
    """And lies within 0 and 1."""
    rate = metrics.wilson(*counted)

    assert rate.share is not None
    assert 0 <= rate.low <= rate.share <= rate.high <= 1


@pytest.mark.parametrize(
    ("confidence", "positive", "expected"),
    [
        ([0.9, 0.8, 0.2, 0.1], [1, 1, 0, 0], 1.0),
        ([0.9, 0.8, 0.2, 0.1], [0, 0, 1, 1], 0.0),
        ([0.5, 0.5, 0.5, 0.5], [1, 0, 1, 0], 0.5),
        ([0.9, 0.7, 0.5, 0.5], [1, 0, 1, 0], 0.625),  # 1 + 1 + 0 + ½ of four pairs
        ([60.0, 95.5, 12.0], [0, 1, 0], 1.0),
        ([0.9, 0.1], [1, 1], None),
        ([0.9, 0.1], [0, 0], None),
        ([], [], None),
    ],
)
def test_auroc_by_hand(confidence: list[float], positive: list[int], expected: float | None) -> None:
    """The share of pairs in the right order, ties half; nothing without a pair."""
    assert expected == metrics.auroc(np.array(confidence, float), np.array(positive, bool))


@given(FEW)
def test_auroc_of_the_reverse_is_the_rest(questions: list[tuple[float, bool]]) -> None:
    """Turning the order round turns the area round 0.5."""
    confidence, positive = columns(questions)
    area, turned = metrics.auroc(confidence, positive), metrics.auroc(-confidence, positive)

    assert (area is None) == (turned is None)
    assert area is None or pytest.approx(1.0) == area + turned


def test_a_curve_by_hand() -> None:
    """Two ties of two, each accepted whole; four of five questions are answerable, three of them right."""
    shown = curve([0.5, 0.9, 0.5, 0.1, 0.1], [0, 1, 1, 1, 0], [1, 1, 1, 1, 0])
    expected = [
        (0.9, 1 / 5, 0 / 1, 1 / 4),
        (0.5, 3 / 5, 1 / 3, 2 / 4),
        (0.1, 5 / 5, 2 / 5, 3 / 4),
    ]

    assert [pytest.approx(row) for row in expected] == [astuple(point) for point in metrics.points(shown)]
    assert pytest.approx((1 * 0 + 2 / 3 + 2 * 2 / 5) / 5) == metrics.aurc(shown)


@pytest.mark.parametrize(
    ("right", "most", "coverage"),
    [
        ([1, 1, 0, 1, 1, 1, 1, 1, 1, 1], 0.0, 0.2),
        ([1, 1, 0, 1, 1, 1, 1, 1, 1, 1], 0.1, 1.0),  # the risk falls again: the largest coverage counts
        ([1, 1, 1, 1, 0, 0, 0, 0, 0, 0], 0.2, 0.5),
        ([0, 1, 1, 1, 1, 1, 1, 1, 1, 1], 0.02, None),
    ],
)
def test_coverage_at_a_risk_by_hand(right: list[int], most: float, coverage: float | None) -> None:
    """The largest coverage whose risk is not above; None where even the surest answer is wrong."""
    found = metrics.at_risk(curve([1 - n / 10 for n in range(10)], right), most)

    assert coverage == (found and found.coverage)


def test_covered_of_the_answerable() -> None:
    """Half of what is asked can't be answered: all that can is covered, which is half of all."""
    found = metrics.at_risk(curve([0.9, 0.8, 0.2, 0.1], [1, 1, 0, 0], [1, 1, 0, 0]), 0.01)

    assert found == metrics.Point(confidence=0.8, coverage=0.5, risk=0.0, recall=1.0)


@pytest.mark.parametrize(
    ("right", "best"), [([1, 1, 1], 0.0), ([0, 0], 1.0), ([1, 1, 0, 0], (1 / 3 + 2 / 4) / 4), ([], None)]
)
def test_the_best_area_by_hand(right: list[int], best: float | None) -> None:
    """What a perfect order leaves: the wrong ones come last."""
    assert best == metrics.best_aurc(np.array(right, bool))


@given(FEW)
def test_no_order_beats_the_perfect_one(questions: list[tuple[float, bool]]) -> None:
    """And the perfect order reaches it, whatever is right."""
    confidence, right = columns(questions)
    everyone = np.ones_like(right)
    best = metrics.best_aurc(right)
    perfect = right + np.linspace(0, 0.5, right.size)

    assert best is not None
    assert pytest.approx(best) == metrics.aurc(metrics.risk_coverage(perfect, right, everyone))
    assert best <= (metrics.aurc(metrics.risk_coverage(confidence, right, everyone)) or 0) + 1e-9


@given(FEW)
def test_a_curve_ends_with_everything_answered(questions: list[tuple[float, bool]]) -> None:
    """Coverage and recall only grow; at the end the risk is the share of wrong ones, in whatever order they came."""
    confidence, right = columns(questions)
    shown = metrics.risk_coverage(confidence, right, np.ones_like(right))
    turned = metrics.risk_coverage(confidence[::-1], right[::-1], np.ones_like(right))

    assert (np.diff(shown.coverage) > 0).all()
    assert (np.diff(shown.recall) >= 0).all()
    assert pytest.approx((1.0, 1 - right.mean())) == (shown.coverage[-1], shown.risk[-1])
    assert metrics.points(shown) == metrics.points(turned)


def test_no_questions_make_an_empty_curve() -> None:
    """Nothing asked is no error, and no figure."""
    empty = curve([], [])

    assert ((), None, None) == (metrics.points(empty), metrics.aurc(empty), metrics.at_risk(empty, 0.5))


def test_reliability_by_hand() -> None:
    """A bin holds its lower edge; 1 falls into the last one; empty bins are left out."""
    found = metrics.reliability(np.array([0.0, 0.3, 0.35, 0.9, 1.0]), np.array([0, 1, 0, 1, 1], bool))

    assert [(0.0, 0.1), (0.3, 0.4), (0.9, 1.0)] == [(one.low, one.high) for one in found]
    assert pytest.approx([0.0, 0.325, 0.95]) == [one.stated for one in found]
    assert [(0, 1), (1, 2), (2, 2)] == [(one.observed.count, one.observed.of) for one in found]
    assert pytest.approx((1 * 0 + 2 * 0.175 + 2 * 0.05) / 5) == metrics.calibration_error(found)


def test_no_bins_have_no_error() -> None:
    """Calibration of nothing is nothing."""
    assert ((), None) == (metrics.reliability(np.array([]), np.array([], bool)), metrics.calibration_error(()))


@given(FEW)
def test_every_question_falls_into_one_bin(questions: list[tuple[float, bool]]) -> None:
    """The bins add up, and the error is a share."""
    bins = metrics.reliability(*columns(questions))

    assert len(questions) == sum(one.observed.of for one in bins)
    assert sum(right for _, right in questions) == sum(one.observed.count for one in bins)
    assert 0 <= (metrics.calibration_error(bins) or 0) <= 1

"""From evidence to a probability."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.calibration import CURATED, PLAIN, SIGNALS, Calibration
from tests import hollin

FREE = [0 * sense for sense in SIGNALS.values()]


def learnt(slope: float) -> Calibration:
    """A calibration from 400 rows whose first signal speaks for being right, by `slope`."""
    dice = np.random.default_rng(7)
    rows = dice.normal(size=(400, len(SIGNALS)))
    right = (dice.random(400) < 1 / (1 + np.exp(-slope * rows[:, 0]))).astype(float)
    return Calibration.fit(rows, right, np.ones(400), CURATED)


def test_a_telling_signal_raises_the_probability() -> None:
    """More of what speaks for an answer means a likelier answer."""
    much, little = ([value, *FREE[1:]] for value in (2.0, -2.0))

    assert learnt(2.0).probability(np.array(much)) > 0.9
    assert learnt(2.0).probability(np.array(little)) < 0.1


def test_a_signal_never_counts_against_its_sense() -> None:
    """By chance a small pack may show that a better score is worse; that is not believed."""
    weights = learnt(-2.0).weights[:-1]

    assert [] == [name for (name, sense), weight in zip(SIGNALS.items(), weights, strict=True) if weight * sense < 0]


def test_probabilities_average_to_how_often_it_is_right() -> None:
    """Of those at 0.9, nine in ten are: the mean of the probabilities is the share of right ones."""
    dice = np.random.default_rng(11)
    rows = dice.normal(size=(500, len(SIGNALS)))
    right = (dice.random(500) < 0.3).astype(float)

    sure = Calibration.fit(rows, right, np.ones(500), CURATED).probability(rows)

    assert right.mean() == pytest.approx(sure.mean(), abs=0.01)


def test_the_cautious_one_trusts_little() -> None:
    """Without examples only a question that wins clearly and is accounted for is answered."""
    names = list(SIGNALS)

    def chance(**given: float) -> float:
        return float(Calibration.cautious(CURATED).probability(np.array([given.get(name, 0.0) for name in names])))

    assert chance(lead=0.7, **{"kind fit": 1.0}) > 0.7
    assert chance(lead=0.7, unaccounted=0.6, **{"kind fit": 1.0}) < 0.6
    assert chance(lead=0.5, **{"kind fit": 1.0}) < 0.55
    assert chance(lead=0.7, names=1.0, **{"kind fit": 1.0}) < 0.4


def test_a_pack_that_tells_no_near_misses_trusts_likeness_and_no_guard() -> None:
    """What is as like an entry as a paraphrase is answered, whatever a guard finds; what is far is not."""
    cautious, names = Calibration.cautious(PLAIN), list(SIGNALS)
    near = {"score": 0.8, "lead": 0.75, "gap": 0.8, "kind fit": 1.0, "nearest": 0.7, "whole": 0.7, "said": 2.0}
    far = {"score": 0.2, "lead": 0.5, "gap": 0.2, "kind fit": 1.0, "nearest": 0.3, "whole": 0.3, "said": 2.0}

    def chance(given: dict[str, float]) -> float:
        return float(cautious.probability(np.array([given.get(name, 0.0) for name in names])))

    assert chance(near) > 0.8
    assert chance(near) == chance({**near, "polarity": 1.0})
    assert chance(far) < 0.2


def test_a_learnt_pack_gives_probabilities() -> None:
    """Whatever the signals, a number from 0 to 1."""
    wild = np.array([[1e9] * len(SIGNALS), [-1e9] * len(SIGNALS), [0.0] * len(SIGNALS)])
    chances = hollin.matcher().learnt.calibration.probability(wild)

    assert ((chances >= 0) & (chances <= 1)).all()

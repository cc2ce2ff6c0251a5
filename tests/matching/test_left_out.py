"""The examples that the confidence is learnt from."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from bot.matching.calibration import PLAIN, Calibration
from bot.matching.guards import GUARDS
from bot.matching.left_out import trials
from bot.matching.signals import SIGNALS
from bot.matching.trials import ANSWERABLE, Trial, calibrate, fair, risk, shares
from tests import hollin


def test_every_phrasing_is_tried_without_itself_and_without_its_candidate() -> None:
    """One trial a phrasing; left out whole, a candidate with a neighbour on its passage is passed over."""
    pack, kinds = hollin.pack(), Counter(trial.kind for trial in trials(hollin.left_out(), (0.0, 0.0, 0.0)))
    phrasings = [*(entry.phrasings for entry in pack.entries), *(fact.asks for fact in pack.facts)]
    questions = [(gap.about, *gap.asks) for gap in pack.gaps]

    assert {"phrasing", "gap", "gap out", "entry out", "look-alike"} == kinds.keys()
    assert sum(map(len, phrasings)) == kinds["phrasing"]
    assert sum(map(len, questions)) == kinds["gap"] == kinds["gap out"]
    assert 0 < kinds["entry out"] <= kinds["phrasing"]
    assert 0 < kinds["look-alike"] <= sum(len(entry.not_) for entry in pack.entries)


def test_what_is_not_there_is_never_right() -> None:
    """An entry left out whole, or a gap, has no right answer."""
    assert {"phrasing"} >= {trial.kind for trial in trials(hollin.left_out(), (0.0, 0.0, 0.0)) if trial.right}


def test_signals_are_finite() -> None:
    """No trial brings a number that learning chokes on."""
    rows = np.array([trial.signals for trial in trials(hollin.left_out(), (0.2, 0.4, 0.0))])

    assert len(SIGNALS) == rows.shape[1]
    assert np.isfinite(rows).all()


def test_too_little_to_learn_from_is_met_with_caution() -> None:
    """Where all trials went the same way there is nothing to tell apart."""
    assert Calibration.cautious(PLAIN).weights.tolist() == calibrate([]).weights.tolist()


def test_the_weights_learnt_are_no_worse_than_none() -> None:
    """Answer text and coverage get a weight only where leave-one-out gains by it."""
    assert hollin.left_out().merit(hollin.matcher().index.weights) >= hollin.left_out().merit((0.0, 0.0, 0.0))


@pytest.mark.parametrize(
    "kinds",
    [
        ["phrasing", "entry out"],
        ["phrasing", "entry out", "gap", "gap", "look-alike"],
        ["phrasing", "reworded", "flip"],
    ],
)
def test_two_in_five_are_asked_in_vain_whatever_kinds_there_are(kinds: list[str]) -> None:
    """A pack without gaps or look-alikes is no surer of itself for it."""
    weights = dict.fromkeys(kinds, 0.0)
    for kind, weight in zip(kinds, shares(kinds), strict=True):  # type: ignore[arg-type]
        weights[kind] += weight

    answerable = sum(weight for kind, weight in weights.items() if kind in ANSWERABLE)
    assert pytest.approx(0.6) == answerable
    assert pytest.approx(0.4) == sum(weights.values()) - answerable


def test_flips_teach_only_beside_what_a_curator_wrote_down() -> None:
    """A pack without gaps and look-alikes has nothing else near its phrasings that is not answered."""
    found = [
        Trial(kind, np.zeros(len(SIGNALS)), right=kind == "phrasing") for kind in ("phrasing", "entry out", "flip")
    ]
    told = Trial("gap", np.zeros(len(SIGNALS)), right=False)

    assert ["phrasing", "entry out"] == [trial.kind for trial in fair(found)]
    assert ["phrasing", "entry out", "flip", "gap"] == [trial.kind for trial in fair([*found, told])]


def test_guards_teach_only_beside_what_a_curator_wrote_down() -> None:
    """What they find in a question of such a pack is no part of its confidence, one way or the other."""
    found = [
        Trial("phrasing", np.ones(len(SIGNALS)), right=True),
        Trial("entry out", np.ones(len(SIGNALS)), right=False),
    ]
    plain, *_ = fair(found)
    told, *_ = fair([*found, Trial("gap", np.ones(len(SIGNALS)), right=False)])

    assert {0.0} == {value for name, value in zip(SIGNALS, plain.signals, strict=True) if name in GUARDS}
    assert {1.0} == {value for name, value in zip(SIGNALS, told.signals, strict=True) if name in GUARDS}


def test_the_risk_falls_with_the_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    """The more is asked of an answer, the less goes wrong; from certainty on, nothing."""
    monkeypatch.setattr("bot.matching.trials.FEWEST", 100)
    found = risk(list(trials(hollin.left_out(), (0.2, 0.4, 0.0))))

    assert 101 == len(found)
    assert (np.diff(found) <= 1e-12).all()
    assert found[0] > found[-1] == 0


def test_a_small_pack_tells_no_risk() -> None:
    """A single one of few trials would set it: such a pack keeps the default."""
    assert [] == hollin.matcher().learnt.risk


def test_candidates_are_confused_only_with_rivals_that_answer() -> None:
    """Never with themselves, with a neighbour on their passage or with a gap; with some more than with others."""
    left_out, found = hollin.left_out(), hollin.known().found
    confused = left_out.confusion((0.2, 0.4, 0.0))

    assert (len(found), len(found)) == confused.shape
    assert 0 == confused[~left_out.examples.rivals].max()
    assert 0 == confused[:, [not candidate.answers for candidate in found]].max()
    places = {candidate.id: at for at, candidate in enumerate(found)}
    sponsor = confused[places["sponsor"]]
    assert sponsor[places["gulls"]] > sponsor[places["exports"]]  # both speak of the Grey Gulls

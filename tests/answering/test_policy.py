"""How careful to be: the dial, and what a pack's own trials make of it."""

from __future__ import annotations

import pytest

from bot.answering.policy import CAUTION, HARDER, HARDER_IN_MEANING, Policy

RISK = [0.5 - at / 200 for at in range(101)]  # half of the trials go wrong where everything is answered, none at 1


@pytest.mark.parametrize(("caution", "floor"), [(0.0, 1.0), (15.01 / HARDER, 0.7), (100 / HARDER, 0.0)])
def test_the_floor_is_where_no_more_goes_wrong_than_is_tolerable(caution: float, floor: float) -> None:
    """Trials being harder than readers' questions by a known factor."""
    assert floor == pytest.approx(Policy.of(caution, RISK).floor)


def test_more_caution_never_answers_more() -> None:
    """From saying as little as possible to saying whatever comes nearest."""
    floors = [Policy.of(caution, RISK).floor for caution in (0.0, 0.5, CAUTION, 5.0, 50.0)]

    assert sorted(floors, reverse=True) == floors
    assert floors[0] > floors[-1]


def test_a_choice_is_never_offered_for_less_than_an_answer() -> None:
    """However low the floor."""
    assert all(policy.unsure <= policy.floor for policy in (Policy.of(caution, RISK) for caution in (0.0, 20.0, 90.0)))


def test_a_pack_without_trials_has_a_floor_all_the_same() -> None:
    """Nothing to judge by: the default."""
    assert Policy() == Policy.of(CAUTION, [])


def test_likeness_in_meaning_is_believed_less() -> None:
    """It goes wrong more often than its trials tell."""
    assert HARDER_IN_MEANING < HARDER
    assert Policy.of(CAUTION, RISK).floor <= Policy.of(CAUTION, RISK, meaning=True).floor

"""Flips and perturbations, asked and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.curation.evaluation.flipping import Tally, made, tallies
from tests import hollin

if TYPE_CHECKING:
    from bot.curation.evaluation.flipping import Made


def counted(changes: tuple[Made, ...]) -> tuple[tuple[Tally, ...], int]:
    """The tallies over the invented pack, and how often progress was told."""
    told: list[int] = []
    return tallies(hollin.answerer(), changes, lambda: told.append(1)), len(told)


def test_every_change_is_asked_and_counted_once() -> None:
    """The totals add up, kind by kind, and progress is told for each."""
    changes = made(hollin.answerer())
    found, told = counted(changes)

    assert len(changes) == told == sum(tally.total for tally in found)
    assert all(len(tally.failed) <= tally.total for tally in found)


def test_what_still_means_the_same_is_still_answered() -> None:
    """Other case and punctuation lose nothing."""
    found, _ = counted(tuple(one for one in made(hollin.answerer()) if one.change.kind in {"case", "punctuation"}))

    assert {("case", ()), ("punctuation", ())} == {(tally.kind, tally.failed) for tally in found}


def test_another_number_is_never_answered_plainly() -> None:
    """What the report counts otherwise is put right or declined."""
    found, _ = counted(tuple(one for one in made(hollin.answerer()) if one.change.kind == "number"))

    assert [("number", ())] == [(tally.kind, tally.failed) for tally in found]

"""From evidence and the guards' findings to one of four outcomes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.answering.decide import decide
from bot.answering.policy import Policy
from bot.matching.guards import Conflict
from bot.matching.scoring import Ranking
from tests import hollin

if TYPE_CHECKING:
    from bot.matching.scoring import Scored

PREMISE = Conflict("numbers", ("nine",), "“nine” is not a figure given there", premise=True)
BESIDE = Conflict("kind", ("time",), "the question asks for a time", premise=False)
POLICY = Policy(floor=0.5, unsure=0.25, tried=True)


def ranking(
    *confidences: float,
    question: str = "how many raids on Hollin",
    gap: float = -1.0,
    sure: float = 0.9,
    conflicts: tuple[Conflict, ...] = (),
    otherwise: float | None = None,
) -> Ranking:
    """A ranking whose candidates have these confidences; the gap scores `gap` at confidence `sure`, the best 0.

    `otherwise` is how likely they are but for the conflicts.
    """
    real = hollin.matcher().rank(question)
    able = tuple(
        replace(one, otherwise=one.confidence if otherwise is None else otherwise)
        for one in (scored(s, c, conflicts=conflicts) for s, c in zip(real.answering, confidences, strict=False))
    )
    return Ranking(real.reading, real.whole, able, scored(real.gap, sure, gap) if real.gap else None, None)


def scored(real: Scored, confidence: float, score: float = 0.0, conflicts: tuple[Conflict, ...] = ()) -> Scored:
    """The same candidate with other figures and findings."""
    sure = {"meant": confidence, "confidence": confidence, "otherwise": confidence}
    return replace(real, **sure, score=score, conflicts=conflicts, exact=False, refused=False)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("confidences", "conflicts", "outcome"),
    [
        ((0.9, 0.1), (), "answer"),
        ((0.5, 0.1), (), "answer"),
        ((0.9, 0.1), (PREMISE,), "clarify"),
        ((0.9, 0.1), (BESIDE,), "clarify"),
        ((0.4, 0.3), (), "clarify"),
        ((0.4, 0.3), (PREMISE,), "decline"),
        ((0.4, 0.1), (), "clarify"),
        ((0.1, 0.1), (), "decline"),
        ((), (), "decline"),
    ],
)
def test_outcomes(confidences: tuple[float, ...], conflicts: tuple[Conflict, ...], outcome: str) -> None:
    """Sure and unopposed is an answer; sure and opposed, or near, is offered; else nothing is said."""
    assert outcome == decide(ranking(*confidences, conflicts=conflicts), POLICY).outcome


@pytest.mark.parametrize(
    ("near", "conflict", "outcome"),
    [
        (0.9, "roles", "clarify"),
        (0.5, "roles", "clarify"),
        (0.3, "roles", "answer"),
        (0.3, "direction", "answer"),
        (0.3, "numbers", "clarify"),
    ],
)
def test_grammar_alone_holds_nothing_back_that_is_sure_and_far_from_any_phrasing(
    near: float, conflict: str, outcome: str
) -> None:
    """A phrasing turned round is near one; elsewhere the finding has had its say in the confidence."""
    found = ranking(0.9, 0.1, conflicts=(Conflict(conflict, ("by",), "…", premise=True),))
    best = replace(found.answering[0], near=near)

    assert outcome == decide(replace(found, answering=(best, *found.answering[1:])), POLICY).outcome


def test_all_the_words_of_a_phrasing_in_another_order_are_held_back() -> None:
    """Also where the phrasing is a neighbour's, and the question unlike any of the entry's own."""
    turned = Conflict("order", ("A", "B"), "…", premise=False, whole=True)
    found = ranking(0.9, 0.1, conflicts=(turned,))
    best = replace(found.answering[0], near=0.1)

    assert decide(replace(found, answering=(best, *found.answering[1:])), POLICY).outcome == "clarify"


@pytest.mark.parametrize(
    ("otherwise", "conflicts", "outcome"),
    [
        (0.9, (PREMISE,), "correct"),
        (0.9, (BESIDE, PREMISE), "correct"),
        (0.9, (BESIDE,), "decline"),
        (0.4, (PREMISE,), "decline"),
    ],
)
def test_what_is_meant_but_for_a_false_premise_is_put_right(
    otherwise: float, conflicts: tuple[Conflict, ...], outcome: str
) -> None:
    """The finding makes it unlikely, and without it it would be meant; what is merely not covered is declined."""
    assert outcome == decide(ranking(0.3, 0.1, conflicts=conflicts, otherwise=otherwise), POLICY).outcome


def test_nothing_is_offered_for_another_world() -> None:
    """Where no word is known to what came nearest, nothing can be meant."""
    decision = decide(ranking(0.4, 0.3, question="xylophones zzgrt"), POLICY)

    assert ("decline", "out_of_scope") == (decision.outcome, decision.reason)


def test_at_most_three_are_offered() -> None:
    """A choice, not a list; the likeliest first."""
    decision = decide(ranking(0.45, 0.4, 0.35, 0.3, 0.28), POLICY)

    assert [0.45, 0.4, 0.35] == [option.confidence for option in decision.options]


def test_a_refused_candidate_is_not_offered() -> None:
    """What the question is a look-alike of is no choice."""
    real = ranking(0.4, 0.3)
    refused = replace(real, answering=tuple(replace(one, refused=True) for one in real.answering))
    half = replace(real, answering=(real.answering[0], refused.answering[1]))

    assert "decline" == decide(refused, POLICY).outcome
    assert (real.answering[0],) == decide(half, POLICY).options


def test_a_gap_that_speaks_louder_declines() -> None:
    """What the report does not say goes before what it says of something near."""
    decision = decide(ranking(0.2, 0.1, question="how much does the wall cost", gap=1.0), POLICY)

    assert ("decline", "not_covered", "cost") == (
        decision.outcome,
        decision.reason,
        decision.gap and decision.gap.candidate.id,
    )


def test_a_gap_that_is_hardly_meant_is_not_told() -> None:
    """A question about something else altogether isn't given the text of the gap it happens to resemble."""
    decision = decide(ranking(0.2, 0.1, question="how much does the wall cost", gap=1.0, sure=0.1), POLICY)

    assert ("decline", None) == (decision.outcome, decision.gap)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("hello there, thanks!", "not_a_question"),
        ("", "not_a_question"),
        ("what happened?", "not_a_question"),
        ("xylophones zzgrt", "out_of_scope"),
        ("raids on zzgrt", "not_covered"),
    ],
)
def test_reasons(question: str, reason: str) -> None:
    """Small talk, another world, and this report without an answer are told apart."""
    assert reason == decide(ranking(0.1, 0.05, question=question), POLICY).reason

"""Judging replies against questions whose right answers are known."""

from __future__ import annotations

import pytest

from bot.curation.evaluation.judging import Verdict, evaluate, judge
from bot.curation.evaluation.questions import Question
from bot.model.reply import Clarify, Trace
from tests import hollin
from tests.curation.evaluation import judged

ANSWERED = hollin.answerer().ask("Why did Tarnia attack Hollin?")
CORRECTED = hollin.answerer().ask("Were there nine raids on Hollin?")
DECLINED = hollin.answerer().ask("best pizza recipe")
OFFERED = Clarify(trace=Trace(question="?"), options=())


@pytest.mark.parametrize(
    ("reply", "expect", "paragraphs", "entries", "verdict"),
    [
        (ANSWERED, "answer", {3}, set(), "right"),
        (ANSWERED, "answer", {2, 3}, set(), "right"),
        (ANSWERED, "answer", set(), {"motive"}, "right"),
        (ANSWERED, "answer", {2}, set(), "wrong"),
        (ANSWERED, "answer", {2}, {"motive"}, "right"),
        (ANSWERED, "answer", set(), {"wall"}, "wrong"),
        (ANSWERED, "answer", set(), set(), "wrong"),
        (ANSWERED, "decline", set(), set(), "wrong"),
        (ANSWERED, "correct or decline", {3}, {"motive"}, "wrong"),
        (CORRECTED, "correct or decline", set(), set(), "declined"),
        (CORRECTED, "answer", {2}, set(), "declined"),
        (DECLINED, "decline", set(), set(), "declined"),
        (DECLINED, "answer", {3}, set(), "declined"),
        (OFFERED, "answer", {3}, set(), "clarified"),
        (OFFERED, "decline", set(), set(), "clarified"),
    ],
)
def test_judgements(reply: object, expect: str, paragraphs: set[int], entries: set[str], verdict: str) -> None:
    """Right is an answer from one of the passages or entries; no other answer is."""
    question = Question("?", expect=expect, paragraphs=frozenset(paragraphs), entries=frozenset(entries))

    assert verdict == judge(question, reply)  # type: ignore[arg-type]


def test_counts_add_up_over_all_and_by_kind() -> None:
    """Every question is judged once, and unanswerable ones that were answered are counted as unheld."""
    questions = [
        Question("Why did Tarnia attack Hollin?", "direct", paragraphs=frozenset({3})),
        Question("Where is Hollin?", "direct", paragraphs=frozenset({3})),
        Question("who pays the Grey Gulls", "near", expect="decline"),
        Question("best pizza recipe", "near", expect="decline"),
        Question("who said that?", "follow", context=("Why did Tarnia attack Hollin?",), entries=frozenset({"motive"})),
    ]
    steps: list[int] = []
    report = evaluate(hollin.answerer(), questions, lambda: steps.append(1))

    assert 5 == len(steps)
    assert (5, 3, 2, 2, 0, 1, 1) == (
        report.total,
        report.answerable,
        report.right,
        report.wrong,
        report.clarified,
        report.declined,
        report.unheld,
    )
    assert {"direct": (1, 1), "near": (0, 1), "follow": (1, 0)} == {
        kind: (counts.right, counts.wrong) for kind, counts in report.by_kind.items()
    }
    assert questions == [verdict.question for verdict in report.verdicts]


def test_the_first_of_the_ranking_counts_whatever_was_decided() -> None:
    """It is right for a question that was only asked back, and never for one without an answer."""
    questions = [
        Question("Why did Tarnia attack Hollin?", paragraphs=frozenset({3})),
        Question("Were there nine raids on Hollin?", entries=frozenset({CORRECTED.trace.ranking[0].entry})),
        Question("Why did Tarnia attack Hollin?", expect="decline", paragraphs=frozenset({3})),
        Question("", paragraphs=frozenset({3})),
    ]
    report = evaluate(hollin.answerer(), questions, lambda: None)

    assert [True, True, False, False] == [verdict.first for verdict in report.verdicts]
    assert 2 == report.first
    assert ["right", "declined", "wrong", "declined"] == [verdict.verdict for verdict in report.verdicts]


@pytest.mark.parametrize(
    ("verdict", "good", "got"),
    [
        (judged.RIGHT, True, "raid"),
        (judged.WRONG, False, "raid"),
        (judged.HELD, True, "decline"),
        (judged.UNHELD, False, "raid"),
        (judged.MISSED, False, "decline"),
        (judged.ASKED_BACK, False, "clarify"),
        (judged.corrected("Did it rain?", "weather"), True, "correct: weather"),
    ],
)
def test_what_is_as_it_should_be(verdict: Verdict, good: bool, got: str) -> None:  # noqa: FBT001
    """Right answers, and held questions without one; what was got is an answer's entry, or the outcome."""
    assert (good, got) == (verdict.good, verdict.got)

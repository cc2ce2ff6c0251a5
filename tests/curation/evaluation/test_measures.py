"""From judged replies to figures: what is counted against what."""

from __future__ import annotations

import pytest

from bot.curation.evaluation.figures import figures
from bot.curation.evaluation.judging import report_of
from bot.curation.evaluation.measures import confusions, expected, measure, rates
from bot.curation.evaluation.questions import Question
from tests.curation.evaluation import judged

REPORT = report_of(judged.ALL)


def test_rates_are_of_those_whom_they_concern() -> None:
    """Accuracy and right of the answerable, wrong of all, unheld of those without an answer."""
    found = rates(REPORT)

    assert [(2, 4), (1, 4), (2, 6), (1, 2)] == [
        (rate.count, rate.of) for rate in (found.accuracy, found.right, found.wrong, found.unheld)
    ]


def test_measures_look_at_would_be_answers() -> None:
    """A declined question whose first is right is a right would-be answer; a held one is a wrong one."""
    found = measure(REPORT.verdicts)

    # By confidence: unheld .95, right .9, wrong .8, missed .6 (its first is right), asked back .4, held .1.
    assert pytest.approx([1, 1 / 2, 2 / 3, 1 / 2, 3 / 5, 4 / 6]) == found.curve.risk.tolist()
    assert pytest.approx([0, 1 / 4, 1 / 4, 2 / 4, 2 / 4, 2 / 4]) == found.curve.recall.tolist()
    assert (None, None) == found.at_risk
    assert 5 / 8 == found.auroc_right  # right .9 and .6 against .95, .8, .4, .1
    assert 4 / 8 == found.auroc_in_scope  # answerable .9, .8, .6, .4 against .95, .1
    assert found.aurc is not None
    assert pytest.approx(found.aurc - (1 / 3 + 2 / 4 + 3 / 5 + 4 / 6) / 6) == found.excess_aurc


def test_figures_of_nothing_are_dashes() -> None:
    """Without questions that could tell, no figure is made up."""
    only = report_of([judged.HELD])

    assert {"accuracy of the ranking": "–", "answered right": "–", "AUROC, right": "–", "AUROC, in scope": "–"} == {
        figure.name: figure.value for figure in figures(only, measure(only.verdicts)) if figure.value == "–"
    }


def test_confusions_are_counted() -> None:
    """What was to be answered by what, and was answered by what else; the most frequent first."""
    again = judged.verdict("Builder?", "wrong")
    found = confusions([*judged.ALL, again])

    assert [("¶1, ¶2", "raid", ["Who built it?", "Builder?"]), ("correct or decline", "raid", ["Who paid?"])] == [
        (one.expected, one.answered, [question.question for question in one.questions]) for one in found
    ]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (Question("q", paragraphs=frozenset({10, 9})), "¶9, ¶10"),
        (Question("q", paragraphs=frozenset({3}), entries=frozenset({"b", "a"})), "¶3, a, b"),
        (Question("q"), "answer"),
        (Question("q", expect="decline", paragraphs=frozenset({3})), "decline"),
    ],
)
def test_what_would_be_right_in_words(question: Question, said: str) -> None:
    """Paragraphs in their order, then entries."""
    assert said == expected(question)

"""What a report amounts to: rates with their intervals, and how good the confidences are.

The curve, the areas and the calibration look at `confidence`, the probability that the first of `ranking` answers the
question, whatever the outcome. So every question has a would-be answer, right or wrong (for one without an answer:
always wrong), and the figures tell how well confidence parts the two, wherever the policy draws its line and whatever
the guards hold back. The rates tell what a user really got. A ranking is empty only for no words at all: that would-be
answer counts as wrong, at confidence 0.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.curation.evaluation import metrics

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.curation.evaluation.judging import Counts, Verdict
    from bot.curation.evaluation.metrics import Bin, Curve, Floats, Point, Rate
    from bot.curation.evaluation.questions import Question

RISKS: Final = (0.01, 0.02)


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares of counts: `accuracy` (first of `ranking` right) and `right` of the answerable, `wrong` of all asked.

    `unheld` is of the unanswerable: those that were answered.
    """

    accuracy: Rate
    right: Rate
    wrong: Rate
    unheld: Rate


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """How well confidence parts right would-be answers from wrong ones; None where the questions can't tell.

    `at_risk` has a point for each of RISKS. `excess_aurc` is what of `aurc` is due to the order. `auroc_right` is
    right would-be answers against all others (misclassification detection, Hendrycks & Gimpel 2017, ICLR),
    `auroc_in_scope` answerable questions against unanswerable ones (out-of-scope detection, Larson et al. 2019, EMNLP).
    `calibration_error` is the ECE of `reliability`.
    """

    curve: Curve
    at_risk: tuple[Point | None, ...]
    aurc: float | None
    excess_aurc: float | None
    auroc_right: float | None
    auroc_in_scope: float | None
    reliability: tuple[Bin, ...]
    calibration_error: float | None


@dataclass(frozen=True, slots=True)
class Confusion:
    """Questions that were to be answered by `expected`, or not at all, and were answered by the entry `answered`."""

    expected: str
    answered: str
    questions: tuple[Question, ...]


def rates(counts: Counts) -> Rates:
    """The shares of counts, with their Wilson intervals."""
    return Rates(
        accuracy=metrics.wilson(counts.first, counts.answerable),
        right=metrics.wilson(counts.right, counts.answerable),
        wrong=metrics.wilson(counts.wrong, counts.total),
        unheld=metrics.wilson(counts.unheld, counts.total - counts.answerable),
    )


def confidences(verdicts: Iterable[Verdict]) -> Floats:
    """The confidence of every reply."""
    return np.array([verdict.reply.trace.confidence for verdict in verdicts], float)


def measure(verdicts: Sequence[Verdict]) -> Measures:
    """Measure the confidences of judged replies."""
    confidence = confidences(verdicts)
    right = np.array([verdict.first for verdict in verdicts], bool)
    answerable = np.array([verdict.question.answerable for verdict in verdicts], bool)
    curve = metrics.risk_coverage(confidence, right, answerable)
    area, best = metrics.aurc(curve), metrics.best_aurc(right)
    bins = metrics.reliability(confidence, right)
    return Measures(
        curve=curve,
        at_risk=tuple(metrics.at_risk(curve, most) for most in RISKS),
        aurc=area,
        excess_aurc=None if area is None or best is None else area - best,
        auroc_right=metrics.auroc(confidence, right),
        auroc_in_scope=metrics.auroc(confidence, answerable),
        reliability=bins,
        calibration_error=metrics.calibration_error(bins),
    )


def confusions(verdicts: Iterable[Verdict]) -> tuple[Confusion, ...]:
    """What was answered wrongly for what, the most frequent first."""
    found: defaultdict[tuple[str, str], list[Question]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.verdict == "wrong":
            found[expected(verdict.question), verdict.got].append(verdict.question)
    pairs = [Confusion(*pair, tuple(questions)) for pair, questions in found.items()]
    return tuple(sorted(pairs, key=lambda one: (-len(one.questions), one.expected, one.answered)))


def expected(question: Question) -> str:
    """What would be right, in a few words: paragraphs and entries, or how it may be held."""
    if not question.answerable:
        return question.expect
    paragraphs = ", ".join(f"¶{number}" for number in sorted(question.paragraphs))
    return ", ".join(filter(None, (paragraphs, *sorted(question.entries)))) or question.expect

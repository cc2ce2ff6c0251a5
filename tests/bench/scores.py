"""From guesses to figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.curation.evaluation.metrics import at_risk, auroc, risk_coverage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.engines import Guess
    from tests.bench.measuring import Measured
    from tests.bench.sets import Question

RISK: Final = 0.02


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of an engine on a set.

    `accuracy`: the best guess is right, of the questions in scope. `auroc`: in against out of scope, None without the
    latter. `coverage`: answered right, of those in scope, at a threshold where at most RISK of the answers are wrong.
    `right`, of those in scope, and `wrong`, of all, are answered at the default floor; None without one.
    """

    accuracy: float
    auroc: float | None
    coverage: float
    right: float | None
    wrong: float | None


def score(questions: Sequence[Question], guesses: Sequence[Guess]) -> Scores:
    """Hold guesses against what would be right."""
    confidence = np.array([guess.confidence for guess in guesses], float)
    answerable = np.array([question.entry is not None for question in questions], bool)
    pairs = zip(questions, guesses, strict=True)
    right = np.array([question.entry is not None and question.entry == guess.entry for question, guess in pairs], bool)
    point = at_risk(risk_coverage(confidence, right, answerable), RISK)
    in_scope = max(1, int(answerable.sum()))
    accuracy, coverage = float(right.sum() / in_scope), point.recall if point else 0.0
    answered = np.array([bool(guess.answered) for guess in guesses], bool)
    held = (float((answered & right).sum() / in_scope), float((answered & ~right).mean()))
    floored = held if all(guess.answered is not None for guess in guesses) else (None, None)
    return Scores(accuracy, auroc(confidence, answerable), coverage, *floored)


def quantile(measured: Measured, share: float) -> float:
    """The time within which a share of the questions was answered, in milliseconds."""
    return float(np.quantile(measured.times, share))

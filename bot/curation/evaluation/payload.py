"""A report as one JSON object: everything that was measured. Keys may be added, never renamed or removed."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.curation.evaluation import measures, metrics

if TYPE_CHECKING:
    from bot.curation.evaluation.baseline import Difference
    from bot.curation.evaluation.judging import Counts, Report, Verdict
    from bot.curation.evaluation.measures import Confusion, Measures
    from bot.curation.evaluation.questions import Question


def line(report: Report, difference: Difference | None = None) -> str:
    """The payload on one line of ASCII, without a line break at its end."""
    return json.dumps(payload(report, difference), allow_nan=False)


def payload(report: Report, difference: Difference | None = None) -> dict[str, Any]:
    """The counts, rates and measures of all questions, the counts and rates by kind, confusions, and every verdict.

    `against` is the difference to an earlier report, null where there was none to compare with.
    """
    return {
        **_counts(report),
        "measures": _measures(measures.measure(report.verdicts)),
        "by_kind": {kind: _counts(counts) for kind, counts in report.by_kind.items()},
        "confusions": [_confusion(one) for one in measures.confusions(report.verdicts)],
        "against": difference and asdict(difference),
        "verdicts": [_verdict(one) for one in report.verdicts],
    }


def _counts(counts: Counts) -> dict[str, Any]:
    names = ("total", "answerable", "right", "wrong", "clarified", "declined", "unheld", "first")
    return {name: getattr(counts, name) for name in names} | {"rates": asdict(measures.rates(counts))}


def _measures(found: Measures) -> dict[str, Any]:
    return {
        "at_risk": [
            {"most": most, "point": point and asdict(point)}
            for most, point in zip(measures.RISKS, found.at_risk, strict=True)
        ],
        "aurc": found.aurc,
        "excess_aurc": found.excess_aurc,
        "auroc_right": found.auroc_right,
        "auroc_in_scope": found.auroc_in_scope,
        "calibration_error": found.calibration_error,
        "reliability": [asdict(one) for one in found.reliability],
        "curve": [asdict(point) for point in metrics.points(found.curve)],
    }


def _confusion(one: Confusion) -> dict[str, Any]:
    asked = [question.question for question in one.questions]
    return {"expected": one.expected, "answered": one.answered, "count": len(asked), "questions": asked}


def _verdict(one: Verdict) -> dict[str, Any]:
    return {
        "question": _question(one.question),
        "verdict": one.verdict,
        "good": one.good,
        "got": one.got,
        "first": one.first,
        "outcome": one.reply.outcome,
        "reply": asdict(one.reply),
    }


def _question(question: Question) -> dict[str, Any]:
    sets = {"paragraphs": sorted(question.paragraphs), "entries": sorted(question.entries)}
    return asdict(question) | sets

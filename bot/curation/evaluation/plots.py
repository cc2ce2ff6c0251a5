"""What was measured, as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from bot.curation.evaluation import measures
from bot.curation.evaluation.figures import percent
from bot.curation.evaluation.metrics import points
from bot.render.chart import Axis, Plane, bars, chart, diamond, dot, line, words
from bot.render.webpage import figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.curation.evaluation.judging import Report, Verdict
    from bot.curation.evaluation.measures import Measures
    from bot.curation.evaluation.metrics import Bin, Point

_BARS: Final = 20
_ROUND: Final = (0.05, 0.1, 0.2, 0.5, 1.0)
_KINDS: Final = (
    ("good", "the first of the ranking is right"),
    ("bad", "the first of the ranking is wrong, though there is an answer"),
    ("other", "there is no answer"),
)


def risk_coverage(report: Report, found: Measures) -> str:
    """The risk–coverage curve, the best order's, the thresholds at RISKS, and where the policy stands."""
    curve = points(found.curve)
    risk = max((point.risk for point in curve), default=1.0)
    plane = Plane(
        Axis.of_shares("coverage: answered, of all questions"), Axis.of_shares("risk: wrong, of answered", _above(risk))
    )
    marks = (
        line(plane, _best(report), "ideal"),
        line(plane, [(point.coverage, point.risk) for point in curve], "curve"),
        *_thresholds(plane, found),
        *_decided(plane, report),
    )
    said = f"Risk over coverage: at full coverage the risk is {percent(curve[-1].risk)}." if curve else "No questions."
    caption = (
        "Risk and coverage if every question were answered from some confidence on. Dashed: the best order that "
        "there can be. Diamond: what was decided, guards included."
    )
    return figure(chart(plane, said, marks), caption)


def calibration(bins: Sequence[Bin]) -> str:
    """Stated against observed confidence, with 95 % intervals, over the line where they agree."""
    plane = Plane(Axis.of_shares("stated: mean confidence"), Axis.of_shares("observed: right"))
    marks = [line(plane, ((0, 0), (1, 1)), "ideal"), *(mark for one in bins for mark in _observed(plane, one))]
    said = "; ".join(f"stated {percent(one.stated)}, observed {percent(one.observed.share)}" for one in bins)
    caption = "How true the confidences are: on the dashed line, of those at 0.9 nine in ten are right. Bars: 95 %."
    return figure(chart(plane, said or "No questions.", marks), caption)


def histograms(report: Report) -> str:
    """How many would-be answers have which confidence: right ones, wrong ones, and those to what has no answer."""
    return "\n".join(_histogram(report, *kind) for kind in _KINDS)


def _histogram(report: Report, kind: str, meaning: str) -> str:
    chosen = [verdict for verdict in report.verdicts if _kind(verdict) == kind]
    heights, _ = np.histogram(measures.confidences(chosen), bins=_BARS, range=(0, 1))
    plane = Plane(Axis.of_shares("confidence"), Axis.of_counts("questions", int(heights.max())), height=180)
    said = f"{len(chosen)} questions: {meaning}."
    return figure(chart(plane, said, [bars(plane, heights.tolist(), kind)]), f"{len(chosen)} × {meaning}")


def _kind(verdict: Verdict) -> str:
    if not verdict.question.answerable:
        return "other"
    return "good" if verdict.first else "bad"


def _best(report: Report) -> list[tuple[float, float]]:
    right, total = report.first, max(1, report.total)
    return [(0, 0), *((n / total, (n - right) / n) for n in range(max(1, right), report.total + 1))]


def _thresholds(plane: Plane, found: Measures) -> Iterator[str]:
    for most, point in zip(measures.RISKS, found.at_risk, strict=True):
        if point:
            said = f"{percent(most, 0)} risk at confidence {point.confidence:.3f}: {_spoken(point)}"
            yield dot(plane, (point.coverage, point.risk), "spot", said)


def _spoken(point: Point) -> str:
    return f"{percent(point.coverage)} of all questions, {percent(point.recall)} of the answerable right"


def _decided(plane: Plane, report: Report) -> Iterator[str]:
    answered = report.right + report.wrong
    if answered:
        at = (answered / report.total, report.wrong / answered)
        yield diamond(plane, at, "decided", f"decided: {percent(at[0])} answered, {percent(at[1])} of them wrong")
        yield words(plane, at, "as decided")


def _observed(plane: Plane, one: Bin) -> Iterator[str]:
    share = one.observed.share or 0.0
    said = f"{one.observed.of} questions, stated {percent(one.stated)}, observed {percent(share)}"
    yield line(plane, ((one.stated, one.observed.low), (one.stated, one.observed.high)), "whisker")
    yield dot(plane, (one.stated, share), "spot", said)


def _above(risk: float) -> float:
    return next((high for high in _ROUND if risk <= high), 1.0)

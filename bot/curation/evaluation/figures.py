"""The headline figures in words, the same for the terminal and the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.curation.evaluation import measures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.curation.evaluation.judging import Report
    from bot.curation.evaluation.measures import Measures
    from bot.curation.evaluation.metrics import Point, Rate

NONE = "–"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name, its value, what the value rests on (counts and 95 % interval), and what it means."""

    name: str
    value: str
    rests_on: str
    meaning: str


def figures(report: Report, found: Measures) -> tuple[Figure, ...]:
    """Every headline figure of a report."""
    return (*_of_rates(measures.rates(report)), *_of_risk(found), *_of_order(found))


def percent(share: float | None, digits: int = 1) -> str:
    """A share in per cent; a dash for none."""
    return NONE if share is None else f"{100 * share:.{digits}f} %"


def interval(rate: Rate) -> str:
    """A rate's 95 % interval in per cent."""
    return f"{100 * rate.low:.1f}–{100 * rate.high:.1f} %"


def _of_rates(found: measures.Rates) -> Iterator[Figure]:
    rows = (
        ("accuracy of the ranking", found.accuracy, "the first of the ranking is right, of the answerable questions"),
        ("answered right", found.right, "answered from the right passage, of the answerable questions"),
        ("answered wrong", found.wrong, "any other answer, of all questions"),
        ("unheld", found.unheld, "answered nevertheless, of the questions that have no answer"),
    )
    for name, rate, meaning in rows:
        rests_on = f"{rate.count} of {rate.of}" + (f", {interval(rate)}" if rate.of else "")
        yield Figure(name, percent(rate.share), rests_on, meaning)


def _of_risk(found: Measures) -> Iterator[Figure]:
    for most, point in zip(measures.RISKS, found.at_risk, strict=True):
        meaning = f"answerable questions answered right if of the answers given at most {100 * most:g} % may be wrong"
        yield Figure(
            f"coverage at {100 * most:g} % risk", percent(point.recall if point else 0.0), _reached(point), meaning
        )


def _reached(point: Point | None) -> str:
    if point is None:
        return "the surest answer is wrong already"
    return f"from confidence {point.confidence:.3f}, {percent(point.coverage)} of all questions"


def _of_order(found: Measures) -> Iterator[Figure]:
    above = "" if found.excess_aurc is None else f"{found.excess_aurc:.4f} of it due to the order"
    yield Figure("AURC", _area(found.aurc), above, "area under the risk–coverage curve, 0 is best")
    meaning = "chance that a right would-be answer is surer than any other one"
    yield Figure("AUROC, right", _area(found.auroc_right), "", meaning)
    meaning = "chance that an answerable question is surer than one without an answer"
    yield Figure("AUROC, in scope", _area(found.auroc_in_scope), "", meaning)
    meaning = "how far stated and observed confidence lie apart on average, 0 is best"
    yield Figure("calibration error", _area(found.calibration_error), "", meaning)


def _area(value: float | None) -> str:
    return NONE if value is None else f"{value:.4f}"

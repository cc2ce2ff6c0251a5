"""How good an order by confidence is, and how true the confidences are: pure functions over arrays.

All arrays are one-dimensional and hold one element a question, in the same order: `confidence` any real score, larger
for surer (a probability only where calibration is asked for); `right`, whether the would-be answer, the first of the
ranking, is right (never for a question that has no answer); `answerable`, whether the question has an answer.
A threshold can't part equal confidences, so ties are accepted together everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

BINS: Final = 10
_Z: Final = NormalDist().inv_cdf(0.975)
_ROUNDING: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Rate:
    """`count` of `of`, as a share with its 95 % interval from `low` to `high`; no share of nothing."""

    count: int
    of: int
    share: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Selective risk over coverage, a point for each distinct confidence, from the surest on.

    At each point all questions of at least that `confidence` are answered: `coverage` is their share of all asked,
    `risk` the share of them that is answered wrongly, `recall` the share of the answerable that is answered rightly.
    """

    confidence: Floats
    coverage: Floats
    risk: Floats
    recall: Floats


@dataclass(frozen=True, slots=True)
class Point:
    """One threshold of a curve and what it costs."""

    confidence: float
    coverage: float
    risk: float
    recall: float


@dataclass(frozen=True, slots=True)
class Bin:
    """The questions with a confidence from `low` to below `high` (1 included in the last bin).

    `stated` is their mean confidence, `observed` how many of them were right.
    """

    low: float
    high: float
    stated: float
    observed: Rate


def wilson(count: int, of: int) -> Rate:
    """A share with its 95 % score interval (Wilson 1927, JASA 22): within 0 and 1, and sane for few questions."""
    if of == 0:
        return Rate(count, of, None, 0.0, 1.0)
    share, spread = count / of, _Z**2 / of
    centre = (share + spread / 2) / (1 + spread)
    half = sqrt(spread * (share * (1 - share) + spread / 4)) / (1 + spread)
    return Rate(count, of, share, min(share, max(0.0, centre - half)), max(share, min(1.0, centre + half)))


def auroc(confidence: Floats, positive: Bools) -> float | None:
    """The probability that a positive gets a higher confidence than a negative; a tie counts half.

    The area under the ROC curve, as the Mann-Whitney statistic (Hanley & McNeil 1982, Radiology 143). With
    `positive=right` it tells right would-be answers from all others; with `positive=answerable`, questions in scope
    from those out of scope. None where either kind is missing.
    """
    negative = ~positive
    pairs = int(positive.sum()) * int(negative.sum())
    if not pairs:
        return None
    below = np.sort(confidence[negative])
    lower = np.searchsorted(below, confidence[positive], side="left")
    upper = np.searchsorted(below, confidence[positive], side="right")
    return float((lower + upper).sum() / (2 * pairs))


def risk_coverage(confidence: Floats, right: Bools, answerable: Bools) -> Curve:
    """The risk-coverage curve of would-be answers (El-Yaniv & Wiener 2010, JMLR 11)."""
    order = np.argsort(-confidence, kind="stable")
    ordered = confidence[order]
    last = np.flatnonzero(np.append(np.diff(ordered) != 0, values=True)) if ordered.size else np.arange(0)
    accepted = (last + 1).astype(float)
    good = np.cumsum(right[order])[last]
    return Curve(
        confidence=ordered[last],
        coverage=accepted / max(1, ordered.size),
        risk=(accepted - good) / accepted,
        recall=good / max(1, int(answerable.sum())),
    )


def at_risk(curve: Curve, most: float) -> Point | None:
    """The point of the largest coverage whose risk is at most `most`; None if there is no such threshold.

    "Coverage at 2 % risk" is its `recall` where only answerable questions are to be covered, its `coverage` where all.
    """
    safe = np.flatnonzero(curve.risk <= most + _ROUNDING)
    return points(curve)[safe[-1]] if safe.size else None


def points(curve: Curve) -> tuple[Point, ...]:
    """The points of a curve one by one, the surest first."""
    columns = (curve.confidence, curve.coverage, curve.risk, curve.recall)
    return tuple(Point(*row) for row in zip(*(column.tolist() for column in columns), strict=True))


def aurc(curve: Curve) -> float | None:
    """The area under the risk-coverage curve, 0 at best: the mean risk over every question's own threshold.

    Geifman, Uziel & El-Yaniv 2019 (ICLR). None for no questions.
    """
    widths = np.diff(curve.coverage, prepend=0.0)
    return float((widths * curve.risk).sum()) if curve.coverage.size else None


def best_aurc(right: Bools) -> float | None:
    """The same area if the confidences put every right would-be answer before every other, without ties.

    What a curve has above it is due to the order alone (E-AURC, ibid.). None for no questions.
    """
    if not right.size:
        return None
    accepted = np.arange(1, right.size + 1)
    return float((np.maximum(0, accepted - right.sum()) / accepted).mean())


def reliability(confidence: Floats, right: Bools, bins: int = BINS) -> tuple[Bin, ...]:
    """Stated against observed in equal bins of 0 to 1, empty ones left out (Murphy & Winkler 1977, Appl. Stat. 26)."""
    which = np.clip((confidence * bins).astype(int), 0, bins - 1)
    return tuple(
        Bin(
            number / bins,
            (number + 1) / bins,
            float(confidence[which == number].mean()),
            wilson(int(right[which == number].sum()), int((which == number).sum())),
        )
        for number in np.unique(which).tolist()
    )


def calibration_error(bins: tuple[Bin, ...]) -> float | None:
    """How far stated and observed lie apart, weighted by the bins' sizes: ECE (Guo et al. 2017, ICML)."""
    total = sum(one.observed.of for one in bins)
    gaps = (abs(one.stated * one.observed.of - one.observed.count) for one in bins)
    return sum(gaps) / total if total else None

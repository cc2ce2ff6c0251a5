"""What a pack says of its own phrasings when it has not seen them: the examples that the confidence is learnt from.

Answerable ones are phrasings predicted without themselves. Unanswerable ones are of three kinds: phrasings of an entry
that is left out whole, questions of a gap that is left out whole, and questions of a gap predicted without themselves.
The last weigh most, being most like what readers ask in vain; what is left out whole often has a neighbour that would
do. Look-alikes (`not`) train the regression only: the guards are there for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from bot.matching.calibration import Calibration
from bot.matching.evidence import Evidence, summed
from bot.matching.signals import signals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from bot.matching.evidence import Matrix
    from bot.matching.examples import Examples
    from bot.matching.kernel import Fit

    Kind = Literal["phrasing", "entry out", "gap out", "gap"]

SHARES: dict[Kind, float] = {"phrasing": 0.7, "entry out": 0.05, "gap out": 0.05, "gap": 0.2}


@dataclass(frozen=True, eq=False)
class LeftOut:
    """The examples with all that scores the tried ones; `answer`, `share` and `missing` are (tried, candidates)."""

    examples: Examples
    fitted: Fit
    answer: Matrix
    share: Matrix
    missing: Matrix

    @property
    def owners(self) -> NDArray[np.int32]:
        """The candidate of each tried phrasing."""
        return self.examples.owners[self.examples.tried]

    def scores(self, weights: tuple[float, float]) -> Matrix:
        """Scores of each tried phrasing predicted without itself."""
        return summed(self.fitted.left_out, self.answer, self.share, weights)

    def accuracy(self, scores: Matrix) -> float:
        """The share of tried phrasings whose own candidate scores highest."""
        return float((scores.argmax(axis=1) == self.owners).mean()) if len(scores) else 0.0


@dataclass(frozen=True, slots=True)
class Trial:
    """One example held against the best candidate that could answer it."""

    kind: Kind
    signals: NDArray[np.float64]
    right: bool


def calibrate(left_out: LeftOut, weights: tuple[float, float]) -> Calibration:
    """The calibration of a pack; a cautious one for a pack with too little to learn from."""
    found = list(trials(left_out, weights))
    if len({trial.right for trial in found}) < 2:  # noqa: PLR2004 - nothing to tell apart
        return Calibration.cautious()
    rows = np.array([trial.signals for trial in found])
    right = np.array([trial.right for trial in found], np.float64)
    return Calibration.fit(rows, right, _shares([trial.kind for trial in found]) * len(found))


def _shares(kinds: list[Kind]) -> NDArray[np.float64]:
    count = {kind: kinds.count(kind) for kind in set(kinds)}
    return np.array([SHARES[kind] / count[kind] for kind in kinds])


def trials(left_out: LeftOut, weights: tuple[float, float]) -> Iterator[Trial]:
    """Every example that can be tried, in the four kinds."""
    examples, predicted = left_out.examples, left_out.fitted.left_out
    for owner in np.unique(left_out.owners):
        block = np.flatnonzero(left_out.owners == owner)
        answers = examples.found[owner].answers
        for at in block if len(block) > 1 else ():
            best, seen = _best(left_out, weights, int(at), predicted[at])
            yield Trial("phrasing" if answers else "gap", seen, not examples.rivals[best, owner])
        for at, scores in zip(block, left_out.fitted.without(block), strict=True):
            best, seen = _best(left_out, weights, int(at), scores, int(owner))
            if examples.rivals[best, owner]:
                yield Trial("entry out" if answers else "gap out", seen, right=False)


def _best(
    left_out: LeftOut, weights: tuple[float, float], at: int, scores: NDArray[np.float32], barred: int | None = None
) -> tuple[int, NDArray[np.float64]]:
    """The best candidate that could answer an example, and its signals; `barred` is the one left out whole."""
    examples = left_out.examples
    scores = summed(scores, left_out.answer[at], left_out.share[at], weights)
    if barred is not None:
        scores[barred] = -1
    evidence = Evidence(scores, left_out.share[at], left_out.missing[at], np.empty(0, np.int64))
    able = examples.able
    best = int(able[scores[able].argmax()])
    read = examples.reads[examples.tried[at]]
    own = read if left_out.owners[at] == best else ()
    return best, signals(read, best, evidence, examples.accounts[best], examples.rivals[best], own)

"""What a pack says of its own phrasings when it has not seen them: the examples that the confidence is learnt from.

Answerable ones are phrasings predicted without themselves. Unanswerable ones are of four kinds: phrasings of an entry
that is left out whole, questions of a gap that is left out whole, and questions of a gap and look-alikes (`not`) of an
entry, each predicted without itself. The last two weigh most, being most like what readers ask in vain; what is left
out whole often has a neighbour that would do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from bot.matching.answer_kind import kinds
from bot.matching.calibration import Calibration
from bot.matching.evidence import Evidence, split, summed
from bot.matching.guards import conflicts
from bot.matching.signals import Standing, guarded, lead, signals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from bot.matching.evidence import Matrix
    from bot.matching.examples import Examples
    from bot.matching.guards import Considered
    from bot.matching.normalise import Token
    from bot.matching.regression import Fit

    Kind = Literal["phrasing", "entry out", "gap out", "gap", "look-alike"]

# What readers ask, as far as the development questions tell: three in five can be answered, and of the others most are
# near misses or false premises. A pack that lacks a kind has more of those like it, so that both sums stay.
SHARES: dict[Kind, float] = {"phrasing": 0.6, "entry out": 0.05, "gap out": 0.05, "gap": 0.15, "look-alike": 0.15}
ANSWERABLE: Final = "phrasing"
VAIN: Final = 1 - SHARES[ANSWERABLE]


@dataclass(frozen=True, eq=False)
class LeftOut:
    """The examples with all that scores the tried ones; `answer`, `share` and `missing` are (tried, candidates).

    `consider` holds a question against a candidate, leaving a phrasing out of its account.
    """

    examples: Examples
    fitted: Fit
    answer: Matrix
    share: Matrix
    missing: Matrix
    consider: Callable[[tuple[Token, ...], int, Sequence[Token]], Considered]

    @property
    def owners(self) -> NDArray[np.int32]:
        """The candidate of each tried phrasing; NOBODY for a look-alike."""
        return self.examples.owners[self.examples.tried]

    def merit(self, weights: tuple[float, float]) -> float:
        """How good the scores are at some weights: how often the best is right, and how well its lead tells when.

        The accuracy over phrasings plus the AUROC of the lead over the best rival, for being right.
        """
        scores = summed(self.split(self.fitted.left_out)[0], self.answer, self.share, weights)
        best = np.where(self.examples.gaps, -np.inf, scores).argmax(axis=1)
        top = scores[np.arange(len(best)), best]
        rival = np.where(self.examples.rivals[best], scores, 0).max(axis=1, initial=0)
        asks = self.owners >= 0
        right = asks & ~self.examples.gaps[self.owners] & ~self.examples.rivals[best, self.owners]
        answerable = asks & ~self.examples.gaps[self.owners]
        return float(right[answerable].mean() + auroc(lead(top, rival), right)) if answerable.any() else 0.0

    def split(self, predicted: Matrix) -> tuple[Matrix, Matrix]:
        """Predictions for being asked for and for being merely resembled, each (…, candidates)."""
        return split(predicted, self.examples.refusing, len(self.examples.found))


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


def auroc(marks: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """The chance that a right one is marked higher than a wrong one; a half where there is only one sort."""
    if right.all() or not right.any():
        return 0.5
    ranks = np.argsort(np.argsort(marks, kind="stable"), kind="stable") + 1
    first = int(right.sum())
    return float((ranks[right].sum() - first * (first + 1) / 2) / (first * (len(right) - first)))


def _shares(kinds: list[Kind]) -> NDArray[np.float64]:
    """The weight of each trial: by kind, with two in five unanswerable whatever kinds there are."""
    count = {kind: kinds.count(kind) for kind in set(kinds)}
    vain = sum(SHARES[kind] for kind in count if kind != ANSWERABLE)
    whole = {kind: SHARES[kind] if kind == ANSWERABLE else SHARES[kind] * VAIN / vain for kind in count}
    return np.array([whole[kind] / count[kind] for kind in kinds])


def trials(left_out: LeftOut, weights: tuple[float, float]) -> Iterator[Trial]:
    """Every example that can be tried, in the five kinds."""
    examples, predicted = left_out.examples, left_out.fitted.left_out
    for owner in np.unique(left_out.owners[left_out.owners >= 0]):
        block = np.flatnonzero(left_out.owners == owner)
        answers = examples.found[owner].answers
        for at in block if len(block) > 1 else ():
            best, seen = _best(left_out, weights, int(at), predicted[at])
            yield Trial("phrasing" if answers else "gap", seen, not examples.rivals[best, owner])
        for at, scores in zip(block, left_out.fitted.without(block), strict=True):
            best, seen = _best(left_out, weights, int(at), scores, int(owner))
            if examples.rivals[best, owner]:
                yield Trial("entry out" if answers else "gap out", seen, right=False)
    for at in np.flatnonzero(left_out.owners < 0):
        best, seen = _best(left_out, weights, int(at), predicted[at])
        if best == examples.refusers[examples.tried[at]]:  # another entry may well answer it
            yield Trial("look-alike", seen, right=False)


def _best(
    left_out: LeftOut, weights: tuple[float, float], at: int, predicted: NDArray[np.float32], barred: int | None = None
) -> tuple[int, NDArray[np.float64]]:
    """The best candidate that could answer an example, and its signals; `barred` is the one left out whole."""
    examples = left_out.examples
    asked, alike = left_out.split(predicted)
    scores = summed(asked, left_out.answer[at], left_out.share[at], weights)
    if barred is not None:
        scores[barred] = -1
    best = int(examples.able[scores[examples.able].argmax()])
    read = examples.reads[examples.tried[at]]
    considered = left_out.consider(read, best, read if left_out.owners[at] == best else ())
    evidence = Evidence(scores, alike, left_out.missing[at], _fit(considered, len(scores)), np.empty(0, np.float32))
    seen = signals(read, Standing(best, evidence, examples.rivals[best], examples.gaps))
    return best, guarded(seen, conflicts(considered))


def _fit(considered: Considered, candidates: int) -> NDArray[np.float32]:
    """What share of the kinds of answer asked for the candidate is asked for elsewhere, in the place of every one."""
    asked = kinds(considered.read)
    fitting = [considered.account.asks_for(kind, considered.without) for kind in asked]
    return np.full(candidates, np.mean(fitting) if fitting else 1, np.float32)

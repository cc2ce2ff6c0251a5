"""What a pack says of its own phrasings when it has not seen them.

Answerable ones are phrasings predicted without themselves. Unanswerable ones are of four kinds: phrasings of an entry
that is left out whole, questions of a gap that is left out whole, and questions of a gap and look-alikes (`not`) of an
entry, each predicted without itself. Only the wording is told by what has seen others of the same entry, so that what
is left out whole looks a little better known than a stranger's question would.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.answer_kind import kinds
from bot.matching.evidence import Evidence, split, summed
from bot.matching.guards import conflicts
from bot.matching.signals import Standing, guarded, lead, signals
from bot.matching.trials import Trial
from bot.matching.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from bot.matching.discriminant import CrossFitted
    from bot.matching.evidence import Matrix, Weights
    from bot.matching.examples import Examples
    from bot.matching.guards import Considered
    from bot.matching.nearest import Nearest
    from bot.matching.normalise import Token
    from bot.matching.regression import Fit


@dataclass(frozen=True, eq=False)
class LeftOut:
    """The examples with all that scores the tried ones.

    `beside` the regression are the answer text's cosines, the coverage and the centroids' cosines, each (tried,
    candidates), as is `missing`. `nearest` are the phrasings nearest to each but itself, of all and, in meaning, of
    those indexed. `consider` holds a question against a candidate, leaving a phrasing out of its
    account. `discriminants` tell candidates' questions by their wording.
    """

    examples: Examples
    fitted: Fit
    beside: tuple[Matrix, Matrix, Matrix]
    missing: Matrix
    nearest: Sequence[tuple[Nearest, Nearest]]
    consider: Callable[[tuple[Token, ...], int, Sequence[Token]], Considered]
    discriminants: CrossFitted

    @property
    def owners(self) -> NDArray[np.int32]:
        """The candidate of each tried phrasing; NOBODY for a look-alike."""
        return self.examples.owners[self.examples.tried]

    @cached_property
    def siblings(self) -> NDArray[np.bool_]:
        """Marks tried phrasings of candidates that have others."""
        sizes = np.array([account.size for account in self.examples.accounts])
        return (self.owners >= 0) & (sizes[self.owners] > 1)

    def confusion(self, weights: Weights) -> Matrix:
        """How strongly each candidate's phrasings are taken for every rival that answers, else 0.

        Their mean scores, shape (candidates, candidates).
        """
        scores = summed(self.split(self.fitted.left_out)[0], self.beside, weights)
        own = self.owners[:, None] == np.arange(len(self.examples.found))
        means = own.T @ scores / np.maximum(own.sum(axis=0), 1)[:, None]
        return np.asarray(np.where(self.examples.rivals & ~self.examples.gaps, means, 0), np.float32)

    def merit(self, weights: Weights) -> float:
        """How good the scores are at some weights: how often the best is right, and how well its lead tells when.

        The accuracy over phrasings plus the AUROC of the lead over the best rival, for being right.
        """
        scores = summed(self.split(self.fitted.left_out)[0], self.beside, weights)
        best = np.where(self.examples.gaps, -np.inf, scores).argmax(axis=1)
        top = scores[np.arange(len(best)), best]
        rival = np.where(self.examples.rivals[best], scores, 0).max(axis=1, initial=0)
        asks = self.siblings
        right = asks & ~self.examples.gaps[self.owners] & ~self.examples.rivals[best, self.owners]
        answerable = asks & ~self.examples.gaps[self.owners]
        return float(right[answerable].mean() + auroc(lead(top, rival), right)) if answerable.any() else 0.0

    def split(self, predicted: Matrix) -> tuple[Matrix, Matrix]:
        """Predictions for being asked for and for being merely resembled, each (…, candidates)."""
        return split(predicted, self.examples.refusing, len(self.examples.found))


def auroc(marks: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """The chance that a right one is marked higher than a wrong one; a half where there is only one sort."""
    if right.all() or not right.any():
        return 0.5
    ranks = np.argsort(np.argsort(marks, kind="stable"), kind="stable") + 1
    first = int(right.sum())
    return float((ranks[right].sum() - first * (first + 1) / 2) / (first * (len(right) - first)))


def trials(left_out: LeftOut, weights: Weights) -> Iterator[Trial]:
    """Every example that can be tried."""
    examples, predicted = left_out.examples, left_out.fitted.left_out
    for owner in np.unique(left_out.owners[left_out.owners >= 0]):
        block = np.flatnonzero(left_out.owners == owner)
        answers = examples.found[owner].answers
        for at in block if len(block) > 1 or not examples.whole[owner] else ():
            best, seen = _best(left_out, weights, int(at), predicted[at])
            right = bool(not examples.rivals[best, owner])
            yield Trial("phrasing" if answers else "gap", seen, right, about=right)
        without = left_out.fitted.without(block) if examples.whole[owner] else ()
        for at, scores in zip(block[: len(without)], without, strict=True):
            best, seen = _best(left_out, weights, int(at), scores, int(owner))
            if examples.rivals[best, owner]:
                yield Trial("entry out" if answers else "gap out", seen, right=False)
    for at in np.flatnonzero(left_out.owners < 0):
        best, seen = _best(left_out, weights, int(at), predicted[at])
        if best == examples.refusers[examples.tried[at]]:  # another entry may well answer it
            yield Trial("look-alike", seen, right=False)


def _best(
    left_out: LeftOut, weights: Weights, at: int, predicted: NDArray[np.float32], barred: int | None = None
) -> tuple[int, NDArray[np.float64]]:
    """The best candidate that could answer an example, and its signals; `barred` is the one left out whole."""
    examples = left_out.examples
    asked, alike = left_out.split(predicted)
    scores = summed(asked, [one[at] for one in left_out.beside], weights)
    if barred is not None:
        scores[barred] = -1
    best = int(examples.able[scores[examples.able].argmax()])
    read = examples.reads[examples.tried[at]]
    considered = left_out.consider(read, best, read if left_out.owners[at] == best else ())
    fit, nothing = _fit(considered, len(scores)), np.empty(0, np.float32)
    evidence = Evidence(
        scores, alike, left_out.missing[at], fit, left_out.beside[-1][at], nothing, *left_out.nearest[at]
    )
    told = Wording.of(read).tells(best, considered.account, considered.without)
    wording = left_out.discriminants.without(read).logits(told)
    (seen,) = signals(read, Standing(best, evidence, examples.rivals[best], examples.gaps, wording, barred))
    return best, guarded(seen, conflicts(considered))


def _fit(considered: Considered, candidates: int) -> NDArray[np.float32]:
    """What share of the kinds of answer asked for the candidate is asked for elsewhere, in the place of every one."""
    asked = kinds(considered.read)
    fitting = [considered.account.asks_for(kind, considered.without) for kind in asked]
    return np.full(candidates, np.mean(fitting) if fitting else 1, np.float32)

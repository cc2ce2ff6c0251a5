"""Learning a pack: the index, the weight of the answer text, and the calibration, all from the pack alone.

Answerable examples are phrasings predicted without themselves; unanswerable ones are phrasings whose whole entry is
left out, and gaps' questions. `not` phrasings are look-alikes by design: they train the regression, not the calibration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.matching.calibration import Calibration
from bot.matching.coverage import Coverage
from bot.matching.evidence import NOBODY, Evidence, Index, nearest_rows, summed
from bot.matching.features import features
from bot.matching.kernel import fit
from bot.matching.signals import signals
from bot.matching.space import Space

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.matching.account import Account
    from bot.matching.candidates import Candidate
    from bot.matching.kernel import Fit, Matrix
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token
    from bot.model.entries import Term

ANSWER_WEIGHTS = (0.0, 0.1, 0.2, 0.4, 0.8)
COVERAGE_WEIGHTS = (0.0, 0.2, 0.4, 0.8, 1.2, 1.6)
TOLERATED = 0.02  # wrong answers among all questions
UNANSWERABLE = 0.4  # share of questions that no entry answers, as in the questions that readers were seen to ask


def build(
    found: Sequence[Candidate], accounts: Sequence[Account], lexicon: Lexicon, terms: Mapping[str, Term]
) -> tuple[Index, Calibration, float]:
    """The index and calibration of a pack, and the confidence from which an answer is given."""
    return _Learner(found, accounts, lexicon, terms).learn()


class _Learner:
    def __init__(
        self, found: Sequence[Candidate], accounts: Sequence[Account], lexicon: Lexicon, terms: Mapping[str, Term]
    ) -> None:
        self.found, self.accounts, self.terms = found, accounts, terms
        refused = [lexicon.read(text) for candidate in found for text in candidate.not_]
        self.reads: list[tuple[Token, ...]] = [r for account in accounts for r in account.phrasings] + refused
        owners = [at for at, account in enumerate(accounts) for _ in account.phrasings]
        self.owners = np.array(owners + [NOBODY] * len(refused), np.int32)
        refusers = [at for at, candidate in enumerate(found) for _ in candidate.not_]
        self.refusers = np.array([NOBODY] * len(owners) + refusers, np.int32)
        split = [features(read) for read in self.reads]
        self.words = [words for words, _, _ in split]
        self.spaces = tuple(Space.of([f[i] for f in split]) for i in range(3))
        self.answers = Space.of([features(account.statement)[0] for account in accounts])
        self.coverage = Coverage.of(accounts)
        self.cosines = np.stack(
            [np.stack([space.cosines(f[i]) for f in split]) for i, space in enumerate(self.spaces)]
        )

    def learn(self) -> tuple[Index, Calibration, float]:
        fitted = fit(self.cosines, self._targets(), self.owners.astype(np.int64))
        answer = np.stack([self.answers.cosines(words) for words in self.words])
        covered = [
            self.coverage.shares(read, self.spaces[0].weigh, int(owner))
            for read, owner in zip(self.reads, self.owners, strict=True)
        ]
        self.share, self.missing = np.stack([s for s, _ in covered]), np.stack([m for _, m in covered])
        pairs = [(a, c) for a in ANSWER_WEIGHTS for c in COVERAGE_WEIGHTS]
        self.weights = max(pairs, key=lambda w: self._accuracy(summed(fitted.left_out, answer, self.share, w)))
        self.fitted, self.answer = fitted, answer
        self.gram = fitted.shape.kernel(self.cosines)
        index = Index(
            self.spaces,
            self.answers,
            self.owners,
            self.refusers,
            fitted.shape,
            fitted.alpha,
            self.coverage,
            self.weights,
        )  # type: ignore[arg-type]
        return index, *self._calibrated()

    def _targets(self) -> Matrix:
        targets = np.zeros((len(self.owners), len(self.found)), np.float32)
        asked = np.flatnonzero(self.owners >= 0)
        targets[asked, self.owners[asked]] = 1
        return targets

    def _accuracy(self, scores: Matrix) -> float:
        asked = np.flatnonzero(self.owners >= 0)
        return float((scores[asked].argmax(axis=1) == self.owners[asked]).mean()) if len(asked) else 0.0

    def _calibrated(self) -> tuple[Calibration, float]:
        rows = [*self._answerable(), *self._unanswerable()]
        x = np.array([row for row, _, _ in rows])
        right = np.array([good for _, good, _ in rows], np.float64)
        open_ = np.array([answerable for _, _, answerable in rows])
        share = np.where(open_, (1 - UNANSWERABLE) / max(open_.sum(), 1), UNANSWERABLE / max((~open_).sum(), 1))
        share *= len(rows)
        calibration = Calibration.fit(x, right, share)
        return calibration, _floor(calibration.probability(x), right, share)

    def _answerable(self) -> Iterator[tuple[NDArray[np.float64], bool, bool]]:
        for row in np.flatnonzero(self.owners >= 0):
            owner = int(self.owners[row])
            if self.found[owner].answers and len(self.accounts[owner].phrasings) > 1:
                best, x = self._best(row, self.fitted.left_out[row], without=np.array([row]))
                yield x, best == owner, True

    def _unanswerable(self) -> Iterator[tuple[NDArray[np.float64], bool, bool]]:
        for owner in np.unique(self.owners[self.owners >= 0]):
            block = np.flatnonzero(self.owners == owner)
            for row, scores in zip(block, self.fitted.without(block), strict=True):
                best, x = self._best(row, scores, without=block, barred=int(owner))
                if not self.found[best].shares_passage(self.found[owner]):
                    yield x, False, False
        for row in np.flatnonzero(self.owners >= 0):
            if not self.found[self.owners[row]].answers:
                yield self._best(row, self.fitted.left_out[row], without=np.array([row]))[1], False, False

    def _best(
        self, row: int, scores: NDArray[np.float32], without: NDArray[np.int64], barred: int | None = None
    ) -> tuple[int, NDArray[np.float64]]:
        """The best answering candidate for a phrasing left out, and its signals."""
        kernel = self.gram[row].copy()
        kernel[without] = 0
        nearest, at = nearest_rows(kernel, self.owners, len(self.found))
        scores = summed(scores, self.answer[row], self.share[row], self.weights)
        if barred is not None:
            scores[barred] = -1
        evidence = Evidence(scores, nearest, at, self.share[row], self.missing[row], np.zeros(0, np.float32))
        able = np.array([candidate.answers for candidate in self.found])
        best = int(np.where(able, scores, -np.inf).argmax())
        left_out = self.reads[row] if self.owners[row] == best else ()
        return best, signals(self.reads[row], best, evidence, self.accounts[best], left_out)


def _floor(confidence: NDArray[np.float64], right: NDArray[np.float64], share: NDArray[np.float64]) -> float:
    """The lowest confidence at which the wrong ones among all stay under the tolerated share."""
    order = np.argsort(-confidence)
    wrong = np.cumsum(((1 - right) * share)[order]) / share.sum()
    fine = np.flatnonzero(wrong <= TOLERATED)
    return float(confidence[order][fine[-1]]) if len(fine) else 1.0

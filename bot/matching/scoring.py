"""What the evidence of a question comes to: how likely each of the best candidates is meant, and answers it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.answer_kind import kinds
from bot.matching.candidates import rivals
from bot.matching.discriminant import UNTOLD, Logits
from bot.matching.examples import texts
from bot.matching.guards import Conflict, Considered, conflicts
from bot.matching.guards.nations import nation
from bot.matching.signals import Standing, excused, guarded, signals
from bot.matching.small_talk import points
from bot.matching.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.matching.account import Account
    from bot.matching.candidates import Candidate
    from bot.matching.evidence import Evidence
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token
    from bot.matching.reading import Reading
    from bot.matching.store import Learnt

SHOWN = 5
MATE = 0.5  # of the best score, from which on another entry on the same passage is meant as likely
BRIEF = 2  # content words of a question that only names its topic
CERTAIN = 0.99  # confidence in a question that a curator wrote down word for word
LOOK_ALIKE = Conflict("look-alike", (), "the nearest answer is to another question", premise=False)


@dataclass(frozen=True, eq=False)
class Scored:
    """One candidate for a question.

    `meant` is the probability that the candidate is meant, before the guards; `confidence` that it answers the
    question, with the guards' `conflicts` counted in, which only the best candidate is held to; `otherwise` that it is
    meant but for what they find false. `near` is how like its nearest phrasing the question is.
    `exact` tells that the question stands among its phrasings word for word, `refused` among its look-alikes (`not`).
    """

    candidate: Candidate
    score: float
    meant: float
    confidence: float
    otherwise: float
    near: float
    signals: NDArray[np.float64]
    conflicts: tuple[Conflict, ...]
    exact: bool
    refused: bool


@dataclass(frozen=True, eq=False)
class Ranking:
    """The best candidates of a question, best first. `answering` are those that can answer, `gap` the best gap.

    `whole` are the words of the reading, behind those of the question that it hangs on; `phrasing` is the one of the
    best candidate's that is most like it.
    """

    reading: Reading
    whole: tuple[Token, ...]
    answering: tuple[Scored, ...]
    gap: Scored | None
    phrasing: str | None

    @property
    def hangs(self) -> bool:
        """Whether the question hangs on one before."""
        return _hangs(self.reading, self.whole)

    @property
    def exact(self) -> bool:
        """Whether the question stands among the best candidate's phrasings word for word."""
        return bool(self.answering and self.answering[0].exact)

    @property
    def best(self) -> Scored | None:
        """The candidate most likely meant."""
        return self.answering[0] if self.answering else None


@dataclass(frozen=True)
class Scorer:
    """The candidates of a pack and what was learnt of them."""

    candidates: Sequence[Candidate]
    learnt: Learnt
    lexicon: Lexicon

    def ranking(self, reading: Reading, whole: Sequence[Token], evidence: Evidence) -> Ranking:
        """The ranking that the evidence makes; `whole` is the reading with the question that it hangs on, if any."""
        evidence = self._fitting(self._without_gaps(reading, evidence))
        order = np.argsort(-evidence.scores, kind="stable")
        able = [int(at) for at in order if self._able[at]][:SHOWN]
        gaps = [int(at) for at in order if not self._able[at]][:1]
        scored = self.scored((*able, *gaps), reading, whole, evidence)
        found = sorted(scored[: len(able)], key=lambda one: -one.meant)
        beside = [
            self.account(one.candidate.id) for one in found[1:] if one.candidate.shares_passage(found[0].candidate)
        ]
        answering = (*(self.guarded(best, reading, whole, beside) for best in found[:1]), *found[1:])
        phrasing = self._phrasing(evidence, answering[0]) if answering else None
        return Ranking(reading, tuple(whole), answering, next(iter(scored[len(able) :]), None), phrasing)

    def scored(
        self, places: Sequence[int], reading: Reading, whole: Sequence[Token], evidence: Evidence
    ) -> list[Scored]:
        """Some candidates with their signals, before the guards; the best of those that can answer comes first."""
        told = self._told(whole, [at for at in places if self._able[at]])
        best = next(iter(told.values()), UNTOLD)
        against = Logits(-best.answers)  # what speaks for the best answer speaks against a gap
        speaks = [told.get(at, against) for at in places]
        seen = signals(whole, *(self._standing(at, evidence, one) for at, one in zip(places, speaks, strict=True)))
        meant = self.learnt.calibration.probability(seen).tolist()
        claims = len(reading.claimed(bool)) > len(reading.tokens)  # that no curator wrote down
        exact = None if claims or reading.pieced else self.learnt.exact.owner(reading.tokens)
        refused = self.learnt.exact.refused(reading.tokens)
        scored = []
        for at, one, likely in zip(places, seen, meant, strict=True):
            sure, score = CERTAIN if at == exact else likely, float(evidence.scores[at])
            near = float(evidence.nearest.own(at)[0])
            scored.append(
                Scored(self.candidates[at], score, sure, sure, sure, near, one, (), at == exact, at in refused)
            )
        return scored

    def guarded(
        self, scored: Scored, reading: Reading, whole: Sequence[Token], beside: Sequence[Account] = ()
    ) -> Scored:
        """The same with what the guards find; what a curator wrote down word for word needs none.

        `beside` are the accounts of others on the same passage, which the question may mean as well.
        """
        if scored.exact:
            return scored
        account = self.account(scored.candidate.id)
        found = conflicts(
            Considered(
                reading.claimed(partial(_speaks_of, account)),
                account,
                self.lexicon,
                self.learnt.index.weigh,
                self.learnt.parts,
                beside=beside,
                hangs=_hangs(reading, whole),
                voices=self._voices,
                typed=reading.typed,
            )
        )
        named = {word for conflict in found for word in conflict.words}
        strange = [t for t in reading.tokens if t.content and t.surface in named and not account.holds(t)]
        seen = guarded(scored.signals, found)
        sure = float(self.learnt.calibration.probability(seen))
        otherwise = float(self.learnt.topical.probability(excused(scored.signals, whole, strange)))
        sure = 1 - CERTAIN if scored.refused else sure
        found += (LOOK_ALIKE,) if scored.refused else ()
        return replace(scored, signals=seen, confidence=sure, otherwise=otherwise, conflicts=found)

    def account(self, key: str) -> Account:
        """What a candidate accounts for, by its id."""
        return self.learnt.accounts[self.places[key]]

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each candidate, by its id."""
        return {candidate.id: at for at, candidate in enumerate(self.candidates)}

    @cached_property
    def _voices(self) -> frozenset[str]:
        return frozenset().union(*(candidate.voices for candidate in self.candidates))

    @cached_property
    def _rivals(self) -> NDArray[np.bool_]:
        return rivals(self.candidates)

    @cached_property
    def _able(self) -> NDArray[np.bool_]:
        return np.array([candidate.answers for candidate in self.candidates], bool)

    @cached_property
    def _unable(self) -> NDArray[np.bool_]:
        return ~self._able

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return texts(self.candidates)

    def _told(self, whole: Sequence[Token], places: Sequence[int]) -> dict[int, Logits]:
        """How far the wording of a question speaks for some candidates."""
        discriminant = self.learnt.discriminant
        if not len(discriminant.keys):
            return {}
        wording = Wording.of(whole)
        return {at: discriminant.logits(wording.tells(at, self.learnt.accounts[at])) for at in places}

    def _standing(self, at: int, evidence: Evidence, wording: Logits) -> Standing:
        return Standing(at, evidence, self._rivals[at], self._unable if self._able[at] else self._able, wording)

    def _fitting(self, evidence: Evidence) -> Evidence:
        """Of two on one passage, the one that is asked for this kind of answer goes before the one that is not."""
        scores = np.where(self._able, evidence.scores, -np.inf)
        best = int(scores.argmax())
        mates = self._able & ~self._rivals[best] & (evidence.fit > evidence.fit[best])
        mate = int(np.where(mates, scores, -np.inf).argmax())
        if not mates.any() or scores[mate] < MATE * scores[best]:
            return evidence
        raised = np.where(np.arange(len(scores)) == mate, np.nextafter(scores[best], np.inf), evidence.scores)
        return replace(evidence, scores=np.asarray(raised, np.float32))

    def _without_gaps(self, reading: Reading, evidence: Evidence) -> Evidence:
        """A word or two that an entry accounts for in full ask for it, though a gap may name something beside it."""
        best = int(np.where(self._able, evidence.scores, -np.inf).argmax())
        content = sum(token.content for token in reading.tokens)
        brief = 0 < content <= BRIEF and len(reading.tokens) <= content + 1 and not kinds(reading.tokens)
        if not brief or evidence.missing[best] > 0 or self.learnt.exact.owner(reading.tokens) is not None:
            return evidence
        return replace(evidence, scores=np.where(self._able, evidence.scores, np.float32(0)))

    def _phrasing(self, evidence: Evidence, best: Scored) -> str | None:
        row = self.learnt.index.nearest(evidence.likeness, self.places[best.candidate.id])
        return None if row is None else self._texts[row]


def _speaks_of(account: Account, claim: Sequence[Token]) -> bool:
    """Whether what is said beside a question is of what a candidate speaks of.

    It names something, points, or has at least as many of the candidate's words as others: what an asker says of his
    own work has few of them.
    """
    if points(claim) or any(token.term or nation(token.word) for token in claim):
        return True
    given = [account.given(token.key) or account.given(token.meaning) for token in claim if token.content]
    return 2 * sum(given) >= len(given)


def _hangs(reading: Reading, whole: Sequence[Token]) -> bool:
    return len(whole) > len(reading.tokens)

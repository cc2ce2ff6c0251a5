"""A question against one pack: every candidate's evidence, and how likely each of the best is meant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from bot.matching import suggestions
from bot.matching.answer_kind import kinds
from bot.matching.candidates import Candidate, candidates, rivals
from bot.matching.examples import texts
from bot.matching.guards import Conflict, Considered, conflicts
from bot.matching.learning import learn
from bot.matching.meanings import spelt_out
from bot.matching.reading import Reading, readings
from bot.matching.signals import Standing, excused, guarded, signals
from bot.matching.store import Learnt, load, save
from bot.matching.wording import Wording
from bot.model.reply import Option

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.matching.account import Account
    from bot.matching.encoder import Encoder
    from bot.matching.evidence import Evidence, Index
    from bot.matching.normalise import Token
    from bot.model.entries import Pack

SHOWN = 5
LEANING = 0.25  # of an entry's phrasings, from which on it is taken to answer a kind of question
MATE = 0.5  # of the best score, from which on another entry on the same passage is meant as likely
BRIEF = 2  # content words of a question that only names its topic
CERTAIN = 0.99  # confidence in a question that a curator wrote down word for word
LOOK_ALIKE = Conflict("look-alike", (), "the nearest answer is to another question", premise=False)
FOLLOWED = 0.5  # how much each word with a topic of its own lets a follow-up weigh against the question before it


@dataclass(frozen=True, eq=False)
class Scored:
    """One candidate for a question, with the phrasing most like it.

    `meant` is the probability that the candidate is meant, before the guards; `confidence` that it answers the
    question, with the guards' `conflicts` counted in, which only the best candidate is held to; `otherwise` that it is
    meant but for what they find false.
    `exact` tells that the question stands among its phrasings word for word, `refused` among its look-alikes (`not`).
    """

    candidate: Candidate
    score: float
    meant: float
    confidence: float
    otherwise: float
    phrasing: str | None
    signals: NDArray[np.float64]
    conflicts: tuple[Conflict, ...]
    exact: bool
    refused: bool


@dataclass(frozen=True, eq=False)
class Ranking:
    """The best candidates of a question, best first. `answering` are those that can answer, `gap` the best gap.

    `whole` are the words of the reading, behind those of the question that it hangs on.
    """

    reading: Reading
    whole: tuple[Token, ...]
    answering: tuple[Scored, ...]
    gap: Scored | None

    @property
    def hangs(self) -> bool:
        """Whether the question hangs on one before."""
        return len(self.whole) > len(self.reading.tokens)

    @property
    def best(self) -> Scored | None:
        """The candidate most likely meant."""
        return self.answering[0] if self.answering else None


class Matcher:
    """One pack, learnt. Opening takes seconds, or milliseconds from a cache folder."""

    def __init__(self, pack: Pack, found: tuple[Candidate, ...], learnt: Learnt, encoder: Encoder | None) -> None:
        self.pack, self.candidates, self.learnt, self.encoder = pack, found, learnt, encoder
        self.lexicon = replace(learnt.lexicon, terms=pack.terms)
        self.index: Index = learnt.index

    @classmethod
    def open(cls, pack: Pack, cache: Path | None = None, encoder: Encoder | None = None) -> Matcher:
        """The matcher of a pack, from the cache if it holds this very content, else learnt and kept there."""
        found = candidates(pack)
        content = f"{pack.content_hash} {encoder.revision if encoder else ''}" if pack.content_hash else ""
        learnt = load(cache, content)
        if learnt is None:
            learnt = learn(pack, found, cache, encoder)
            save(cache, content, learnt)
        return cls(pack, found, learnt, encoder)

    def account(self, at: int) -> Account:
        """What a candidate accounts for."""
        return self.learnt.accounts[at]

    def candidate(self, key: str) -> Candidate:
        """A candidate by its id."""
        return self.candidates[self._places[key]]

    def leans(self, key: str, kind: str) -> bool:
        """Whether a fair part of a candidate's phrasings ask for a kind of answer."""
        account = self.account(self._places[key])
        return account.kinds[kind] >= LEANING * max(1, account.size)

    @cached_property
    def _rivals(self) -> NDArray[np.bool_]:
        return rivals(self.candidates)

    @cached_property
    def _able(self) -> NDArray[np.bool_]:
        return np.array([candidate.answers for candidate in self.candidates], bool)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {candidate.id: at for at, candidate in enumerate(self.candidates)}

    def rank(self, text: str, before: str | None = None) -> Ranking:
        """The ranking of the reading that speaks clearest; `before` is the question that a follow-up hangs on."""
        earlier = self.lexicon.read(before) if before else ()
        weighed = [(way, self._evidence(way.tokens, earlier)) for way in readings(text, self.lexicon)]
        reading, evidence = max(weighed, key=lambda pair: float(pair[1].scores.max(initial=0.0)))
        return self._ranking(reading, (*earlier, *reading.tokens), evidence)

    def suggest(self, text: str, limit: int) -> tuple[Option, ...]:
        """The curated questions nearest to what is typed so far, best first; the first ones for an empty text."""
        entries = [at for at, candidate in enumerate(self.candidates) if candidate.kind == "entry"]
        read = self.lexicon.read(text)
        if not read:
            return tuple(self._option(at, 0.0) for at in entries[:limit])
        scores = self.index.evidence(read).scores
        begun = suggestions.begun(text, [self._spellings[at] for at in entries])
        likely = {at: float(np.clip((scores[at] + share) / 2, 0, 1)) for at, share in zip(entries, begun, strict=True)}
        best = sorted(likely, key=lambda at: -likely[at])[:limit]
        return tuple(self._option(at, likely[at]) for at in best if likely[at] > 0)

    def _option(self, at: int, confidence: float) -> Option:
        return Option(self.candidates[at].id, self.candidates[at].asks[0], confidence)

    @cached_property
    def _spellings(self) -> dict[int, frozenset[str]]:
        """The words of each entry's main question, with every spelling of the names in it."""
        return {
            at: suggestions.spellings(self.lexicon.read(candidate.asks[0]), self.lexicon.terms)
            for at, candidate in enumerate(self.candidates)
            if candidate.kind == "entry"
        }

    @property
    def weigh(self) -> Callable[[str], float]:
        """The idf of a word over the pack's phrasings."""
        return self.index.weigh

    def _evidence(self, read: Sequence[Token], before: Sequence[Token]) -> Evidence:
        own = self.index.evidence(read, self._encode)
        exact = self.learnt.exact.owner(read)
        if exact is not None:
            own.scores[exact] = own.scores.max() + 1
        if not before or exact is not None:
            return own
        both = self.index.evidence([*before, *read], self._encode)
        weight = FOLLOWED * sum(token.content for token in read)
        mixed = (weight * own.scores + both.scores) / (weight + 1)
        return replace(both, scores=np.asarray(mixed, np.float32))

    def _encode(self, read: Sequence[Token]) -> NDArray[np.float32]:
        assert self.encoder is not None  # noqa: S101 - only an index with meanings asks
        vector: NDArray[np.float32] = self.encoder.encode([spelt_out(read, self.lexicon)])[0]
        return vector

    def _ranking(self, reading: Reading, whole: Sequence[Token], evidence: Evidence) -> Ranking:
        """`whole` is the reading with the question that it hangs on, if any."""
        evidence = self._fitting(self._without_gaps(reading, evidence))
        order = np.argsort(-evidence.scores, kind="stable")
        able = [int(at) for at in order if self._able[at]][:SHOWN]
        gaps = [int(at) for at in order if not self._able[at]][:1]
        told = [self._wording(whole, at) for at in able]
        scored = [self._scored(at, reading, whole, evidence, wording) for at, wording in zip(able, told, strict=True)]
        found = sorted(scored, key=lambda one: -one.meant)
        answering = (*(self._guarded(best, reading, whole) for best in found[:1]), *found[1:])
        against = -told[0] if told else 0.0  # what speaks for an answer speaks against a gap
        gap = [self._scored(at, reading, whole, evidence, against) for at in gaps]
        return Ranking(reading, tuple(whole), answering, next(iter(gap), None))

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
        able = self._able
        best = int(np.where(able, evidence.scores, -np.inf).argmax())
        content = sum(token.content for token in reading.tokens)
        brief = 0 < content <= BRIEF and len(reading.tokens) <= content + 1 and not kinds(reading.tokens)
        if not brief or evidence.missing[best] > 0 or self.learnt.exact.owner(reading.tokens) is not None:
            return evidence
        return replace(evidence, scores=np.where(able, evidence.scores, np.float32(0)))

    def _wording(self, whole: Sequence[Token], at: int) -> float:
        """How far the wording speaks for a candidate."""
        return self.learnt.discriminant.logit(Wording.of(whole).tells(at, self.account(at)))

    def _scored(self, at: int, reading: Reading, whole: Sequence[Token], evidence: Evidence, wording: float) -> Scored:
        opposed = ~self._able if self._able[at] else self._able
        seen = signals(whole, Standing(at, evidence, self._rivals[at], opposed, wording))
        exact = self.learnt.exact.owner(reading.tokens) == at
        meant = CERTAIN if exact else float(self.learnt.calibration.probability(seen))
        refused = at in self.learnt.exact.refused(reading.tokens)
        score, phrasing = float(evidence.scores[at]), self._phrasing(evidence, at)
        return Scored(self.candidates[at], score, meant, meant, meant, phrasing, seen, (), exact, refused)

    def _guarded(self, scored: Scored, reading: Reading, whole: Sequence[Token]) -> Scored:
        """The same with what the guards find; what a curator wrote down word for word needs none."""
        if scored.exact:
            return scored
        account = self.account(self._places[scored.candidate.id])
        found = conflicts(Considered(reading.tokens, account, self.lexicon, self.weigh, self.learnt.parts))
        seen, chance = guarded(scored.signals, found), self.learnt.calibration.probability
        named = {word for conflict in found for word in conflict.words}
        strange = [t for t in reading.tokens if t.content and t.surface in named and not account.holds(t)]
        otherwise = float(chance(excused(scored.signals, whole, strange)))
        sure = 1 - CERTAIN if scored.refused else float(chance(seen))
        found += (LOOK_ALIKE,) if scored.refused else ()
        return replace(scored, signals=seen, confidence=sure, otherwise=otherwise, conflicts=found)

    def _phrasing(self, evidence: Evidence, at: int) -> str | None:
        row = self.index.nearest(evidence.likeness, at)
        return None if row is None else self._texts[row]

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return texts(self.candidates)

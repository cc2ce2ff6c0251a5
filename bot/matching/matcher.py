"""A question against one pack: every candidate's evidence, and how likely each of the best is meant."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from bot.matching import suggestions
from bot.matching.candidates import candidates
from bot.matching.guards.names import ACTORS, PLACES
from bot.matching.learning import learn
from bot.matching.meanings import spelt_out
from bot.matching.reading import Reading, readings
from bot.matching.scoring import Scorer
from bot.matching.store import Learnt, load, save
from bot.matching.threads import one_thread
from bot.model.reply import Option

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.matching.account import Account
    from bot.matching.candidates import Candidate
    from bot.matching.encoder import Encoder
    from bot.matching.evidence import Evidence, Index
    from bot.matching.normalise import Token
    from bot.matching.scoring import Ranking
    from bot.model.entries import Pack

LEANING = 0.1  # of an entry's phrasings, from which on it is taken to answer a kind of question
UNLIKELY = 0.35  # that a question means what comes nearest, below which small talk around it makes it no likelier
LEFT_ASIDE = -1.0  # a score below that of all others


class Matcher:
    """One pack, learnt. Opening takes seconds, or milliseconds from a cache folder."""

    def __init__(self, pack: Pack, found: tuple[Candidate, ...], learnt: Learnt, encoder: Encoder | None) -> None:
        self.pack, self.candidates, self.learnt, self.encoder = pack, found, learnt, encoder
        self.lexicon = replace(learnt.lexicon, terms=pack.terms)
        self.index: Index = learnt.index
        self._scorer = Scorer(found, learnt, self.lexicon)

    @classmethod
    def open(cls, pack: Pack, cache: Path | None = None, encoder: Encoder | None = None) -> Matcher:
        """The matcher of a pack, from the cache if it holds this very content, else learnt and kept there."""
        one_thread()
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

    def account_of(self, key: str) -> Account:
        """What a candidate accounts for, by its id."""
        return self._scorer.account(key)

    def candidate(self, key: str) -> Candidate:
        """A candidate by its id."""
        return self.candidates[self._scorer.places[key]]

    def leans(self, key: str, kind: str) -> bool:
        """Whether a fair part of a candidate's phrasings ask for a kind of answer."""
        return self._share(key, kind) >= LEANING

    def shares_name(self, key: str, asked: str) -> bool:
        """Whether a candidate is about any name in a question, if there is one."""
        names = {f"@{token.term}" for token in self.lexicon.read(asked) if token.term}
        return not names or any(map(self.account_of(key).given, names))

    def beside(self, key: str, kind: str, named: Sequence[Token], asked: str) -> str | None:
        """The entry on the passage of one, itself included, that is asked most for a kind of answer.

        It must be about what was asked before, if that named anything, and know the words that name the kind (`town`).
        """
        here = self.candidate(key)

        def knows(one: Candidate) -> bool:
            given = self.account_of(one.id).given
            return all(given(token.key) or given(token.stem) for token in named)

        mates = [one for one in self.candidates if one.kind == "entry" and one.shares_passage(here) and knows(one)]
        about = [one.id for one in mates if self.shares_name(one.id, asked)]
        best = max(about, key=lambda one: self._share(one, kind), default=None)
        return best if best and self.leans(best, kind) else None

    def _share(self, key: str, kind: str) -> float:
        account = self.account_of(key)
        return account.kinds[kind] / max(1, account.size)

    def rank(self, text: str) -> Ranking:
        """The ranking of the reading that is a phrasing word for word, or else speaks clearest."""
        ranked = _believed([self.ranked(way) for way in readings(text, self.lexicon)])
        return max(ranked, key=lambda ranking: (ranking.exact, _meant(ranking)))

    def names(self, read: Sequence[Token]) -> bool:
        """Whether any words name an actor or a place: one of the glossary, or one with a capital in the answers."""
        terms, known = self.lexicon.terms, self.lexicon.vocabulary.names
        actors = (token.term and terms[token.term].kind in ACTORS | PLACES for token in read)
        return any(actors) or any(token.word in known and token.surface[:1].isupper() for token in read[1:])

    def ranked(self, reading: Reading, behind: Sequence[Token] = (), but: str | None = None) -> Ranking:
        """The ranking of one reading, behind words that it hangs on; one candidate, `but`, is not meant."""
        whole = (*behind, *reading.tokens)
        evidence = self._evidence(whole)
        if but is not None:
            evidence.scores[self._scorer.places[but]] = LEFT_ASIDE
        return self._scorer.ranking(reading, whole, evidence)

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

    def _evidence(self, read: Sequence[Token]) -> Evidence:
        found = self.index.evidence(read, self._encode)
        exact = self.learnt.exact.owner(read)
        if exact is not None:
            found.scores[exact] = found.scores.max() + 1
        return found

    def _encode(self, read: Sequence[Token]) -> NDArray[np.float32]:
        assert self.encoder is not None  # noqa: S101 - only an index with meanings asks
        vector: NDArray[np.float32] = self.encoder.encode([spelt_out(read, self.lexicon)])[0]
        return vector


def _believed(ranked: Sequence[Ranking]) -> Sequence[Ranking]:
    """All readings; but not the whole text where the question in it stands alone and means nothing here."""
    alone = next((ranking for ranking in ranked if ranking.reading.alone), None)
    return ranked[1:] if alone and _meant(alone) < UNLIKELY else ranked


def _meant(ranking: Ranking) -> float:
    return ranking.best.meant if ranking.best else 0.0

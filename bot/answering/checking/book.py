"""A pack as claims are held against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.checking.claim import Claim
from bot.answering.checking.compared import Compared
from bot.answering.checking.passages import passages
from bot.answering.checking.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.checking.passages import Passage
    from bot.matching.lexicon import Lexicon
    from bot.matching.matcher import Matcher


@dataclass(frozen=True)
class Book:
    """What a pack tells, by paragraph, and who speaks in it."""

    lexicon: Lexicon
    passages: tuple[Passage, ...]
    voices: Voices

    @classmethod
    def of(cls, matcher: Matcher) -> Book:
        """A pack that has been learnt."""
        voices = Voices.of(matcher.pack)
        return cls(matcher.lexicon, passages(matcher, voices), voices)

    def compared(self, sentence: str) -> Iterator[Compared]:
        """A sentence beside each passage, and the entry or fact on it that has most of the sentence.

        Of two that have as much, a sentence with a number is held against the one that gives a number.
        """
        claim = Claim.of(sentence, self.lexicon, self.voices)
        for passage in self.passages:
            beside = (Compared(claim, passage, told) for told in passage.told)
            yield max(beside, key=lambda one: (one.nearness, one.told.counts == claim.counts))

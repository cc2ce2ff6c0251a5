"""A follow-up: the question behind what was asked before, and which answers it may then mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.matching.answer_kind import kinds
from bot.matching.earlier import PERSONAL, THAT, adds, points, sentence, topics, turned, turning
from bot.matching.guards.names import COMMON
from bot.matching.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.earlier import Earlier
    from bot.matching.matcher import Matcher
    from bot.matching.normalise import Token
    from bot.matching.scoring import Ranking, Scored

MAINLY: Final = 0.2  # of a candidate's phrasings that name a person who it is about
OWN: Final = 0.9  # confidence with which what points at nothing is a question of its own
SEVERAL, SURE = 2, 0.95  # content words and confidence of one that means something though it points
BRIEF: Final = 1  # content words up to which a question says too little to leave what it hangs on
WITNESSES: Final = 3  # phrasings that must ask `by whom?` for an answer to be one to that


@dataclass(frozen=True)
class Following:
    """A `text` that hangs on something `earlier`."""

    matcher: Matcher
    text: str
    earlier: Earlier

    @cached_property
    def read(self) -> tuple[Token, ...]:
        """Its tokens."""
        return self.matcher.lexicon.read(self.text)

    @property
    def named(self) -> bool:
        """Whether it names somebody or some place itself, other than those that nearly all is about."""
        told = [token for token in self.read if not token.term or self.matcher.weigh(token.key) >= COMMON]
        return self.matcher.names(told)

    def rankings(self, alone: Ranking) -> tuple[Ranking, ...]:
        """Its rankings behind what was asked before; that of the text `alone`, too, if it may be meant so.

        What answered before is not meant again, unless the question is most like it by itself, too. Nor is what is on
        another passage, or about none of the names before; and without a word of its own it means nothing behind what
        was refused.
        """
        if self.earlier.refused and not any(token.content for token in self.read):
            return ()
        found = [(words, alone) for words in self._topics[-1:] if not (self.earlier.refused or turned(self.read))]
        again = alone.best is not None and alone.best.candidate.id == self.earlier.entry
        for at, words in enumerate(self._topics):
            granted = (*words, *self.read) if self.earlier.refused else self.read
            barred = None if again and not at else self.earlier.entry
            found.append((words, self.matcher.ranked(Reading(self.text, self.read, granted, self.read), words, barred)))
        sure = alone if self._surely(alone) else None
        return tuple(one for words, one in found if one.best and self._may_mean(one.best, words, stays=one is sure))

    def stands(self, alone: Ranking) -> bool:
        """Whether it is a question of its own: it names somebody or some place, or points at nothing and is sure."""
        own = sentence(self.read)
        return self.named or (own and alone.best is not None and alone.best.confidence >= OWN)

    def again(self) -> tuple[Ranking, ...]:
        """The rankings of one to be answered as before, where that answer accounts for all that it adds.

        With the words of the question before, nothing else comes so near: it is for what could not be answered else.
        """
        added = adds(self.read)
        if added is None or self.earlier.refused or not self._accounts(added):
            return ()
        reading = Reading(self.text, self.read, added, self.read)
        found = [(words, self.matcher.ranked(reading, words)) for words in self._topics]
        same = [(words, one) for words, one in found if one.best and one.best.candidate.id == self.earlier.entry]
        return tuple(one for words, one in same if one.best and self._may_mean(one.best, words))

    def asked_so(self, key: str) -> bool:
        """Whether some phrasings of a candidate ask by the very words of a turned question (`by whom?`)."""
        by = turning(self.read)
        return by is not None and sum(map(bool, map(by.search, self.matcher.candidate(key).asks))) >= WITNESSES

    @cached_property
    def _topics(self) -> Sequence[tuple[Token, ...]]:
        return topics(self.earlier, self.read, self.matcher.lexicon)

    def _surely(self, alone: Ranking) -> bool:
        """Whether it surely means something by itself, though it points: `why did they, what was their motive?`."""
        several = sum(token.content for token in self.read) >= SEVERAL
        return several and alone.best is not None and alone.best.confidence >= SURE

    def _may_mean(self, scored: Scored, words: Sequence[Token], *, stays: bool = False) -> bool:
        return (stays or self._stays(scored)) and self._about(scored, words)

    def _stays(self, scored: Scored) -> bool:
        """Whether a candidate is on the passage that answered before, or named there (`see`); or need not be.

        It need not where nothing else is on that passage, nor where the follow-up names or points at somebody or some
        place. Of 120 real follow-ups by nine hands whose question before was answered, 119 stayed on its passage.
        """
        brief = sum(token.content for token in self.read) <= BRIEF
        if self.earlier.entry is None or self.named or self._asks_elsewhere or not (brief or points(self.read)):
            return True
        here = self.matcher.candidate(self.earlier.entry)
        beside = [one for one in self.matcher.candidates if one.kind == "entry" and one.shares_passage(here)]
        seen = next((entry.see for entry in self.matcher.pack.entries if entry.id == here.id), ())
        return len(beside) == 1 or scored.candidate.shares_passage(here) or scored.candidate.id in seen

    @property
    def _asks_elsewhere(self) -> bool:
        """Whether it asks about somebody, or for some place pointed at, wherever that is told: `where is that?`."""
        words = {token.word for token in self.read}
        that = bool(words & THAT)
        return (bool(words & PERSONAL) and not that) or (that and "place" in kinds(self.read))

    def _accounts(self, added: Sequence[Token]) -> bool:
        """Whether the answer before has all the words that are added, and is often asked for such an answer."""
        entry = self.earlier.entry
        if entry is None or not all(self.matcher.leans(entry, kind) for kind in kinds(self.read)):
            return False
        return not self.matcher.account_of(entry).lacking(added)

    def _about(self, scored: Scored, words: Sequence[Token]) -> bool:
        """Whether a candidate is about a name among some words, if there is any; of `him`, about a person."""
        account, lexicon = self.matcher.account_of(scored.candidate.id), self.matcher.lexicon
        names = {token.term for token in words if token.term}
        if any(token.word in PERSONAL for token in self.read):
            told = self.matcher.account_of(self.earlier.entry).said if self.earlier.entry else ()
            persons = {key for key, term in lexicon.terms.items() if term.kind == "person"}
            named = [token.term for token in words if token.term in persons]  # `he` is the last of them
            meant = set(named[-1:]) or {name for name in persons if f"@{name}" in told}
            return any(account.asked[f"@{name}"] >= MAINLY * account.size for name in meant)
        house = names.union(*(lexicon.kin.get(name, ()) for name in names))
        return not names or any(account.given(f"@{name}") for name in house)

"""A follow-up: the question behind what was asked before, and which answers it may then mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.matching.answer_kind import kinds
from bot.matching.earlier import adds, topics, turned, turning
from bot.matching.normalise import tokens
from bot.matching.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.earlier import Earlier
    from bot.matching.matcher import Matcher
    from bot.matching.normalise import Token
    from bot.matching.scoring import Ranking, Scored

POINTED: Final = frozenset({"place", "person"})  # kinds that something pointed at may have
PERSONAL: Final = frozenset("he him his she her hers".split())
MAINLY: Final = 0.2  # of a candidate's phrasings that name a person who it is about
SEVERAL, SURE = 2, 0.95  # content words, and the confidence, with which a follow-up stands by itself
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
        """Whether it names somebody or some place itself."""
        return self.matcher.names(self.read)

    def rankings(self, alone: Ranking) -> tuple[Ranking, ...]:
        """Its rankings behind what was asked before; that of the text `alone`, too, if it may be meant so.

        What answered before is not meant again, unless the question is most like it by itself, too. Nor is what is on
        another passage, or about none of the names before.
        """
        nearest = alone.best.candidate.id if alone.best else None
        stays = nearest not in self._away or self._says_enough(alone)
        found = [
            (words, alone) for words in self._behind[-1:] if stays and not (self.earlier.refused or turned(self.read))
        ]
        for at, words in enumerate(self._behind):
            granted = (*words, *self.read) if self.earlier.refused else self.read
            same = {self.earlier.entry} - {None, nearest if not at else None}
            reading = Reading(self.text, self.read, granted, self.read)
            found.append((words, self.matcher.ranked(reading, words, self._away | {key for key in same if key})))
        return tuple(one for words, one in found if one.best and self._about(one.best, words))

    def again(self) -> tuple[Ranking, ...]:
        """The rankings of one to be answered as before, where that answer accounts for all that it adds.

        With the words of the question before, nothing else comes so near: it is for what could not be answered else.
        """
        added = adds(self.read)
        if added is None or self.earlier.refused or not self._accounts(added):
            return ()
        reading = Reading(self.text, self.read, added, self.read)
        found = [(words, self.matcher.ranked(reading, words)) for words in self._behind]
        same = [(words, one) for words, one in found if one.best and one.best.candidate.id == self.earlier.entry]
        return tuple(one for words, one in same if one.best and self._about(one.best, words))

    def asked_so(self, key: str) -> bool:
        """Whether some phrasings of a candidate ask by the very words of a turned question (`by whom?`)."""
        asked, language = turning(self.read), self.matcher.lexicon.language
        return sum(asked <= turning(tokens(ask, language)) for ask in self.matcher.candidate(key).asks) >= WITNESSES

    @cached_property
    def _behind(self) -> Sequence[tuple[Token, ...]]:
        return topics(self.earlier, self.read, self.matcher.lexicon)

    @cached_property
    def _away(self) -> frozenset[str]:
        """The candidates on other passages than the answer before, and not named there (`see`).

        Unless nothing else is on that passage, or the follow-up names somebody or some place: of 120 by nine hands,
        119 stayed on the passage that answered before.
        """
        able = [one for one in self.matcher.candidates if one.answers]
        if self.earlier.entry is None or self.named or self._points:
            return frozenset()
        here = self.matcher.candidate(self.earlier.entry)
        beside = [one for one in able if one.shares_passage(here)]
        several = sum(one.kind == "entry" for one in beside) > 1
        seen = next((entry.see for entry in self.matcher.pack.entries if entry.id == here.id), ())
        return frozenset(one.id for one in able if several).difference((one.id for one in beside), seen)

    def _says_enough(self, alone: Ranking) -> bool:
        """Whether it surely means something by itself, and in more than a word."""
        several = sum(token.content for token in self.read) >= SEVERAL
        return several and alone.best is not None and alone.best.confidence >= SURE

    @property
    def _points(self) -> bool:
        """Whether it asks about somebody or some place pointed at, wherever that is told: `where is that?`."""
        return bool(kinds(self.read) & POINTED) and not any(token.content for token in self.read)

    def _accounts(self, added: Sequence[Token]) -> bool:
        """Whether the answer before has all the words that are added, and is often asked for such an answer."""
        entry = self.earlier.entry
        if entry is None or not all(self.matcher.leans(entry, kind) for kind in kinds(self.read)):
            return False
        return not self.matcher.known(entry).lacking(added)

    def _about(self, scored: Scored, words: Sequence[Token]) -> bool:
        """Whether a candidate is about a name among some words, if there is any; of `him`, about a person."""
        account, lexicon = self.matcher.known(scored.candidate.id), self.matcher.lexicon
        names = {token.term for token in words if token.term}
        if any(token.word in PERSONAL for token in self.read):
            told = self.matcher.known(self.earlier.entry).said if self.earlier.entry else ()
            persons = {key for key, term in lexicon.terms.items() if term.kind == "person"}
            meant = persons & names or {name for name in persons if f"@{name}" in told}
            return any(account.asked[f"@{name}"] >= MAINLY * account.size for name in meant)
        house = names.union(*(lexicon.kin.get(name, ()) for name in names))
        return not names or any(account.given(f"@{name}") for name in house)

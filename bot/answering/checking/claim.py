"""What a statement claims: which of its words have to be accounted for, and which only pass it on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.answering.estimates import CERTAIN, ESTIMATIVE
from bot.matching.english import is_english
from bot.matching.guards.names import ACTORS, PLACES
from bot.matching.guards.nations import nation
from bot.matching.lexicon import WORD
from bot.matching.words import NEGATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.checking.voices import Voices
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

FLAT: Final = frozenset("false untrue incorrect".split())
"""Words that deny a whole sentence."""

_DENYING: Final = NEGATION | FLAT
_PASSING: Final = frozenset({"say", "believe", "event"})  # senses: that a thing is said, or thought, or happens
_TELLING: Final = frozenset("told tell tells according reported reports report wrote writes write calls called".split())
_LIGHT: Final = frozenset(
    """become becomes became becoming carry carries carried conduct conducts conducted include includes included
    involve involves involved following according due report reported reports read reads expressed express expresses
    meanwhile however amid amidst including well way far going goes adding added adds
    citing plus order conclude concludes concluded""".split()
) | {"carry out", "carries out", "carried out", "carrying out", "going on"}
_VAGUE: Final = frozenset({WORD, "term"})  # kinds of all sorts of things
_NEAR: Final = 2  # words between a saying and whose it is


@dataclass(frozen=True)
class Claim:
    """A statement as a pack's lexicon reads it; `voices` are those who speak in the pack."""

    read: tuple[Token, ...]
    lexicon: Lexicon
    voices: Voices

    @classmethod
    def of(cls, text: str, lexicon: Lexicon, voices: Voices) -> Claim:
        """A text read; a group's name tells of the group only: an Iran-backed militia is not Iran."""
        return cls(tuple(_alone(token, lexicon) for token in lexicon.read(text)), lexicon, voices)

    @cached_property
    def content(self) -> tuple[Token, ...]:
        """The words that have to be accounted for."""
        return tuple(token for at, token in enumerate(self.read) if self._counts(at))

    @cached_property
    def names(self) -> tuple[Token, ...]:
        """Those of them that name somebody or some place, but for those who are only said to have said it."""
        return tuple(token for token in self.content if self.is_name(token) and token in self.deeds)

    @cached_property
    def things(self) -> tuple[Token, ...]:
        """Those, and what else the glossary has a kind of its own for, such as weapons or documents."""
        return tuple(token for token in self.content if token in self.names or self._is_thing(token))

    def _is_thing(self, token: Token) -> bool:
        kind = self.lexicon.terms[token.term].kind if token.term else WORD
        return kind not in ACTORS | PLACES | _VAGUE

    @cached_property
    def deeds(self) -> tuple[Token, ...]:
        """Its words without those who are only said to have said it, and without whose things are: `of Iran`."""
        return tuple(
            token
            for at, token in enumerate(self.read)
            if not (token.term in self.voices.quoted and self._tells(at))
            and not (token.term and "of" in self.before(at, 1 + ("the" in self.before(at, 1))))
        )

    @cached_property
    def keys(self) -> frozenset[str]:
        """All by which its words may be known, but for what an outlet does: it recalls and describes."""
        does = {at + 1 for at, token in enumerate(self.read) if token.term in self.voices.outlets}
        return frozenset[str]().union(*(keys(token) for at, token in enumerate(self.read) if at not in does))

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words as they are written."""
        return frozenset(token.word for token in self.read)

    @property
    def denied(self) -> bool:
        """Whether anything is denied."""
        return bool(self.words & _DENYING)

    @property
    def counts(self) -> bool:
        """Whether it gives a number."""
        return any(word.isdigit() for word in self.words)

    def is_name(self, token: Token) -> bool:
        """Whether a word names somebody or some place: in the glossary, as a nation, or by its capital."""
        if token.term is not None:
            return self.lexicon.terms[token.term].kind in ACTORS | PLACES
        return nation(token.word) or token in self._capitals

    def names_one_of(self, token: Token, kinds: frozenset[str]) -> bool:
        """Whether a word is a term of some kinds."""
        return token.term is not None and self.lexicon.terms[token.term].kind in kinds

    def before(self, at: int, reach: int) -> frozenset[str]:
        """The words that stand before a place."""
        return frozenset(token.word for token in self.read[max(0, at - reach) : at])

    def root(self, token: Token) -> str:
        """The key of the one whom a name acts for: the country for its army."""
        return f"@{self.lexicon.roots[token.term]}" if token.term else token.key

    @cached_property
    def _capitals(self) -> frozenset[Token]:
        """Words that only a capital marks as names: in English, in a sentence in mixed case, and not at its start."""
        small = sum(token.surface[:1].islower() for token in self.read) > len(self.read) / 3
        return frozenset(self._capital() if small and self.lexicon.language.startswith("en") else ())

    def _capital(self) -> Iterator[Token]:
        for before, token in pairwise(self.read):
            plain = token.term is not None or before.word in {"a", "an"} or is_english(token.word)
            if token.surface[:1].isupper() and not plain:
                yield token

    def _counts(self, at: int) -> bool:
        token = self.read[at]
        if token.term is not None:
            return not (token.term in self.voices.outlets and self._tells(at))
        light = token.sense in _PASSING or token.word in _LIGHT | ESTIMATIVE | CERTAIN | _DENYING
        return token in self._capitals or (token.content and not light)

    def _tells(self, at: int) -> bool:
        """Whether a name stands beside a word for saying or publishing."""
        near = self.read[max(0, at - _NEAR) : at + 1 + _NEAR]
        return any(token.sense in _PASSING | {"publish"} or token.word in _TELLING for token in near)


def keys(token: Token) -> frozenset[str]:
    """All by which a word may be known elsewhere."""
    return frozenset({token.key, token.stem, token.meaning, *token.parts})


def _alone(token: Token, lexicon: Lexicon) -> Token:
    group = token.term is not None and lexicon.terms[token.term].kind == "group"
    return replace(token, parts=()) if group else token

"""The words that a pack knows."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.matching.normalise import Token


@dataclass(frozen=True)
class Vocabulary(Container[str]):
    """The words of one pack; `said` are those of its answers and glossary, `names` those that names have there.

    `usage` maps a word to the number of questions that have it, `pairs` are those that often stand side by side in
    questions, as two words with a space between.
    """

    words: frozenset[str]
    said: frozenset[str]
    names: frozenset[str]
    language: str = "en"
    usage: Mapping[str, int] = field(default_factory=dict)
    pairs: frozenset[str] = frozenset()

    @classmethod
    def of(cls, read: Iterable[Token], language: str, named: Iterable[Token] = ()) -> Vocabulary:
        """From the tokens of answers and of a glossary; `named` are those of its names."""
        known, capitals = list(read), {token.word for token in named if capitalised(token)}
        small = {token.word for token in known if token.surface.islower()} - capitals
        words = frozenset(token.word for token in known)
        return cls(words, words, words - small, language)

    def __contains__(self, word: object) -> bool:
        """Whether a word is known."""
        return word in self.words

    def with_words(self, words: Iterable[str]) -> Vocabulary:
        """The same vocabulary with more words."""
        return replace(self, words=self.words | frozenset(words))


def capitalised(token: Token) -> bool:
    """Whether a word begins with a capital, and has small letters behind."""
    return token.surface[:1].isupper() and not token.surface.isupper()

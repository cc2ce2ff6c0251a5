"""A phrasing with its words in their places, ready to be changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from zlib import crc32

from bot.matching.normalise import fold, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.matching.normalise import Token

T = TypeVar("T")


class Change(NamedTuple):
    """A changed text, and the words that make the difference."""

    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A token and the place where it is written, a possessive `'s` left out."""

    token: Token
    start: int
    end: int
    written: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One phrasing: its `original` text, the folded `text` that is changed, and its `words`.

    `said` are these folded, a name of several words being one; `owner` is its candidate's place among all.
    """

    original: str
    text: str
    words: tuple[Word, ...]
    said: tuple[str, ...]
    owner: int

    @classmethod
    def of(cls, original: str, read: Sequence[Token], owner: int) -> Asked:
        """Find the places of a phrasing's tokens; a phrasing that was only read in part has no words."""
        text = fold(original)
        places = list(_places(text, read))
        whole = len(places) == len(read)
        words = tuple(Word(t, s, e, text[s:e]) for t, (s, e) in zip(read, places, strict=True)) if whole else ()
        return cls(original, text, words, tuple(word.token.word for word in words), owner)

    def before(self, at: int, words: Iterable[str]) -> bool:
        """Whether one of some words stands before a word, an article between them not counted."""
        while at > 0 and self.words[at - 1].token.word in {"the", "a", "an"}:
            at -= 1
        return at > 0 and self.words[at - 1].token.word in words

    def put(self, *new: tuple[Word, str]) -> Change:
        """Other words in the places of some, in their case."""
        cased = [(word.start, word.end, self._cased(word.start, text)) for word, text in new]
        return Change(self._edited(cased), tuple(text for _, _, text in cased))

    def insert(self, before: Word, text: str) -> Change:
        """More words before one."""
        return Change(self._edited([(before.start, before.start, f"{text} ")]), (text,))

    def prefix(self, text: str) -> Change:
        """More words in front; the first word is no longer a sentence's first."""
        first = self.words[0]
        sentence = first.token.term is None and first.written.istitle() and len(first.written) > 1
        rest = self.text[:1].lower() + self.text[1:] if sentence else self.text
        return Change(f"{text} {rest}", (text,))

    def suffix(self, text: str) -> Change:
        """More words at the end, before its punctuation."""
        body = self.text.rstrip(" .?!")
        return Change(f"{body}{text}{self.text[len(body) :]}", (text.strip(" ,"),))

    def _edited(self, edits: list[tuple[int, int, str]]) -> str:
        text = self.text
        for start, end, new in sorted(edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _cased(self, start: int, text: str) -> str:
        if self.text.islower():
            return text.lower()
        return text[:1].upper() + text[1:] if start == 0 and self.text[:1].isupper() else text


def ordered(options: Iterable[T], seed: str) -> list[T]:
    """Options in an order that only they and the seed decide."""
    return sorted(options, key=lambda option: (crc32(f"{seed}\n{option}".encode("utf-8", "replace")), str(option)))


def _places(text: str, read: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Start and end of each token; both words of a contraction have its place."""
    start = end = left = 0
    for token in read:
        first = None
        for surface in token.surface.split(" "):
            if not left:
                start = text.find(surface, end)
                if start < 0:
                    return
                end, left = start + len(surface), _opened(surface)
            left -= 1
            first = start if first is None else first
        yield first or 0, end - 2 * token.surface.endswith("'s")


@lru_cache(maxsize=20_000)
def _opened(surface: str) -> int:
    return len(tokens(surface))

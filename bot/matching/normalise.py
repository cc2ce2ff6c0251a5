"""Text → tokens: Unicode folded, contractions opened, numbers as digits, words stemmed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from bot.matching.words import CONTRACTED, FILLER, IRREGULAR, NUMBERS, STOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAX_CHARACTERS = 2_000  # beyond any honest question; more would only cost time
_WORD = re.compile(r"\d+(?:[.,]\d+)*(?![^\W_])|[^\W_]+(?:'[^\W_]+)*")
_NOISE = re.compile(r"https?://\S+|<[@#:][^>\s]*>|```[a-z]*")
_HALF_A_DOZEN = re.compile(r"\bhalf(?:\s|-)+a(?:\s|-)+dozen\b", re.IGNORECASE)
_APOSTROPHES = str.maketrans("’ʼ‘`´′", "''''''")
_LETTERS = str.maketrans("ıİøØłŁđĐ", "iIoOlLdD")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as typed, folded (`word`), reduced (`stem`), and the glossary `term` or `sense` it has, if any.

    A spelling of several words is one token; `parts` are what its words mean one by one, so that nothing said is lost.
    """

    surface: str
    word: str
    stem: str
    term: str | None = None
    sense: str | None = None
    parts: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What two tokens that name the same share."""
        return f"@{self.term}" if self.term else self.stem

    @property
    def meaning(self) -> str:
        """What two tokens that mean nearly the same share."""
        return f"#{self.sense}" if self.sense else self.key

    @property
    def content(self) -> bool:
        """Whether the token carries a topic at all."""
        return self.term is not None or not (self.word in STOP or self.word in FILLER)


def fold(text: str) -> str:
    """Compatibility-decomposed, without marks and invisible characters, apostrophes straight; case kept. Idempotent."""
    if text.isascii() and text.isprintable():
        return text[:MAX_CHARACTERS].translate(_APOSTROPHES)
    decomposed = unicodedata.normalize("NFKD", text[:MAX_CHARACTERS])[:MAX_CHARACTERS]
    return "".join(c for c in decomposed if _visible(c)).translate(_LETTERS).translate(_APOSTROPHES)


def _visible(char: str) -> bool:
    return char in "\n\t" or unicodedata.category(char) not in {"Mn", "Cf", "Cc", "Cs", "Me"}


def tokens(text: str, language: str = "en") -> tuple[Token, ...]:
    """The words of a text in their order; links, mentions and code fences are not words."""
    folded = _HALF_A_DOZEN.sub("six", _NOISE.sub(" ", fold(text)))
    return tuple(token for written in _WORD.findall(folded) for token in _tokens(written, language))


@lru_cache(maxsize=50_000)
def _tokens(written: str, language: str) -> tuple[Token, ...]:
    stem = stemmer(language)
    return tuple(Token(surface, word, stem(word)) for surface, word in _open(written))


def _open(surface: str) -> Iterator[tuple[str, str]]:
    """A written word as the words it stands for: `didn't` is `did not`, `Iraq's` is `Iraq`, `six` is `6`."""
    word = surface.casefold()
    if word.endswith("n't"):
        word = word.replace("'", "")
    elif "'" in word and word.rpartition("'")[2] in {"s", "re", "ve", "ll", "d", "m"}:
        word = word.rpartition("'")[0]
    word = word.replace("'", "")
    for part in CONTRACTED.get(word, (word,)):
        yield surface, NUMBERS.get(part, part.replace(",", "") if part[:1].isdigit() else part)


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Snowball's stemmer of a language, with English's irregular forms led back first; cached by word."""
    import snowballstemmer  # type: ignore[import-untyped]  # noqa: PLC0415 - time that only a question needs

    name = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "tr": "turkish"}.get(language[:2])
    snowball = snowballstemmer.stemmer(name or "english")
    irregular = IRREGULAR if (name or "english") == "english" else {}
    alone = Lock()  # Snowball keeps the word that it works on in itself, and a pack is learnt while questions are read

    @lru_cache(maxsize=50_000)
    def stem(word: str) -> str:
        with alone:
            return str(snowball.stemWord(irregular.get(word, word)))

    return stem

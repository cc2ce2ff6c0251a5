"""English as a whole: which words it has, what they are forms of, and how much one of them says.

The words and their counts are those of symspellpy's frequency dictionary (82,834 words of books and web pages).
"""

from __future__ import annotations

import importlib.util
from functools import cache, lru_cache
from math import log10
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_EVERYDAY = 8.5  # log10 of the count of words like `people`, which nearly any question may hold
_TELLING = 6.0  # of words like `casualty`, from which on a word is what a question is about
_LEAST = 0.15  # what even an everyday word says


def is_english(word: str) -> bool:
    """Whether the dictionary has a word."""
    return word.encode("utf-8", "replace") in dictionary()


@lru_cache(maxsize=20_000)
def rarity(word: str) -> float:
    """How much a word says, from 0.15 for an everyday one to 1 for a rare or unknown one."""
    count = dictionary().get(word.encode("utf-8", "replace"))
    if count is None:
        return 1.0
    return min(1.0, max(_LEAST, (_EVERYDAY - log10(int(count))) / (_EVERYDAY - _TELLING)))


@cache
def dictionary() -> Mapping[bytes, bytes]:
    """The count of each word. Read once, in some 20 ms, it makes a question of a hundred unknown words a cheap one."""
    spec = importlib.util.find_spec("symspellpy")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    files = [path for folder in folders for path in Path(folder).glob("frequency_dictionary_en_*.txt")]
    words = files[0].read_bytes().split() if files else []
    return dict(zip(words[::2], words[1::2], strict=True))


def bases(word: str) -> frozenset[str]:
    """What a word may be a form of, itself among it."""
    return frozenset(word.removesuffix(ending) + more for ending, more in _BASES if word.endswith(ending))


def inflected(words: Iterable[str]) -> frozenset[str]:
    """Words with those of their inflections that English has, so that a slip in one of them is led to it."""
    stems = frozenset(base for word in words for base in bases(word) if len(base) >= _SHORTEST_BASE)
    return frozenset(form for base in stems for ending in _ENDINGS if is_english(form := base + ending))


_SHORTEST_BASE = 4
_BASES = (("", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("s", ""))
_ENDINGS = ("", "s", "ed", "d", "ing")

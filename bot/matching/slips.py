"""How words are mistyped: slips of the fingers, words as they sound, a space forgotten."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def exchanged(word: str) -> Iterator[str]:
    """The word with two neighbouring letters exchanged: `hti` for `hit`."""
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def doubled(word: str) -> Iterator[str]:
    """The word without the second of two like letters: `doo` for `do`."""
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)) if word[at] == word[at - 1] and len(word) > 2)  # noqa: PLR2004


def lacking(word: str) -> Iterator[str]:
    """The word with one letter more, but not before its first: `whn` for `when`."""
    return (word[:at] + letter + word[at:] for at in range(1, len(word) + 1) for letter in ascii_lowercase)


def parted(word: str) -> Iterator[tuple[str, str]]:
    """The word as two, each of two letters at least: `pastyear`."""
    return ((word[:at], word[at:]) for at in range(2, len(word) - 1))


def undoubled(word: str) -> frozenset[str]:
    """The form with the consonant doubled that should be: `putting` for `puting`, `slammed` for `slamed`."""
    short = _UNDOUBLED.fullmatch(word)
    return frozenset({f"{short[1]}{short[2]}{short[2]}{short[3]}"}) if short else frozenset()


def letters(word: str) -> str:
    """What words with the same letters share, however these are mixed up: `taht` and `that`."""
    return "".join(sorted(word))


def sound(word: str) -> str:
    """What words that sound nearly the same share: `witch` and `which`, `boarder` and `border`."""
    for spelt, said in _SPELT:
        word = spelt.sub(said, word)
    return word


def alike(word: str, other: str) -> bool:
    """Whether two words sound the same or have the same letters."""
    return letters(word) == letters(other) or sound(word) == sound(other)


_UNDOUBLED = re.compile(r"(\w*[^aeiou\W][aeiou])([bdglmnprt])(ing|ed|er)")
# In their order: what is spelt in several ways, then doubled letters, a silent `e`, and vowels that sound alike.
_SPELT = [
    (re.compile(spelt), said)
    for spelt, said in (
        ("^who", "ho"), ("wh", "w"), ("ph", "f"), ("tch", "ch"), ("ck", "k"), ("^kn", "n"), ("^wr", "r"), ("x", "ks"),
        ("c(?=[eiy])", "s"), ("c(?!h)", "k"), ("q", "k"), ("z", "s"), (r"([^aeiouy])\1+", r"\1"),
        ("(?<=...)e$", ""), ("ea?i|ey|a[iy]", "a"), ("e[ea]|ie|[iy]", "e"), ("o[aou]|ue|u", "o"),
    )
]  # fmt: skip

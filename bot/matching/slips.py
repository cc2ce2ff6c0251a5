"""Slips of the fingers in words too short to be guessed by their edits, and words typed without a space between."""

from __future__ import annotations

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

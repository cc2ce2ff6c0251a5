"""What two questions are compared by: words, pairs of words, and pieces of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.normalise import Token

SPACES = ("words", "pairs", "pieces")


def features(read: Sequence[Token]) -> tuple[list[str], list[str], list[str]]:
    """A question in the three spaces of `SPACES`: stems, stem bigrams with skips of one, character 2- to 5-grams."""
    keys = [token.key for token in read]
    return keys, _pairs(keys), [piece for token in read for piece in _pieces(token.word)]


def _pairs(keys: list[str]) -> list[str]:
    padded = ["^", *keys, "$"]
    near = [f"{a} {b}" for a, b in zip(padded, padded[1:], strict=False)]
    return near + [f"{a} _ {b}" for a, b in zip(padded, padded[2:], strict=False)]


def _pieces(word: str) -> list[str]:
    edged = f"<{word}>"
    return [edged[i : i + n] for n in range(2, 6) for i in range(len(edged) - n + 1)]

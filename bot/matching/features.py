"""What two questions are compared by: words, pairs of words, and pieces of words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.normalise import Token


def features(read: Sequence[Token]) -> tuple[list[str], list[str], list[str]]:
    """A question in three spaces: words, pairs and pieces.

    Stems with their senses, bigrams of senses with skips of one, and character 2- to 5-grams within words.
    """
    words = [word for token in read for word in dict.fromkeys((token.key, token.meaning, *token.parts))]
    return words, _pairs([token.meaning for token in read]), [piece for token in read for piece in _pieces(token.word)]


def _pairs(keys: list[str]) -> list[str]:
    padded = ["^", *keys, "$"]
    near = [f"{a} {b}" for a, b in pairwise(padded)]
    return near + [f"{a} _ {b}" for a, b in zip(padded, padded[2:], strict=False)]


def _pieces(word: str) -> list[str]:
    edged = f"<{word}>"
    return [edged[i : i + n] for n in range(2, 6) for i in range(len(edged) - n + 1)]

"""What two questions are compared by: words, pairs of words, and pieces of words."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.matching.normalise import Token

    Counted = tuple[NDArray[np.uint64], NDArray[np.float32]]


def features(read: Sequence[Token]) -> tuple[Counted, Counted, Counted]:
    """A question in three spaces, its features hashed and counted: words, pairs and pieces.

    Stems with their senses, bigrams of senses with skips of one, and character 2- to 5-grams within words.
    """
    return *plain_features(read), spelt([token.word for token in read])


def plain_features(read: Sequence[Token]) -> tuple[Counted, Counted]:
    """Its words and pairs alone."""
    words = [word for token in read for word in dict.fromkeys((token.key, token.meaning, *token.parts))]
    return counted(words), counted(_pairs([token.meaning for token in read]))


def counted(features: Iterable[str]) -> Counted:
    """Distinct features as hashes, with 1 + log of how often each stands there."""
    counts = Counter(map(hashed, features))
    keys = np.fromiter(counts, np.uint64, len(counts))
    return keys, 1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))


def spelt(words: Sequence[str]) -> Counted:
    """The pieces of some words as hashes, with how often each stands there: the sum of those of each word."""
    pieces, counts = np.unique(np.concatenate([_pieces(word) for word in words] or [_pieces("")]), return_counts=True)
    return pieces, counts.astype(np.float32)


def hashed(feature: str) -> int:
    """A feature as a number of 32 bits, the same in every process."""
    return crc32(feature.encode("utf-8", "replace"))


def _pairs(keys: list[str]) -> list[str]:
    padded = ["^", *keys, "$"]
    near = [f"{a} {b}" for a, b in pairwise(padded)]
    return near + [f"{a} _ {b}" for a, b in zip(padded, padded[2:], strict=False)]


@lru_cache(maxsize=50_000)
def _pieces(word: str) -> NDArray[np.uint64]:
    edged = f"<{word}>"
    pieces = [hashed(edged[i : i + n]) for n in range(2, 6) for i in range(len(edged) - n + 1)]
    return np.array(pieces if word else [], np.uint64)

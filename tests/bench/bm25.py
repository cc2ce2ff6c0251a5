"""Okapi BM25 over phrasings, with Footnote's own stems."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING

from bot.matching.normalise import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

K1, B = 1.2, 0.75  # the usual values (Robertson & Zaragoza 2009)


class BM25:
    """An inverted index whose weights are reckoned once."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(token.stem for token in tokens(text)) for text in texts]
        mean = sum(count.total() for count in counts) / len(counts)
        holding = Counter(stem for count in counts for stem in count)
        self._weights: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, count in enumerate(counts):
            length = K1 * (1 - B + B * count.total() / mean)
            for stem, times in count.items():
                idf = log(1 + (len(counts) - holding[stem] + 0.5) / (holding[stem] + 0.5))
                self._weights[stem].append((at, idf * times * (K1 + 1) / (times + length)))

    def best(self, text: str) -> tuple[int, float]:
        """The text most like a question, by its place, and its score; the first with 0 where none shares a word."""
        scores: defaultdict[int, float] = defaultdict(float, {0: 0.0})
        for stem in {token.stem for token in tokens(text)}:
            for at, weight in self._weights.get(stem, ()):
                scores[at] += weight
        return max(scores.items(), key=lambda pair: pair[1])

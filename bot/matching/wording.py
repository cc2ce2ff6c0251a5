"""What in the wording of a question may tell whether a candidate answers it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.matching.answer_kind import kinds
from bot.matching.features import hashed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from bot.matching.account import Account
    from bot.matching.normalise import Token

    Keys = NDArray[np.uint64]

TOPICS: Final = 24  # words with a topic that are paired: more than any question has, and the pairs grow with the square
_ENDS = "^", "$"


@dataclass(frozen=True, eq=False)
class Wording:
    """A question's tokens, with the hashes of all that it says and how (`said`): of any candidate, or of one."""

    read: Sequence[Token]
    said: Keys

    @classmethod
    def of(cls, read: Sequence[Token]) -> Wording:
        """Words, runs of two and three, pairs with one word or more between, and the kinds of answer asked for."""
        return cls(read, _hashes(_tells(read)))

    def tells(self, at: int, account: Account, without: Sequence[Token] = ()) -> Keys:
        """What it says at all, what it says of candidate number `at`, and what it says that this one never does.

        `without` is a phrasing of the candidate that is left out of its account.
        """
        own = np.uint64(at + 1 << 32)
        lacking = _hashes(_lacking(self.read, account, without))
        return np.concatenate([self.said, self.said | own, [own], lacking])


def _hashes(tells: Iterable[str]) -> Keys:
    distinct = {hashed(tell) for tell in tells}
    return np.fromiter(distinct, np.uint64, len(distinct))


def _tells(read: Sequence[Token]) -> Iterator[str]:
    yield from (f"={token.key}" for token in read)
    yield from (f"?{kind}" for kind in kinds(read))
    words = [_ENDS[0], *(token.meaning for token in read), _ENDS[1]]
    yield from words[1:-1]
    for length in (2, 3):
        yield from (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))
    yield from (f"{a} _ {b}" for a, b in zip(words, words[2:], strict=False))
    topics = [token.meaning for token in read if token.content][:TOPICS]
    yield from (f"{a} … {b}" for a, b in combinations(topics, 2))


def _lacking(read: Sequence[Token], account: Account, without: Sequence[Token]) -> Iterator[str]:
    for token in account.lacking(read, without):
        yield f"-{token.meaning}"
        yield "-topic …" if token.content else "-word …"

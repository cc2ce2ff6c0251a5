"""A pack's phrasings as examples to learn from: what each is compared by, and which candidate it belongs to.

Of a very large pack some are left aside: what a question is like, a fair sample tells as well, and in less time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from bot.matching.candidates import rivals
from bot.matching.features import features
from bot.matching.nearest import Runs
from bot.matching.worded import sampled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.matching.account import Account
    from bot.matching.candidates import Candidate
    from bot.matching.features import Counted
    from bot.matching.normalise import Token
    from bot.matching.worded import Worded

# Phrasings tried, and a third as many look-alikes; and the rows that the regression is over: of more, it takes some.
# Wording and near copies are learnt from all. A curator's look-alikes give more to learn: with them thrice as many are
# tried, and twice as many indexed. When the shipped pack had 45,700 rows, that took the development questions answered
# at its own floor from 80 to 84 in a hundred; trying six times as many, or indexing all, gave no more.
MOST = 1600
INDEXED = 12_000
NOBODY = -1  # owner of a phrasing that no candidate answers (`not`)


@dataclass(frozen=True, eq=False)
class Examples:
    """Phrasings, then look-alikes (`not`): one row each.

    `owners[row]` is the candidate that a phrasing asks for, `refusers[row]` the one that a look-alike is not answered
    by; each is NOBODY for the other kind of row. `features` are those of each row in three spaces, `statements` the
    words of what each candidate says.
    """

    found: Sequence[Candidate]
    accounts: Sequence[Account]
    reads: Sequence[tuple[Token, ...]]
    features: Sequence[tuple[Counted, ...]]
    statements: Sequence[Counted]
    owners: NDArray[np.int32]
    refusers: NDArray[np.int32]

    @classmethod
    def of(cls, found: Sequence[Candidate], worded: Sequence[Worded], accounts: Sequence[Account]) -> Examples:
        """The examples of a pack's candidates, as they are worded and what they account for."""
        part = share(found)
        worded = [one.sampled(part) for one in worded]
        asked = [(read, at) for at, one in enumerate(worded) for read in one.phrasings]
        refused = [(read, at) for at, one in enumerate(worded) for read in one.look_alikes]
        reads = [read for read, _ in asked + refused]
        owners = np.array([at for _, at in asked] + [NOBODY] * len(refused), np.int32)
        refusers = np.array([NOBODY] * len(asked) + [at for _, at in refused], np.int32)
        seen = [features(read) for read in reads]
        statements = [features(one.statement)[0] for one in worded]
        return cls(found, accounts, reads, seen, statements, owners, refusers)

    @property
    def asked(self) -> NDArray[np.int64]:
        """The rows that some candidate answers or declares a gap."""
        return np.flatnonzero(self.owners >= 0)

    @cached_property
    def able(self) -> NDArray[np.int64]:
        """The candidates that can answer."""
        return np.flatnonzero([candidate.answers for candidate in self.found])

    @cached_property
    def gaps(self) -> NDArray[np.bool_]:
        """Marks the candidates that can't answer."""
        return np.array([not candidate.answers for candidate in self.found], bool)

    @property
    def told(self) -> bool:
        """Whether a curator has told what is not answered."""
        return bool(len(self.refusing) or self.gaps.any())

    @cached_property
    def rivals(self) -> NDArray[np.bool_]:
        """For each candidate those that it is to be told apart from."""
        return rivals(self.found)

    @cached_property
    def refusing(self) -> NDArray[np.int64]:
        """The candidates that have look-alikes."""
        return np.unique(self.refusers[self.refusers >= 0]).astype(np.int64)

    @cached_property
    def runs(self) -> Runs:
        """The rows in runs of one candidate's."""
        return Runs.of(np.maximum(self.owners, self.refusers).astype(np.int64), self.owners >= 0)

    @property
    def targets(self) -> NDArray[np.float32]:
        """One-hot owners, then one-hot refusers: shape (rows, candidates + refusing)."""
        targets = np.zeros((len(self.owners), len(self.found) + len(self.refusing)), np.float32)
        targets[self.asked, self.owners[self.asked]] = 1
        alike = np.flatnonzero(self.refusers >= 0)
        targets[alike, len(self.found) + np.searchsorted(self.refusing, self.refusers[alike])] = 1
        return targets

    @cached_property
    def whole(self) -> NDArray[np.bool_]:
        """Marks some evenly spread candidates all of whose phrasings are tried, so that they can be left out whole."""
        step = max(1, round(2 * len(self.asked) / self._most))
        marks: NDArray[np.bool_] = np.arange(len(self.found)) % step == 0
        return marks

    @cached_property
    def tried(self) -> NDArray[np.int64]:
        """The rows to learn the confidence from: all of some candidates, some of every other, and some look-alikes."""
        entire = self.asked[self.whole[self.owners[self.asked]]]
        others = self.asked[:: max(1, round(2 * len(self.asked) / self._most))]
        alike = np.flatnonzero(self.refusers >= 0)
        return np.unique(np.concatenate([entire, others, alike[:: max(1, round(3 * len(alike) / self._most))]]))

    @property
    def _most(self) -> int:
        return 3 * MOST if len(self.refusing) else MOST


def share(found: Sequence[Candidate]) -> float:
    """The part of a pack's phrasings and look-alikes that are examples."""
    asked, refused = (sum(len(getattr(one, texts)) for one in found) for texts in ("asks", "not_"))
    return min(1.0, (2 if refused else 1) * INDEXED / max(1, asked + refused))


def places(found: Sequence[Candidate]) -> NDArray[np.int64]:
    """Where the rows of `Examples` stand among all phrasings and look-alikes of a pack."""
    counts = [*(len(candidate.asks) for candidate in found), *(len(candidate.not_) for candidate in found)]
    starts = np.cumsum([0, *counts])[:-1].tolist()
    part = share(found)
    kept = [start + at for start, count in zip(starts, counts, strict=True) for at in sampled(range(count), part)]
    return np.array(kept, np.int64)


def texts(found: Sequence[Candidate]) -> tuple[str, ...]:
    """The texts of the rows of `Examples`, in their order."""
    part = share(found)
    return (
        *(ask for candidate in found for ask in sampled(candidate.asks, part)),
        *(text for candidate in found for text in sampled(candidate.not_, part)),
    )

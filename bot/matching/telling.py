"""What a discriminant learns from: what a candidate answers, and what it doesn't.

It answers its phrasings. It doesn't answer its look-alikes, questions of gaps, flips, or phrasings of candidates that
are easily mistaken for it. Phrasings, each beside one of these, also teach which of several candidates is asked.
"""

from __future__ import annotations

from collections import Counter
from itertools import cycle
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bot.matching.discriminant import CrossFitted
from bot.matching.flips import TAUGHT, TRIED, flips
from bot.matching.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.matching.evidence import Index, Matrix
    from bot.matching.flips import Known
    from bot.matching.normalise import Token
    from bot.matching.wording import Keys

    Read = tuple[Token, ...]

ASKED: Final = 12  # questions of a gap that are ranked; the others are held in turn
NEXT: Final = 3  # against what these come nearest to
FEWEST: Final = 300  # look-alikes and questions of gaps: at 370 a pack gained nothing by them, at 740 seven points
# Rivals that a candidate's phrasings are held against in turn, each phrasing against one. Against two or four, or each
# against the very nearest, development questions went no better.
CONFUSED: Final = 6


class Told(NamedTuple):
    """A question held against candidate number `at`: whether it answers, and if not, whether another one does."""

    read: Read
    at: int
    right: bool
    rival: bool = False

    @property
    def signs(self) -> tuple[int, int]:
        """What it is an example of, as `CrossFitted.fit` takes it."""
        sign = 1 if self.right else -1
        return sign, sign if self.right or self.rival else 0


def tell_apart(index: Index, known: Known, confusion: Matrix) -> CrossFitted:
    """The discriminants of a pack: with a phrasing's own words out of its candidate's account.

    `confusion` tells how strongly each candidate's phrasings are taken for every rival, shape (candidates, candidates).
    A pack that has too few to learn from has none.
    """
    told = list(_asked(index, known))
    if sum(not one.right for one in told) < FEWEST:
        return CrossFitted.none()
    told += [*_rivals(known, confusion), *_flips(known)]
    signs = np.array([one.signs for one in told], np.int8)
    return CrossFitted.fit([one.read for one in told], _tells(told, known), signs)


def _tells(told: Sequence[Told], known: Known) -> Iterator[Keys]:
    """What each question says of the candidate that it is held against."""
    said: dict[int, Wording] = {}
    for one in told:
        if id(one.read) not in said:
            said[id(one.read)] = Wording.of(one.read)
        yield said[id(one.read)].tells(one.at, known.accounts[one.at], one.read if one.right else ())


def _asked(index: Index, known: Known) -> Iterator[Told]:
    """Every phrasing, look-alike and question of a gap, what it is held against, and whether that answers it."""
    able = np.flatnonzero([candidate.answers for candidate in known.found])
    for at, (candidate, one) in enumerate(zip(known.found, known.worded, strict=True)):
        if candidate.answers:
            yield from (Told(read, at, right=True) for read in one.phrasings)
        elif len(able):
            yield from (
                Told(read, near, right=False)
                for read, near in zip(one.phrasings, _mistaken(index, one.phrasings, able), strict=False)
            )
        yield from (Told(read, at, right=False) for read in one.look_alikes)


def _mistaken(index: Index, asked: Sequence[Read], able: NDArray[np.int64]) -> Iterator[int]:
    """What could answer and comes nearest to each question of a gap, in their order, for ever."""
    ranked = [able[np.argsort(-index.evidence(read).scores[able], kind="stable")[:NEXT]] for read in asked[:ASKED]]
    yield from (int(nearest[0]) for nearest in ranked)
    often = Counter[int]()
    for nearest in ranked:
        often.update({int(at): 1 / place for place, at in enumerate(nearest, 1)})
    yield from cycle([at for at, _ in often.most_common(NEXT)])


def _rivals(known: Known, confusion: Matrix) -> Iterator[Told]:
    """Phrasings, each held against one of those that its candidate is most easily mistaken for."""
    for candidate, one, scores in zip(known.found, known.worded, confusion, strict=True):
        nearest = [int(at) for at in np.argsort(-scores, kind="stable")[:CONFUSED] if scores[at] > 0]
        if candidate.answers and nearest:
            yield from (
                Told(read, at, right=False, rival=True) for read, at in zip(one.phrasings, cycle(nearest), strict=False)
            )


def _flips(known: Known) -> Iterator[Told]:
    """Phrasings turned round."""
    places = {candidate.id: at for at, candidate in enumerate(known.found)}
    made = flips(known, TAUGHT, TRIED)
    return (Told(known.lexicon.read(flip.text), places[flip.candidate], right=False) for flip in made)

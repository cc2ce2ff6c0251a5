"""What a discriminant learns from: phrasings that a candidate answers; look-alikes, gaps and flips that it doesn't."""

from __future__ import annotations

from collections import Counter
from itertools import repeat
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.matching.discriminant import CrossFitted
from bot.matching.flips import TAUGHT, TRIED, flips
from bot.matching.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from bot.matching.evidence import Index
    from bot.matching.flips import Known
    from bot.matching.normalise import Token

    Read = tuple[Token, ...]
    Told = tuple[Read, int, bool]

ASKED: Final = 12  # questions of a gap that are ranked; the others are held against what most of these come nearest to
FEWEST: Final = 300  # look-alikes and questions of gaps: at 370 a pack gained nothing by them, at 740 seven points


def tell_apart(index: Index, known: Known) -> CrossFitted:
    """The discriminants of a pack: with a phrasing's own words out of its candidate's account.

    A pack that has too few to learn from has none.
    """
    told = list(_asked(index, known))
    if sum(not right for _, _, right in told) < FEWEST:
        return CrossFitted.none()
    told += _flips(known)
    tells = [Wording.of(read).tells(at, known.accounts[at], read if right else ()) for read, at, right in told]
    reads = [read for read, _, _ in told]
    return CrossFitted.fit(reads, tells, np.array([right for _, _, right in told], bool))


def _asked(index: Index, known: Known) -> Iterator[Told]:
    """Every phrasing and look-alike, the candidate that it is held against, and whether that one answers it."""
    able = np.flatnonzero([candidate.answers for candidate in known.found])
    for at, (candidate, one) in enumerate(zip(known.found, known.worded, strict=True)):
        if candidate.answers:
            yield from ((read, at, True) for read in one.phrasings)
        elif len(able):
            yield from (
                (read, near, False)
                for read, near in zip(one.phrasings, _mistaken(index, one.phrasings, able), strict=False)
            )
        yield from ((read, at, False) for read in one.look_alikes)


def _mistaken(index: Index, asked: Sequence[Read], able: NDArray[np.int64]) -> Iterator[int]:
    """What could answer and comes nearest to each question of a gap, in their order, for ever."""
    scores = (index.evidence(read).scores for read in asked[:ASKED])
    nearest = [int(able[score[able].argmax()]) for score in scores]
    yield from nearest
    yield from repeat(Counter(nearest).most_common(1)[0][0])


def _flips(known: Known) -> Iterator[Told]:
    """Phrasings turned round."""
    places = {candidate.id: at for at, candidate in enumerate(known.found)}
    return ((known.lexicon.read(flip.text), places[flip.candidate], False) for flip in flips(known, TAUGHT, TRIED))

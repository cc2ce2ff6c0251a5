"""What a discriminant learns from: phrasings that a candidate answers, look-alikes and gaps that it does not."""

from __future__ import annotations

from collections import Counter
from itertools import repeat
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.matching.discriminant import CrossFitted
from bot.matching.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.matching.evidence import Index
    from bot.matching.examples import Examples

ASKED: Final = 12  # questions of a gap that are ranked; the others are held against what most of these come nearest to


def tell_apart(examples: Examples, index: Index) -> CrossFitted:
    """The discriminants of a pack: with a phrasing's own words out of its candidate's account."""
    if not len(examples.able):
        return CrossFitted.none()
    mistaken = {gap: list(_mistaken(examples, index, gap)) for gap in np.flatnonzero(examples.gaps).tolist()}
    told, right = [], []
    for row, read in enumerate(examples.reads):
        owner = int(examples.owners[row])
        answers = owner >= 0 and not examples.gaps[owner]
        at = int(examples.refusers[row]) if owner < 0 else owner if answers else mistaken[owner].pop(0)
        told.append(Wording.of(read).tells(at, examples.accounts[at], read if answers else ()))
        right.append(answers)
    return CrossFitted.fit(told, np.array(right, bool))


def _mistaken(examples: Examples, index: Index, gap: int) -> Iterator[int]:
    """What could answer and comes nearest to each question of a gap, in their order."""
    rows = np.flatnonzero(examples.owners == gap)
    scores = (index.evidence(examples.reads[row]).scores for row in rows[:ASKED])
    nearest = [int(examples.able[score[examples.able].argmax()]) for score in scores]
    yield from nearest
    yield from repeat(Counter(nearest).most_common(1)[0][0], len(rows) - len(nearest))

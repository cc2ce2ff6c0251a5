"""Two entries that give the same answer: one of them is a phrasing of the other."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from bot.curation.findings import Finding
from bot.knowledge.nearest import shown
from bot.knowledge.runs import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.curation.findings import Desk

ALIKE: Final = 0.8
"""Share of their words (Jaccard) from which two answers are the same to a reader."""


def find(desk: Desk) -> Iterator[Finding]:
    """Compare every answer with every other."""
    spoken = [(entry, frozenset(words(entry.answer))) for entry in desk.pack.entries]
    for (first, one), (second, other) in combinations(spoken, 2):
        if len(one & other) >= ALIKE * len(one | other):
            what = f"{shown(second.id)} answers almost word for word like {shown(first.id)}"
            yield Finding(second.place, what, "make one of them a phrasing of the other, or say what differs")

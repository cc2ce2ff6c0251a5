"""Trials: questions of which a pack knows the outcome, held against the candidate that it would take for the best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from bot.matching.calibration import Calibration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Kind = Literal["phrasing", "reworded", "entry out", "gap out", "gap", "look-alike", "flip"]

# What readers ask, as far as the development questions tell: three in five can be answered, one of these nearly in the
# words of a phrasing, and of the others most are near misses or false premises. A pack that lacks a kind has more of
# those like it, so that both sums stay.
ANSWERABLE: Final[dict[Kind, float]] = {"phrasing": 0.4, "reworded": 0.2}
VAIN: Final[dict[Kind, float]] = {"entry out": 0.05, "gap out": 0.05, "gap": 0.12, "look-alike": 0.12, "flip": 0.06}


@dataclass(frozen=True, slots=True)
class Trial:
    """The signals of the best candidate for a question of some kind, and whether it was right."""

    kind: Kind
    signals: NDArray[np.float64]
    right: bool


def calibrate(found: Sequence[Trial]) -> Calibration:
    """The calibration that trials teach; a cautious one where there is too little to learn from."""
    if len({trial.right for trial in found}) < 2:  # noqa: PLR2004 - nothing to tell apart
        return Calibration.cautious()
    rows = np.array([trial.signals for trial in found])
    right = np.array([trial.right for trial in found], np.float64)
    return Calibration.fit(rows, right, shares([trial.kind for trial in found]) * len(found))


def shares(kinds: Sequence[Kind]) -> NDArray[np.float64]:
    """The weight of each trial, by its kind: two in five are unanswerable, whatever kinds there are."""
    count = {kind: kinds.count(kind) for kind in set(kinds)}
    weight: dict[Kind, float] = {}
    for group in (ANSWERABLE, VAIN):
        there = {kind: share for kind, share in group.items() if kind in count}
        for kind, share in there.items():
            weight[kind] = share * sum(group.values()) / sum(there.values()) / count[kind]
    return np.array([weight[kind] for kind in kinds])

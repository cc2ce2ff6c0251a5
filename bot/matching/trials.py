"""Trials: questions of which a pack knows the outcome, held against the candidate that it would take for the best."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from bot.matching.calibration import CURATED, PLAIN, Calibration
from bot.matching.guards import GUARDS
from bot.matching.signals import SIGNALS

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from numpy.typing import NDArray

    Kind = Literal["phrasing", "reworded", "entry out", "gap out", "gap", "look-alike", "flip"]

# What readers ask, as far as the development questions tell: three in five can be answered, one of these nearly in the
# words of a phrasing, and of the others most are near misses or false premises. A pack that lacks a kind has more of
# those like it, so that both sums stay.
ANSWERABLE: Final[dict[Kind, float]] = {"phrasing": 0.4, "reworded": 0.2}
VAIN: Final[dict[Kind, float]] = {"entry out": 0.05, "gap out": 0.05, "gap": 0.12, "look-alike": 0.12, "flip": 0.06}
TOLD: Final[frozenset[Kind]] = frozenset(
    {"gap", "gap out", "look-alike"}
)  # kinds that a curator wrote down as not answered
FOLDS: Final = 3
CLOSE: Final = frozenset({"close", "close lead"})
FEWEST: Final = 300  # trials from which on a pack can tell its risk: below, a single one would set it


@dataclass(frozen=True, slots=True)
class Trial:
    """The signals of the best candidate for a question of some kind, and whether it was right.

    `about` tells whether it is what the question is about, whatever else the question presumes.
    """

    kind: Kind
    signals: NDArray[np.float64]
    right: bool
    about: bool = False


def fair(found: Sequence[Trial]) -> list[Trial]:
    """The trials that tell what readers will ask; without flips and guards, unless the pack has gaps or look-alikes.

    Those tell more than how much a question says, which then counts for nothing. How close the single closest phrasing
    is in meaning, a few trials do not tell.

    What a question looks like that is near a phrasing and yet not answered, only these show: flips alone would make
    all that is near suspicious. On public sets without any that cost 2 to 10 points of AUROC, and what the guards find
    cost 0.3, or 9 where an entry has but one phrasing.
    """
    told = _told(found)
    kept = [trial for trial in found if told or trial.kind != "flip"]
    few = CLOSE if len(kept) < FEWEST else frozenset[str]()
    names = few | (frozenset({"said"}) if told else frozenset(GUARDS))
    return [replace(trial, signals=_without(names, trial.signals)) for trial in kept]


def calibrate(found: Sequence[Trial]) -> Calibration:
    """The calibration that fair trials teach; a cautious one where there is too little to learn from.

    Trees are grown where a curator has told what is not answered; elsewhere they find patterns in what is merely far.
    """
    if len({trial.right for trial in found}) < 2:  # noqa: PLR2004 - nothing to tell apart
        return Calibration.cautious(_prior(found))
    rows = np.array([trial.signals for trial in found])
    right = np.array([trial.right for trial in found], np.float64)
    weight = shares([trial.kind for trial in found]) * len(found)
    return Calibration.fit(rows, right, weight, _prior(found), grow=_told(found))


def topical(found: Sequence[Trial]) -> Calibration:
    """How likely a candidate is what a question is about, though it presumes what is not so.

    Learnt from flips beside what is asked plainly and what has no candidate. Look-alikes tell nothing: a curator may
    have written down a false premise, or another question.
    """
    rows = [(_without({"said", *GUARDS}, trial.signals), trial.about) for trial in found if trial.kind != "look-alike"]
    if len({about for _, about in rows}) < 2:  # noqa: PLR2004 - nothing to tell apart
        return Calibration.cautious(_prior(found))
    signals, about = np.array([signals for signals, _ in rows]), np.array([about for _, about in rows], np.float64)
    return Calibration.fit(signals, about, np.ones(len(rows)), _prior(found))


def _prior(found: Sequence[Trial]) -> NDArray[np.float64]:
    return CURATED if _told(found) else PLAIN


def _told(found: Sequence[Trial]) -> bool:
    return any(trial.kind in TOLD for trial in found)


def _without(names: Container[str], signals: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where([name in names for name in SIGNALS], 0.0, signals)


def risk(found: Sequence[Trial]) -> NDArray[np.float64]:
    """How often it goes wrong, of all fair trials at their weights, to answer from confidence k/100 on: shape (101,).

    Each trial is judged by a calibration that has not seen it. Empty where there is too little to learn from.
    """
    if len(found) < FEWEST or len({trial.right for trial in found}) < 2:  # noqa: PLR2004 - nothing to tell apart
        return np.empty(0)
    fold, weight = np.arange(len(found)) % FOLDS, shares([trial.kind for trial in found])
    signals, sure = np.array([trial.signals for trial in found]), np.zeros(len(found))
    for one in range(FOLDS):
        others = [trial for trial, at in zip(found, fold, strict=True) if at != one]
        sure[fold == one] = calibrate(others).probability(signals[fold == one])
    wrong = np.where([trial.right for trial in found], 0.0, weight)
    return np.array([wrong[sure >= floor / 100].sum() for floor in range(101)])


def shares(kinds: Sequence[Kind]) -> NDArray[np.float64]:
    """The weight of each trial, by its kind: two in five are unanswerable, whatever kinds there are."""
    count = {kind: kinds.count(kind) for kind in set(kinds)}
    weight: dict[Kind, float] = {}
    for group in (ANSWERABLE, VAIN):
        there = {kind: share for kind, share in group.items() if kind in count}
        for kind, share in there.items():
            weight[kind] = share * sum(group.values()) / sum(there.values()) / count[kind]
    return np.array([weight[kind] for kind in kinds])

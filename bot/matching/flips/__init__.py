"""The flip factory: a pack's own phrasings, changed so that they must not be answered, or so that they still must.

Everything is made from the pack alone and chosen by content, so that two runs give the same.
"""

from __future__ import annotations

from bot.matching.flips.factory import FLIPS, LEARNT, PERTURBATIONS, TAUGHT, TRIED, flips, perturbations
from bot.matching.flips.known import Known
from bot.matching.flips.made import Flip, Perturbation

__all__ = [
    "FLIPS",
    "LEARNT",
    "PERTURBATIONS",
    "TAUGHT",
    "TRIED",
    "Flip",
    "Known",
    "Perturbation",
    "flips",
    "perturbations",
]

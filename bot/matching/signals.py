"""The few numbers from which the probability of being right is computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.matching.discriminant import UNTOLD
from bot.matching.english import rarity
from bot.matching.guards import GUARDS
from bot.matching.nearest import DEPTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    from bot.matching.discriminant import Logits
    from bot.matching.evidence import Evidence
    from bot.matching.guards import Conflict
    from bot.matching.normalise import Token

_LITTLE = 0.1  # keeps the share of nothing at nothing
EVEN = 0.1  # keeps the ratio of two near-zero scores near zero
_EVIDENCE: Final = {
    "score": 1,
    "lead": 1,
    "gap": 1,
    "unaccounted": -1,
    "kind fit": 1,
    "look-alike": -1,
    "nearest": 1,
    "nearest three": 1,
    "close": 1,
    "close lead": 1,
    "whole": 1,
    "said": 1,
    "wording": 1,
    "choice": 1,
}
SIGNALS: Final = _EVIDENCE | dict.fromkeys(GUARDS, -1)
"""The signals in their order, each with its sense: 1 speaks for being right, -1 against it."""
UNACCOUNTED: Final = list(SIGNALS).index("unaccounted")


@dataclass(frozen=True, eq=False)
class Standing:
    """One candidate in a question's evidence.

    `rivals` marks the candidates it is to be told apart from, `opposed` the gaps (for a gap: all that answer);
    `wording` is how far the question's wording speaks for it: for its answering at all, and for it rather than a
    rival; `barred` is a candidate that the pack is taken not to have.
    """

    at: int
    evidence: Evidence
    rivals: NDArray[np.bool_]
    opposed: NDArray[np.bool_]
    wording: Logits = UNTOLD
    barred: int | None = None


def signals(read: Sequence[Token], *standings: Standing) -> NDArray[np.float64]:
    """The signals of candidates for a question, as if no guard had found anything: shape (standings, signals)."""
    said = max(_LITTLE, _said(read))
    against: dict[tuple[int, int | None], tuple[NDArray[np.float32], float]] = {}
    out = np.zeros((len(standings), len(SIGNALS)))
    for row, one in zip(out, standings, strict=True):
        whom = one.opposed, one.barred
        whose = id(one.opposed), one.barred  # the same for most candidates, and the longest to find
        if whose not in against:
            near, close = (seen.against(*whom) for seen in (one.evidence.nearest, one.evidence.closest))
            against[whose] = near, float(close[0])
        row[: len(_EVIDENCE)] = _evidence(said, one, *against[whose])
    return out


def guarded(seen: NDArray[np.float64], found: Sequence[Conflict]) -> NDArray[np.float64]:
    """The same signals with what the guards found."""
    named = {conflict.guard for conflict in found}
    return np.array([*seen[: len(_EVIDENCE)], *(float(guard in named) for guard in GUARDS)], np.float64)


def excused(seen: NDArray[np.float64], read: Sequence[Token], strange: Sequence[Token]) -> NDArray[np.float64]:
    """The same signals without some strange words that a guard has named: a false detail makes it no other question."""
    said, apart = _said(read), _said(strange)
    lacking = max(0.0, seen[UNACCOUNTED] * said - apart) / max(_LITTLE, said - apart)
    return np.where(np.arange(len(seen)) == UNACCOUNTED, lacking, seen)


def lead(score: ArrayLike, rival: ArrayLike) -> NDArray[np.float64]:
    """How far scores lead their best rivals: the share of each in both, near 0 where both are near 0."""
    both = np.add(score, rival) + EVEN
    return np.asarray(score / np.maximum(both, EVEN), np.float64)


def _evidence(said: float, standing: Standing, against: NDArray[np.float32], refused: float) -> tuple[float, ...]:
    evidence, at = standing.evidence, standing.at
    score = float(evidence.scores[at])
    own, close = evidence.nearest.own(at), float(evidence.closest.own(at)[0])
    return (
        score,
        float(lead(score, evidence.scores[standing.rivals].max(initial=0.0))),
        score - float(evidence.scores[standing.opposed].max(initial=0.0)),
        float(evidence.missing[at]) / said,
        float(evidence.fit[at]),
        float(evidence.alike[at]),
        float(own[0] - against[0]),
        (sum(own.tolist()) - sum(against.tolist())) / DEPTH,
        close - refused,
        close - float(evidence.closest.beside(standing.rivals, standing.barred)[0]),
        float(evidence.whole[at]),
        said,
        *standing.wording,
    )


def _said(read: Sequence[Token]) -> float:
    """How much the words of a question say, taken together."""
    return sum(rarity(word) for word in {token.key: token.word for token in read if token.content}.values())

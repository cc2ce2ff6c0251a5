"""From evidence to a probability: a logistic regression learnt from the pack's own left-out phrasings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

SIGNALS = {"score": 1, "ratio": 1, "coverage": 1, "missing": -1, "kind": 1, "brevity": 0}
_PENALTY = 1e-2  # keeps weights finite where a small pack separates perfectly
_ROUNDS = 30
_CAUTIOUS = {"ratio": 4.0, "coverage": 4.0, "missing": -1.0}
_DOUBT = 4.5


@dataclass(frozen=True, eq=False)
class Calibration:
    """Weights over the standardised `SIGNALS`, bias last; a signal never counts against its sense (1, -1; 0 free)."""

    mean: Vector
    scale: Vector
    weights: Vector

    @classmethod
    def fit(cls, signals: Vector, right: Vector, share: Vector) -> Calibration:
        """The penalised likelihood's best; `signals` (rows, signals), `right` 0 or 1, `share` row weights."""
        mean, scale = signals.mean(axis=0), np.maximum(signals.std(axis=0), 1e-6)
        rows = np.column_stack([(signals - mean) / scale, np.ones(len(signals))])
        sense = np.array([*SIGNALS.values(), 0])
        used = np.ones(rows.shape[1], bool)
        weights = _newton(rows, right, share)
        while (against := used & (weights * sense < 0)).any():
            used &= ~against
            weights = np.zeros(rows.shape[1])
            weights[used] = _newton(rows[:, used], right, share)
        return cls(mean, scale, weights)

    @classmethod
    def cautious(cls) -> Calibration:
        """For a pack too small to learn from: only a question almost like a phrasing is trusted."""
        trust = np.array([_CAUTIOUS.get(name, 0.0) for name in SIGNALS])
        return cls(np.zeros(len(SIGNALS)), np.ones(len(SIGNALS)), np.append(trust, -_DOUBT))

    def probability(self, signals: Vector) -> Vector:
        """The probability of being right, for signals of shape (…, signals)."""
        standard = (signals - self.mean) / self.scale
        return _logistic(standard @ self.weights[:-1] + self.weights[-1])


def _logistic(x: Vector) -> Vector:
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


def _newton(rows: Vector, right: Vector, share: Vector) -> Vector:
    """Newton's method; the last column is the bias, which bears no penalty."""
    weights = np.zeros(rows.shape[1])
    penalty = _PENALTY * share.sum() * np.diag([*np.ones(rows.shape[1] - 1), 0.0])
    for _ in range(_ROUNDS):
        chance = _logistic(rows @ weights)
        slope = rows.T @ (share * (right - chance)) - penalty @ weights
        curve = (rows * (share * chance * (1 - chance))[:, None]).T @ rows + penalty
        weights = weights + np.linalg.solve(curve + 1e-9 * np.eye(len(curve)), slope)
    return weights

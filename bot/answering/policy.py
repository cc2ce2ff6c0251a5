"""How careful to be. Everything else that decides is learnt from the pack."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """Thresholds of the decision, all probabilities.

    `floor`: answer from here on; None takes the one that the pack's own left-out phrasings call for.
    `unsure`: from here on, and below the floor, offer a choice. `apart`: two candidates closer than this are both meant.
    """

    floor: float | None = None
    unsure: float = 0.25
    apart: float = 0.0


HIGH = 0.9
MEDIUM = 0.75

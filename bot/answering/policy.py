"""How careful to be. Everything else that decides is learnt from the pack."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """Thresholds of the decision, both probabilities: answer from `floor` on, offer a choice from `unsure` on.

    Set on the development questions (`footnote eval tests/eval/development.jsonl`), never on the evaluation set.
    """

    floor: float = 0.6
    unsure: float = 0.35


CAREFUL = Policy()
HIGH, MEDIUM = 0.9, 0.75
"""Confidence from which a match is called high or medium: nine in ten, and three in four, or more, are right there."""

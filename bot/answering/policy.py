"""How careful to be: which confidence is enough. Everything else that decides is learnt from the pack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

CAUTION: Final = 1.5
"""How many wrong answers in a hundred questions are tolerable, unless a setting says otherwise.

A wrong answer costs more than ten that are held back. On questions written apart from the pack, each wrong one that 1.5
avoids beside 2 costs two to four right ones; beside 1.5, each that 1 avoids costs five to eight.
"""
HARDER: Final = 1.6
HARDER_IN_MEANING: Final = 1.4
"""How many times as often a pack goes wrong over its own trials as over readers' questions, at the same confidence.

Over questions to the shipped pack by four hands who saw only the article, whom nobody had looked at before: 1.2 to 2.7
times by words, 1 to 2.5 with the small model, between the floors 0.55 and 0.8; on public sets 1.5 to 6 times. At 1.6 it
goes wrong about as often as was said there, by words, and a third more often with the model.
"""
LEANING: Final = 0.9
"""What part of the floor is enough for a follow-up that names nothing: it is read with words asked for another answer.

Of 268 follow-ups by three hands, 7 more are answered right by words, and 9 with the small model, than at the floor
itself; none and one more wrongly.
"""
_FLOOR, _FOLLOW_UP = 0.6, 0.45  # for a pack that has nothing to try itself on


@dataclass(frozen=True, slots=True)
class Policy:
    """Thresholds of the decision, all probabilities: answer from `floor` on, offer a choice from `unsure` on.

    A follow-up that names nothing is answered from `follow_up` on, and what a curator wrote down word for word at any
    confidence. `tried` tells that the floor is from the pack's own trials, so that its confidence is to be believed.
    """

    floor: float = _FLOOR
    unsure: float = 0.35
    follow_up: float = _FOLLOW_UP
    tried: bool = False

    @classmethod
    def of(cls, caution: float, risk: Sequence[float], *, meaning: bool = False) -> Policy:
        """The policy for a pack that goes wrong in `risk[k]` of its trials when it answers from confidence k/100 on.

        `meaning` tells that likeness in meaning counts in its confidence, too.
        """
        harder = HARDER_IN_MEANING if meaning else HARDER
        tolerable = (at / 100 for at, wrong in enumerate(risk) if wrong <= harder * caution / 100)
        if not len(risk):
            return cls()
        floor = next(tolerable, 1.0)
        return cls(floor, min(cls().unsure, floor), LEANING * floor, tried=True)


HIGH, MEDIUM = 0.9, 0.75
"""Confidence from which a match is called high or medium: nine in ten, and three in four, or more, are right there."""

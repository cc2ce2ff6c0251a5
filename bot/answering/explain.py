"""Why a reply came out as it did, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.signals import SIGNALS
from bot.model.reply import Verdict, Why

if TYPE_CHECKING:
    from bot.answering.decide import Decision
    from bot.matching.scoring import Ranking


def why(question: str, ranking: Ranking, decision: Decision) -> Why:
    """What was read, the phrasing most like it, the signals, and what each guard found."""
    best = ranking.best
    resolved = (
        (t.surface, t.term or t.word) for t in ranking.reading.tokens if t.term or t.word != t.surface.casefold()
    )
    return Why(
        read_as=ranking.reading.text
        if ranking.reading.text != question
        else " ".join(t.word for t in ranking.reading.tokens),
        phrasing=ranking.phrasing,
        features=tuple(zip(SIGNALS, map(float, best.signals), strict=True)) if best else (),
        verdicts=tuple(Verdict(conflict.guard, conflict.finding) for conflict in decision.conflicts),
        resolved=tuple(resolved),
    )

"""Why a reply came out as it did, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bot.matching.guards.conflict import Conflict
from bot.matching.signals import SIGNALS
from bot.model.reply import Verdict, Why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.decide import Decision
    from bot.matching.scoring import Ranking

Found = TypeVar("Found", Conflict, Verdict)
_PARTS = frozenset("the report gives and another part in this".split())


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


def distinct(found: Sequence[Found]) -> list[Found]:
    """The findings, without what another one says more exactly: whose order is wrong have another part, too."""
    ordered = {word for one in found if one.guard == "order" for word in one.finding.split()}
    return [one for one in found if one.guard != "roles" or not ordered >= set(one.finding.split()) - _PARTS]

"""The decision: from a ranking and the guards' findings to one of four outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.answering.policy import Policy
    from bot.matching.guards import Conflict
    from bot.matching.matcher import Ranking, Scored
    from bot.model.reply import Reason

MOST_OPTIONS = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with a question: `chosen` answers or corrects, `options` are offered, `gap` says what is not said."""

    outcome: Literal["answer", "clarify", "correct", "decline"]
    chosen: Scored | None = None
    options: tuple[Scored, ...] = ()
    gap: Scored | None = None
    reason: Reason | None = None
    conflicts: tuple[Conflict, ...] = ()


def decide(ranking: Ranking, conflicts: tuple[Conflict, ...], policy: Policy) -> Decision:
    """`conflicts` are the guards' findings on the best candidate."""
    best, gap = ranking.best, ranking.gap
    written = any(scored.exact for scored in (best, gap) if scored)
    if not written and not any(t.content and not t.word.isdigit() for t in ranking.reading.tokens):
        return Decision("decline", reason="not_a_question")
    if best is None:
        return Decision("decline", reason="out_of_scope")
    if gap is not None and gap.score > best.score:
        known = gap.confidence >= policy.unsure
        return Decision("decline", gap=gap if known else None, reason="not_covered" if known else _reason(ranking))
    if best.confidence >= policy.floor:
        return _confident(best, conflicts)
    near = tuple(s for s in ranking.answering if s.confidence >= policy.unsure and not s.refused)[:MOST_OPTIONS]
    if len(near) > 1 and not conflicts:
        return Decision("clarify", options=near)
    return Decision("decline", reason=_reason(ranking), conflicts=conflicts)


def _confident(best: Scored, conflicts: tuple[Conflict, ...]) -> Decision:
    if not conflicts:
        return Decision("answer", chosen=best)
    if any(conflict.premise for conflict in conflicts):
        return Decision("correct", chosen=best, conflicts=conflicts)
    return Decision("decline", reason="not_covered", conflicts=conflicts)


def _reason(ranking: Ranking) -> Reason:
    """Out of scope: nothing of the question's content is known to the report at all."""
    best = ranking.best
    known = best is not None and any(best.account.holds(t) for t in ranking.reading.tokens if t.content)
    return "not_covered" if known else "out_of_scope"

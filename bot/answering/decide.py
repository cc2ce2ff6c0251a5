"""The decision: from a ranking and the guards' findings to one of four outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.matching.signals import UNACCOUNTED
from bot.matching.words import COMMANDS, VAGUE

if TYPE_CHECKING:
    from bot.answering.policy import Policy
    from bot.matching.guards import Conflict
    from bot.matching.scoring import Ranking, Scored
    from bot.model.reply import Reason

MOST_OPTIONS = 3
GRAMMAR = frozenset({"roles", "order", "direction"})
NEARLY = 0.45
"""Likeness to a phrasing from which on a question may be that phrasing turned round.

Of the shipped pack's flips that would be answered in spite of such a finding, the one least like its phrasing lies at
0.48. No development question that is answered right has such a finding between that and 0.6.
"""


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with a question: `chosen` answers or corrects, `options` are offered, `gap` says what is not said."""

    outcome: Literal["answer", "clarify", "correct", "decline"]
    chosen: Scored | None = None
    options: tuple[Scored, ...] = ()
    gap: Scored | None = None
    reason: Reason | None = None
    conflicts: tuple[Conflict, ...] = ()


def decide(ranking: Ranking, policy: Policy) -> Decision:
    """What a ranking, with the guards' findings on its candidates, leads to.

    What is likely enough in spite of a finding that stands is asked back.
    """
    best, gap = ranking.best, ranking.gap
    if best is None or not _asks(ranking):
        return Decision("decline", reason="out_of_scope" if _asks(ranking) else "not_a_question")
    leans = ranking.hangs and not any(token.term for token in ranking.reading.tokens)
    floor = policy.follow_up if leans else policy.floor
    held = _held(best, policy)
    if best.exact or (best.confidence >= floor and not held):
        return Decision("answer", chosen=best)
    if gap is not None and gap.score > best.score:
        known = gap.confidence >= policy.unsure
        return Decision("decline", gap=gap if known else None, reason="not_covered" if known else _reason(ranking))
    near = tuple(s for s in ranking.answering if s.confidence >= policy.unsure and not s.refused)[:MOST_OPTIONS]
    believed = policy.tried and best.confidence >= floor
    if best.conflicts and not believed:
        return _contradicted(ranking, best, policy)
    reason = _reason(ranking)
    if near and reason != "out_of_scope":
        return Decision("clarify", options=near)
    return Decision("decline", reason=reason)


def _held(best: Scored, policy: Policy) -> tuple[Conflict, ...]:
    """The findings that stand against an answer, however likely it is in spite of them.

    One of grammar stands where the question nearly is a phrasing, or has all its words; elsewhere it is heard in the
    confidence alone.
    """
    heard = policy.tried and best.near < NEARLY
    return tuple(one for one in best.conflicts if not heard or one.whole or one.guard not in GRAMMAR)


def _asks(ranking: Ranking) -> bool:
    """Whether there is anything to look for: a word with a topic, or a question that a curator wrote down."""
    written = any(scored.exact for scored in (ranking.best, ranking.gap) if scored)
    content = [t for t in ranking.whole if t.content and not t.word.isdigit()]
    return written or any(token.word not in COMMANDS | VAGUE for token in content)


def _contradicted(ranking: Ranking, best: Scored, policy: Policy) -> Decision:
    """What is meant but presumes what is false is put right; anything else is not covered."""
    if best.otherwise >= policy.floor and any(conflict.premise for conflict in best.conflicts):
        return Decision("correct", chosen=best, conflicts=best.conflicts)
    return Decision("decline", reason=_reason(ranking), conflicts=best.conflicts)


def _reason(ranking: Ranking) -> Reason:
    """Out of scope: nothing of the question's content is known to what came nearest."""
    known = ranking.best is not None and ranking.best.signals[UNACCOUNTED] < 1
    return "not_covered" if known else "out_of_scope"

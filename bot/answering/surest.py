"""Of the ways to take a question, alone or as one that hangs on what was asked before, the surest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.decide import Decision, decide
from bot.matching.earlier import turned
from bot.matching.following import Following

if TYPE_CHECKING:
    from bot.answering.policy import Policy
    from bot.matching.earlier import Earlier
    from bot.matching.matcher import Matcher
    from bot.matching.scoring import Ranking

    Decided = tuple[Ranking, Decision]


def surest(question: str, earlier: Earlier | None, matcher: Matcher, policy: Policy) -> Decided:
    """The ranking and the decision of a question; `earlier` is what it may hang on.

    What hangs on something is taken alone only where it is a question of its own, for a gap, or for what is about the
    same. What answered before answers again where nothing else does and it has all that is asked (`only there?`).
    """
    alone = matcher.rank(question)
    if earlier is None or alone.exact:
        return alone, decide(alone, policy)
    following = Following(matcher, question, earlier)
    decided = [(way, _behind(following, decide(way, policy))) for way in (alone, *following.rankings(alone))]
    kept = decided if following.stands(alone) or decided[0][1].gap else decided[1:]
    best = max(kept, key=_surety, default=(alone, Decision("decline", reason="not_covered")))
    if best[1].outcome == "answer" or best[1].gap:
        return best
    again = ((ranking, _behind(following, decide(ranking, policy))) for ranking in following.again())
    return max((best, *(one for one in again if one[1].outcome == "answer")), key=_surety)


def _behind(following: Following, decision: Decision) -> Decision:
    """The decision on a follow-up: what a turned one (`by whom?`) may mean is asked back, and none is a greeting.

    It is answered where what is meant is asked like that.
    """
    chosen = decision.chosen
    if decision.outcome == "answer" and chosen and turned(following.read):
        asked = following.asked_so(chosen.candidate.id)
        return decision if asked else Decision("clarify", options=(chosen,))
    return replace(decision, reason="not_covered") if decision.reason == "not_a_question" else decision


def _surety(decided: Decided) -> tuple[bool, float]:
    """What is answered or known not to be said goes before what is not, and the surer first."""
    ranking, decision = decided
    told = ranking.best if decision.outcome == "answer" else decision.gap
    return told is not None, told.confidence if told else ranking.best.confidence if ranking.best else 0.0

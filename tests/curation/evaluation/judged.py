"""Verdicts without a pack: what a question was, how it went, how sure the reply was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.curation.evaluation.judging import Judgement, Verdict
from bot.curation.evaluation.questions import Question
from bot.model.reply import Answer, Clarify, Correct, Decline, Ranked, Reply, Trace

if TYPE_CHECKING:
    from collections.abc import Sequence

CURATED = {"revision": "3f2a", "short": "Yes.", "detail": "Yes, it did.", "hedge": None, "citations": ()}


def verdict(  # noqa: PLR0913 - a question and its reply have that many sides
    text: str,
    went: Judgement,
    *,
    entry: str = "raid",
    sure: float = 0.5,
    first: bool | None = None,
    expect: str = "answer",
    kind: str = "direct",
    context: Sequence[str] = (),
) -> Verdict:
    """One judged question; the first of the ranking is right if the answer is, unless it is said."""
    paragraphs = frozenset({2, 1} if expect == "answer" else ())
    question = Question(text, kind, expect, tuple(context), paragraphs)
    right = went == "right" if first is None else first
    return Verdict(question, went, reply(went, text, entry, sure), first=right)


def reply(went: Judgement, text: str, entry: str, sure: float) -> Reply:
    """An answer, a clarification or a decline over a ranking of one."""
    trace = Trace(question=text, pack="hollin", confidence=sure, ranking=(Ranked(entry, sure),))
    if went == "clarified":
        return Clarify(trace=trace, options=())
    if went == "declined":
        return Decline(trace=trace, reason="not_covered", says="No.")
    return Answer(trace=trace, entry=entry, match="high", **CURATED)  # type: ignore[arg-type]


def corrected(text: str, entry: str) -> Verdict:
    """An unanswerable question that was held by a correction."""
    trace = Trace(question=text, confidence=0.5)
    held = Correct(trace=trace, entry=entry, match="high", presumed="that it rained", **CURATED)  # type: ignore[arg-type]
    return Verdict(Question(text, expect="correct or decline"), "declined", held)


RIGHT = verdict("Who raided it?", "right", sure=0.9)
WRONG = verdict("Who built it?", "wrong", sure=0.8, kind="odd")
HELD = verdict("best pizza", "declined", sure=0.1, expect="decline", kind="odd")
UNHELD = verdict("Who paid?", "wrong", sure=0.95, expect="correct or decline", kind="odd")
MISSED = verdict("Raided by whom?", "declined", sure=0.6, first=True)
ASKED_BACK = verdict("And there?", "clarified", sure=0.4, first=False, context=("Who raided it?",))
ALL = (RIGHT, WRONG, HELD, UNHELD, MISSED, ASKED_BACK)

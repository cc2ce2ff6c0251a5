"""Single questions of a report in one line each: what failed, what was confused, what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.curation.evaluation.measures import confusions, expected
from bot.render.limits import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.curation.evaluation.baseline import Change, Difference, Outcome
    from bot.curation.evaluation.judging import Report, Verdict


def failures(report: Report) -> Iterator[str]:
    """Every question that did not go as it should, then what was answered for what."""
    for verdict in report.verdicts:
        if not verdict.good:
            yield failure(verdict)
    for one in confusions(report.verdicts):
        yield clean(f"confused {len(one.questions)}×: {one.expected} → {one.answered}")


def failure(verdict: Verdict) -> str:
    """A question with what it got and what would have been right."""
    question = verdict.question
    said = f"{verdict.verdict}: {asked(question.question, question.context)} → {verdict.got}"
    return clean(f"{said} (expected: {expected(question)})")


def differences(difference: Difference) -> Iterator[str]:
    """How many questions turned which way, then each that turned and is not newly wrong: those are complaints."""
    found = (difference.newly_wrong, difference.newly_right, difference.changed)
    wrong, right, other = map(len, found)
    came = f"{difference.added} added, {difference.removed} removed"
    yield f"Against the last report: {wrong} newly wrong, {right} newly right, {other} changed; {came}."
    yield from map(turned, (*difference.newly_right, *difference.changed))


def turned(change: Change) -> str:
    """A question that went otherwise than before."""
    said = asked(change.question, change.context)
    return clean(f"{change.turn}: {said} → {went(change.now)} (before: {went(change.before)})")


def went(outcome: Outcome) -> str:
    """How a question went: the judgement of an answer and its entry, or else the outcome."""
    answered = outcome.verdict in {"right", "wrong"}
    return f"{outcome.verdict}, {outcome.got}" if answered else outcome.got


def asked(question: str, context: tuple[str, ...]) -> str:
    """A question with those before it."""
    return f"{question} (after: {' / '.join(context)})" if context else question

"""Putting the questions and judging the replies.

An answerable question is right when it is answered with a citation in one of its paragraphs, or by one of its entries;
any other answer is wrong. An unanswerable one is held by anything but an answer, which is wrong.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from bot.model.reply import Answer, Clarify, Correct, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bot.answering.answerer import Answerer
    from bot.curation.evaluation.questions import Question

Judgement = Literal["right", "wrong", "clarified", "declined"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A question with its reply, judged; `first` is whether the first of `ranking` would have been right."""

    question: Question
    verdict: Judgement
    reply: Reply
    first: bool = False

    @property
    def good(self) -> bool:
        """Whether it went as it should: answered right, or held where there is no answer."""
        return self.verdict == "right" or (self.verdict != "wrong" and not self.question.answerable)

    @property
    def got(self) -> str:
        """The entry of an answer; else the outcome, of a correction with its entry."""
        if isinstance(self.reply, Answer):
            return self.reply.entry
        return f"correct: {self.reply.entry}" if isinstance(self.reply, Correct) else self.reply.outcome


@dataclass(frozen=True, slots=True)
class Counts:
    """How many questions went which way.

    `right` are right answers, `unheld` unanswerable questions that were answered, `first` those where the first of
    `ranking` is right, whatever was decided.
    """

    total: int = 0
    answerable: int = 0
    right: int = 0
    wrong: int = 0
    clarified: int = 0
    declined: int = 0
    unheld: int = 0
    first: int = 0


@dataclass(frozen=True, slots=True)
class Report(Counts):
    """The counts of all questions, those of each kind, and every verdict in the file's order."""

    by_kind: Mapping[str, Counts] = field(default_factory=dict)
    verdicts: tuple[Verdict, ...] = ()


def evaluate(answerer: Answerer, questions: Iterable[Question], progress: Callable[[], None]) -> Report:
    """Put every question, judge the replies and count them; `progress` is called after each."""
    verdicts = []
    for question in questions:
        reply = answerer.ask(question.question, question.context)
        ranking = reply.trace.ranking
        would_be = answerer.recall(ranking[0].entry) if ranking else None
        verdicts.append(Verdict(question, judge(question, reply), reply, first=_is_right(question, would_be)))
        progress()
    return report_of(verdicts)


def report_of(verdicts: Iterable[Verdict]) -> Report:
    """Count verdicts, over all and by kind."""
    judged = tuple(verdicts)
    kinds = dict.fromkeys(verdict.question.kind for verdict in judged)
    by_kind = {kind: Counts(**_counted(v for v in judged if v.question.kind == kind)) for kind in kinds}
    return Report(**_counted(judged), by_kind=by_kind, verdicts=judged)


def judge(question: Question, reply: Reply) -> Judgement:
    """What a reply is worth."""
    if not isinstance(reply, Answer):
        return "clarified" if isinstance(reply, Clarify) else "declined"
    return "right" if _is_right(question, reply) else "wrong"


def _is_right(question: Question, answer: Answer | None) -> bool:
    if answer is None or not question.answerable:
        return False
    cited = {footnote.paragraph for footnote in answer.citations}
    return answer.entry in question.entries or bool(cited & question.paragraphs)


def _counted(verdicts: Iterable[Verdict]) -> dict[str, int]:
    judged = list(verdicts)
    counts = Counter(verdict.verdict for verdict in judged)
    return {
        "total": len(judged),
        "answerable": sum(verdict.question.answerable for verdict in judged),
        **{name: counts[name] for name in ("right", "wrong", "clarified", "declined")},
        "unheld": sum(verdict.verdict == "wrong" and not verdict.question.answerable for verdict in judged),
        "first": sum(verdict.first for verdict in judged),
    }

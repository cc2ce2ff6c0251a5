"""How well the packs answer questions whose right answers are known.

An answerable question is right when it is answered with a citation in one of its paragraphs, or by one of its entries;
any other answer is wrong. An unanswerable one is held by anything but an answer, which is wrong.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeVar

from bot.errors import InputError
from bot.model.reply import Answer, Clarify, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

Judgement = Literal["right", "wrong", "clarified", "declined"]
ANSWER = "answer"
EXPECTATIONS = (ANSWER, "decline", "correct or decline")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an evaluation file; `expect` is "answer" or says how an unanswerable one may be held."""

    question: str
    kind: str = ""
    expect: str = ANSWER
    context: tuple[str, ...] = ()
    paragraphs: frozenset[int] = frozenset()
    entries: frozenset[str] = frozenset()

    @property
    def answerable(self) -> bool:
        """Whether an answer is expected."""
        return self.expect == ANSWER


@dataclass(frozen=True, slots=True)
class Verdict:
    """A question with its reply, judged."""

    question: Question
    verdict: Judgement
    reply: Reply


@dataclass(frozen=True, slots=True)
class Counts:
    """How many questions went which way; `right` are right answers, `unheld` unanswerable ones that were answered."""

    total: int = 0
    answerable: int = 0
    right: int = 0
    wrong: int = 0
    clarified: int = 0
    declined: int = 0
    unheld: int = 0


@dataclass(frozen=True, slots=True)
class Report(Counts):
    """The counts of all questions, those of each kind, and every verdict in the file's order."""

    by_kind: Mapping[str, Counts] = field(default_factory=dict)
    verdicts: tuple[Verdict, ...] = ()


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions of a file, one JSON object a line; raises InputError naming the line that can't be used."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read ({getattr(error, 'strerror', None) or 'it is not UTF-8'}).") from None
    return tuple(_question(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip())


def evaluate(
    ask: Callable[[str, Sequence[str]], Reply], questions: Iterable[Question], progress: Callable[[], None]
) -> Report:
    """Put every question, judge the replies and count them; `progress` is called after each."""
    verdicts = []
    for question in questions:
        reply = ask(question.question, question.context)
        verdicts.append(Verdict(question, judge(question, reply), reply))
        progress()
    kinds = dict.fromkeys(verdict.question.kind for verdict in verdicts)
    by_kind = {kind: Counts(**_counted(v for v in verdicts if v.question.kind == kind)) for kind in kinds}
    return Report(**_counted(verdicts), by_kind=by_kind, verdicts=tuple(verdicts))


def judge(question: Question, reply: Reply) -> Judgement:
    """What a reply is worth."""
    if not isinstance(reply, Answer):
        return "clarified" if isinstance(reply, Clarify) else "declined"
    cited = {footnote.paragraph for footnote in reply.citations}
    meant = reply.entry in question.entries or bool(cited & question.paragraphs)
    return "right" if question.answerable and meant else "wrong"


def _counted(verdicts: Iterable[Verdict]) -> dict[str, int]:
    judged = list(verdicts)
    counts = Counter(verdict.verdict for verdict in judged)
    return {
        "total": len(judged),
        "answerable": sum(verdict.question.answerable for verdict in judged),
        **{name: counts[name] for name in ("right", "wrong", "clarified", "declined")},
        "unheld": sum(verdict.verdict == "wrong" and not verdict.question.answerable for verdict in judged),
    }


def _question(line: str, place: str) -> Question:
    try:
        found = json.loads(line)
        question = Question(
            question=_is(str, found["question"]),
            kind=_is(str, found.get("kind", "")),
            expect=_is(str, found.get("expect", ANSWER)),
            context=tuple(_all(str, found.get("context") or [])),
            paragraphs=frozenset(_all(int, found.get("paragraphs", []))),
            entries=frozenset(_all(str, found.get("entries", []))),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        wanted = 'an object with "question" and, as needed, "kind", "expect", "context", "paragraphs", "entries"'
        raise InputError(f"{place}: this line is not a question; write {wanted}.") from None
    if question.expect not in EXPECTATIONS:
        raise InputError(f"{place}: “{question.expect}” can't be expected; write one of {', '.join(EXPECTATIONS)}.")
    return question


def _is(kind: type[T], value: object) -> T:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(value)
    return value


def _all(kind: type[T], values: object) -> list[T]:
    return [_is(kind, value) for value in _is(list, values)]

"""`eval`: what is printed, and when the exit code is 1."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from bot import curation
from bot.model.reply import Reply  # noqa: TC001 - a field's type

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.cli.conftest import Footnote

LATE = "How many ferries were late in January?"


@dataclass(frozen=True)
class Question:
    """One line of the file."""

    question: str
    expect: str
    kind: str = "direct"


@dataclass(frozen=True)
class Counts:
    """How many went how."""

    total: int
    right: int
    wrong: int
    answerable: int = 2
    unheld: int = 0
    clarified: int = 0
    declined: int = 0


@dataclass(frozen=True)
class Verdict:
    """How one question went."""

    question: Question
    verdict: str
    reply: Reply


@dataclass(frozen=True)
class Report(Counts):
    """The whole."""

    by_kind: dict[str, Counts] = field(default_factory=dict)
    verdicts: tuple[Verdict, ...] = ()


QUESTIONS = (Question(LATE, "answer"), Question("Will the delays go on?", "answer", "odd"))


def evaluate(
    ask: Callable[[str, Sequence[str]], Reply], questions: Sequence[Question], progress: Callable[[], None]
) -> Report:
    """The first question went right, the second wrong."""
    verdicts = []
    for question, verdict in zip(questions, ("right", "wrong"), strict=True):
        verdicts.append(Verdict(question, verdict, ask(question.question, ())))
        progress()
    by_kind = {"direct": Counts(1, 1, 0), "odd": Counts(1, 0, 1)}
    return Report(2, 1, 1, by_kind=by_kind, verdicts=tuple(verdicts))


@pytest.fixture(autouse=True)
def _evaluation(monkeypatch: pytest.MonkeyPatch) -> None:
    """An evaluation of two questions, so that only the command is looked at here."""
    module = ModuleType("bot.curation.evaluate")
    module.read_questions, module.evaluate = lambda _: QUESTIONS, evaluate  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(curation, "evaluate", module, raising=False)


def test_the_table_counts_by_kind(footnote: Footnote) -> None:
    """Each kind has a row, and all together the last."""
    result = footnote("eval", "questions.jsonl")
    rows = [line.split() for line in result.stdout.splitlines() if line.strip()]
    assert (0, "") == (result.exit_code, result.stderr)
    assert ["kind", "total", "answerable", "right", "wrong", "unheld", "clarified", "declined"] == rows[0]
    assert [
        ["direct", "1", "2", "1", "0", "0", "0", "0"],
        ["odd", "1", "2", "0", "1", "0", "0", "0"],
        ["all", "2", "2", "1", "1", "0", "0", "0"],
    ] == (rows[2:])


def test_failures_are_named_on_request(footnote: Footnote) -> None:
    """A question that went wrong stands there with what it got."""
    result = footnote("eval", "questions.jsonl", "--failures")
    assert "wrong: Will the delays go on? → delays-outlook" == result.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["--min-right", "50", "--max-wrong", "50"], 0, ""),
        (["--min-right", "51"], 1, "50.0 % of the answerable questions are answered right, fewer than 51 %.\n"),
        (["--max-wrong", "3"], 1, "50.0 % of all questions are answered wrong, more than 3 %.\n"),
        (["--min-right", "101"], 2, None),
    ],
)
def test_a_missed_threshold_is_exit_code_1(footnote: Footnote, args: list[str], code: int, said: str | None) -> None:
    """What falls short is said in a sentence."""
    result = footnote("eval", "questions.jsonl", *args)
    assert code == result.exit_code
    assert said in {None, result.stderr}


def test_a_program_reads_the_report(footnote: Footnote) -> None:
    """With --json stdout is one object."""
    report = json.loads(footnote("eval", "questions.jsonl", "--json").stdout)
    assert (2, 1, 1) == (report["total"], report["right"], report["by_kind"]["odd"]["wrong"])


def test_the_packs_can_be_named(footnote: Footnote, tmp_path: Path) -> None:
    """--knowledge says whose answers are measured."""
    result = footnote("eval", "questions.jsonl", "--knowledge", str(tmp_path / "nowhere"))
    assert (2, True) == (result.exit_code, "there is no such folder" in result.stderr)

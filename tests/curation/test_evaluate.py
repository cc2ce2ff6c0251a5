"""Judging replies against questions whose right answers are known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.curation.evaluate import Question, evaluate, judge, read_questions
from bot.errors import InputError
from bot.model.reply import Clarify, Trace
from tests import hollin

if TYPE_CHECKING:
    from pathlib import Path

ANSWERED = hollin.answerer().ask("Why did Tarnia attack Hollin?")
CORRECTED = hollin.answerer().ask("Were there nine raids on Hollin?")
DECLINED = hollin.answerer().ask("best pizza recipe")
OFFERED = Clarify(trace=Trace(question="?"), options=())


@pytest.mark.parametrize(
    ("reply", "expect", "paragraphs", "entries", "verdict"),
    [
        (ANSWERED, "answer", {3}, set(), "right"),
        (ANSWERED, "answer", {2, 3}, set(), "right"),
        (ANSWERED, "answer", set(), {"motive"}, "right"),
        (ANSWERED, "answer", {2}, set(), "wrong"),
        (ANSWERED, "answer", {2}, {"motive"}, "right"),
        (ANSWERED, "answer", set(), {"wall"}, "wrong"),
        (ANSWERED, "answer", set(), set(), "wrong"),
        (ANSWERED, "decline", set(), set(), "wrong"),
        (ANSWERED, "correct or decline", {3}, {"motive"}, "wrong"),
        (CORRECTED, "correct or decline", set(), set(), "declined"),
        (CORRECTED, "answer", {2}, set(), "declined"),
        (DECLINED, "decline", set(), set(), "declined"),
        (DECLINED, "answer", {3}, set(), "declined"),
        (OFFERED, "answer", {3}, set(), "clarified"),
        (OFFERED, "decline", set(), set(), "clarified"),
    ],
)
def test_judgements(reply: object, expect: str, paragraphs: set[int], entries: set[str], verdict: str) -> None:
    """Right is an answer from one of the passages or entries; no other answer is."""
    question = Question("?", expect=expect, paragraphs=frozenset(paragraphs), entries=frozenset(entries))

    assert verdict == judge(question, reply)  # type: ignore[arg-type]


def test_counts_add_up_over_all_and_by_kind() -> None:
    """Every question is judged once, and unanswerable ones that were answered are counted as unheld."""
    questions = [
        Question("Why did Tarnia attack Hollin?", "direct", paragraphs=frozenset({3})),
        Question("Where is Hollin?", "direct", paragraphs=frozenset({3})),
        Question("who pays the Grey Gulls", "near", expect="decline"),
        Question("best pizza recipe", "near", expect="decline"),
        Question("who said that?", "follow", context=("Why did Tarnia attack Hollin?",), entries=frozenset({"motive"})),
    ]
    steps: list[int] = []
    report = evaluate(hollin.answerer().ask, questions, lambda: steps.append(1))

    assert 5 == len(steps)
    assert (5, 3, 2, 2, 0, 1, 1) == (
        report.total,
        report.answerable,
        report.right,
        report.wrong,
        report.clarified,
        report.declined,
        report.unheld,
    )
    assert {"direct": (1, 1), "near": (0, 1), "follow": (1, 0)} == {
        kind: (counts.right, counts.wrong) for kind, counts in report.by_kind.items()
    }
    assert questions == [verdict.question for verdict in report.verdicts]


def test_a_line_of_the_file_is_a_question(tmp_path: Path) -> None:
    """Everything but the question has a default; empty lines are passed over."""
    whole = {
        "question": "q",
        "kind": "k",
        "expect": "decline",
        "context": ["before"],
        "paragraphs": [1, 2],
        "entries": ["e"],
        "note": "ignored",
    }
    file = tmp_path / "questions.jsonl"
    file.write_text(f'{json.dumps(whole)}\n\n{{"question": "ö?"}}\n', encoding="utf-8")

    assert (
        Question("q", "k", "decline", ("before",), frozenset({1, 2}), frozenset({"e"})),
        Question("ö?"),
    ) == read_questions(file)
    assert [False, True] == [question.answerable for question in read_questions(file)]


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[]",
        "3",
        "null",
        '"text"',
        "{}",
        '{"question": 3}',
        '{"question": null}',
        '{"question": "q", "context": [1]}',
        '{"question": "q", "paragraphs": ["x"]}',
        '{"question": "q", "paragraphs": 3}',
        '{"question": "q", "entries": [1]}',
        '{"question": "q", "kind": []}',
        '{"question": "q"',
    ],
)
def test_a_line_that_is_no_question_is_named(tmp_path: Path, line: str) -> None:
    """By file and line, with what to write."""
    file = tmp_path / "questions.jsonl"
    file.write_text(f'{{"question": "fine"}}\n{line}\n', encoding="utf-8")

    with pytest.raises(InputError) as raised:
        read_questions(file)

    assert str(raised.value).startswith(f"{file}:2: ")
    assert '"question"' in str(raised.value)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    """Missing, or not text."""
    file = tmp_path / "questions.jsonl"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(InputError, match=r"questions\.jsonl"):
        read_questions(file)

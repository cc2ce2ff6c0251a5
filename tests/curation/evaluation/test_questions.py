"""Reading evaluation files: what a line may hold, and what is said of one that can't be used."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bot.curation.evaluation.questions import Question, read_questions
from bot.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


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
        '{"question": "q", "expect": 1}',
        "[" * 100_000,
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


def test_every_broken_line_is_named(tmp_path: Path) -> None:
    """All at once, in order; ten at most, for more of them are the wrong file."""
    file = tmp_path / "questions.jsonl"
    file.write_text("no\n" * 12 + '{"question": "q", "expect": "maybe"}\n', encoding="utf-8")

    with pytest.raises(InputError) as raised:
        read_questions(file)
    said = str(raised.value).splitlines()

    assert [f"{file}:{number}" for number in range(1, 11)] == [line.split(": ")[0] for line in said[:10]]
    assert [f"{file}: 3 more such lines."] == said[10:]


def test_an_expectation_that_there_is_not_is_named(tmp_path: Path) -> None:
    """With those that there are."""
    file = tmp_path / "questions.jsonl"
    file.write_text('{"question": "q", "expect": "maybe"}', encoding="utf-8")

    with pytest.raises(InputError, match=r":1: “maybe” can't be expected; write one of answer, decline, correct or"):
        read_questions(file)


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_file_without_questions_is_refused(tmp_path: Path, content: str) -> None:
    """Nothing asked is nothing proved: no threshold is met by it."""
    file = tmp_path / "questions.jsonl"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(InputError, match="holds no question"):
        read_questions(file)


@pytest.mark.parametrize("text", ["a\u2028b", "a\x85b", "\ufeff"])
def test_a_line_ends_where_it_ends(tmp_path: Path, text: str) -> None:
    """Separators that JSON allows inside a string, and the mark that Windows editors put first, part nothing."""
    file = tmp_path / "questions.jsonl"
    file.write_text("\ufeff" + json.dumps({"question": text}, ensure_ascii=False) + "\r\n", encoding="utf-8")

    assert (Question(text),) == read_questions(file)

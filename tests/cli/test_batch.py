"""`ask --batch`: every line in gives one object out, in order, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Footnote

QUESTION = b'{"question": "How many ferries were late in January?"}'
BAD = {
    "no JSON": (b"{question: x}", "no JSON"),
    "a text": (b'"How many?"', "no object"),
    "a list": (b"[]", "no object"),
    "null": (b"null", "no object"),
    "no question": (b"{}", "`question`"),
    "a number for a question": (b'{"question": 1}', "`question`"),
    "null for a question": (b'{"question": null}', "`question`"),
    "a text for a context": (b'{"question": "x", "context": "y"}', "`context`"),
    "a number in the context": (b'{"question": "x", "context": [1]}', "`context`"),
    "no UTF-8": (b'{"question": "\xff"}', "UTF-8"),
    "UTF-16": ('{"question": "x"}'.encode("utf-16-le"), "no JSON"),
    "NUL bytes": (b"\x00\x00", "no JSON"),
    "two objects": (b"{} {}", "no JSON"),
    "a blank line": (b"  ", "no JSON"),
    "very deep": (b"[" * 100_000, "no JSON"),
    "a very long number": (b'{"question": ' + b"1" * 10_000 + b"}", "no JSON"),
}
GOOD = {
    "empty": b'{"question": ""}',
    "more keys": b'{"question": "x", "kind": "direct", "paragraphs": [1]}',
    "no context": b'{"question": "x", "context": null}',
    "a byte order mark": b"\xef\xbb\xbf" + QUESTION,
    "a carriage return": QUESTION + b"\r",
    "half a pair": b'{"question": "\\ud800 ferries"}',
    "an escaped NUL": b'{"question": "\\u0000 ferries"}',
    "a line separator": '{"question": "late\u2028ferries"}'.encode(),
    "a very long line": b'{"question": "' + b"ferry " * 20_000 + b'"}',
}


def replies(stdout: str) -> list[dict[str, Any]]:
    """The objects, one a line."""
    return [json.loads(line) for line in stdout.splitlines()]


@pytest.mark.parametrize("name", BAD)
def test_a_line_that_is_no_question_is_answered_in_its_place(footnote: Footnote, name: str) -> None:
    """The error stands where the reply would, with its line and what to do; the others are answered; exit 2."""
    line, word = BAD[name]
    result = footnote("ask", "--batch", "-", stdin=b"\n".join([QUESTION, line, QUESTION]) + b"\n")
    first, wrong, last = replies(result.stdout)
    assert (2, "") == (result.exit_code, result.stderr)
    assert ("answer", "answer") == (first["outcome"], last["outcome"])
    assert {"schema", "error"} == set(wrong)
    assert wrong["error"].startswith("line 2: ")
    assert word in wrong["error"]


@pytest.mark.parametrize("name", GOOD)
def test_an_odd_line_is_a_question_all_the_same(footnote: Footnote, name: str) -> None:
    """It gets one reply, and the exit code is 0."""
    result = footnote("ask", "--batch", "-", "--json", stdin=GOOD[name])
    assert (0, "") == (result.exit_code, result.stderr)
    assert ["outcome" in reply for reply in replies(result.stdout)] == [True]


def test_a_file_is_answered_in_its_order(footnote: Footnote) -> None:
    """Replies come in the order of the questions, each with its context."""
    asked: list[dict[str, object]] = [
        {"question": "Will the delays go on?"},
        {"question": "who said that?", "context": ["Will the delays go on?"]},
        {"question": ""},
        {"question": "Will the delays go on?"},
    ]
    Path("asked.jsonl").write_text("\n".join(map(json.dumps, asked)), encoding="utf-8")
    result = footnote("ask", "--batch", "asked.jsonl")
    assert [line["question"] for line in asked] == [reply["question"] for reply in replies(result.stdout)]
    assert ["delays-outlook", "delays-outlook", None, "delays-outlook"] == [r["entry"] for r in replies(result.stdout)]


def test_a_blank_line_is_a_line_wherever_it_stands(footnote: Footnote) -> None:
    """Every line has its object, so that replies can be told by their place; an empty question is asked as such."""
    result = footnote("ask", "--batch", "-", stdin=b"\n" + QUESTION + b'\n\n{"question": ""}\n \n')
    kinds = ["error" if "error" in reply else reply["outcome"] for reply in replies(result.stdout)]
    assert (2, ["error", "answer", "error", "decline", "error"]) == (result.exit_code, kinds)


def test_a_file_may_end_with_or_without_a_line_break(footnote: Footnote) -> None:
    """The end of the last line is no line of its own."""
    for stdin in (QUESTION, QUESTION + b"\n"):
        result = footnote("ask", "--batch", "-", stdin=stdin)
        assert (0, 1) == (result.exit_code, len(replies(result.stdout)))


def test_nothing_in_is_nothing_out(footnote: Footnote) -> None:
    """An empty file has no replies."""
    result = footnote("ask", "--batch", "-", stdin=b"")
    assert (0, "", "") == (result.exit_code, result.stdout, result.stderr)


def test_an_explanation_comes_with_every_reply(footnote: Footnote) -> None:
    """--explain serves a batch too."""
    assert "why" in replies(footnote("ask", "--batch", "-", "--explain", stdin=QUESTION).stdout)[0]


@pytest.mark.parametrize("name", ["missing.jsonl", ".", "a\x00b"])
def test_a_file_that_cannot_be_read_is_one_sentence(footnote: Footnote, name: str) -> None:
    """It is named with what to do, and stdout stays empty."""
    result = footnote("ask", "--batch", name)
    assert (2, "", 1) == (result.exit_code, result.stdout, result.stderr.count("\n"))
    assert result.stderr.startswith(f"{name} can't be read (")


@pytest.mark.parametrize("more", [["and this?"], ["--context", "x"]])
def test_a_batch_brings_its_own_questions(footnote: Footnote, more: list[str]) -> None:
    """A question beside a batch is a mistake, and said to be one."""
    result = footnote("ask", "--batch", "-", *more)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "--batch brings its own" in result.stderr


def test_each_reply_comes_before_the_next_question(pack: Path) -> None:
    """A program may ask, read, and ask on."""
    del pack
    command = [sys.executable, "-m", "bot", "ask", "--batch", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(2):
            process.stdin.write(QUESTION + b"\n")
            process.stdin.flush()
            assert "answer" == json.loads(process.stdout.readline())["outcome"]


def test_a_reader_that_leaves_is_no_fault(pack: Path) -> None:
    """A closed pipe ends the program without a word."""
    del pack
    command = [sys.executable, "-m", "bot", "ask", "--batch", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.close()
        process.stdout = None
        _, errors = process.communicate((QUESTION + b"\n") * 200)
    assert (0, b"") == (process.returncode, errors)

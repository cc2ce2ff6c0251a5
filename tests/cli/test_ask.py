"""`ask`, as a person and as a script use it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import program

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Footnote

QUESTION = "How many ferries were late in January?"
ODD = {
    "empty": "",
    "spaces": "   \t ",
    "ten thousand characters": "ferry " * 1700,
    "one long word": "f" * 10_000,
    "emoji": "🛳️❄️👩‍🚀?",
    "right to left": "\u202eyrref \u2067late\u2069",
    "zero width": "fer\u200bries l\u200date",
    "markdown": "**how** `many` [ferries](https://x.example) ||late||",
    "mentions": "@everyone <@123> how many ferries",
    "rich markup": "[red]how many[/] ferries [/]",
    "control characters": "ferries \x1b[31m\x07 late",
    "punctuation": "???!!!",
    "a number": "40",
    "another script": "フェリーはいつ遅れましたか",
    "half a pair": "ferries \udcff late",
    "a line break": "how many\nferries",
}


def test_a_question_is_answered_with_its_footnote(footnote: Footnote) -> None:
    """A person reads the short answer, the chain, the words and the link."""
    result = footnote("ask", QUESTION)
    assert 0 == result.exit_code
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert "✓ Answer" == lines[0]
    assert "Forty in one month, the board reported." == lines[1]
    assert "“ice delayed forty ferries in January”" in lines
    assert any(line.endswith("→ Northern Post ¶1") for line in lines)
    assert any(line.startswith("https://post.example/2021/skarn-ferries#:~:text=") for line in lines)


def test_words_need_no_quotes(footnote: Footnote) -> None:
    """Words are one question, quoted or not."""
    assert footnote("ask", *QUESTION.split(), "--json").stdout.startswith('{"schema": 1, "question": "How many ferries')


@pytest.mark.parametrize("args", [[], ["-"]])
def test_a_question_can_be_piped_in(footnote: Footnote, args: list[str]) -> None:
    """All that comes through stdin is one question, in whatever lines."""
    piped = "\ufeffHow many ferries\nwere late in January?\r\n"
    reply = json.loads(footnote("ask", "--json", *args, stdin=piped).stdout)
    assert ("How many ferries\nwere late in January?", "ferries-delayed") == (reply["question"], reply["entry"])


def test_what_is_typed_comes_before_what_is_piped(footnote: Footnote) -> None:
    """A program that leaves its stdin to us asks what it says; a dash among words is a word."""
    assert QUESTION == json.loads(footnote("ask", "--json", QUESTION, stdin="other").stdout)["question"]
    assert "- late" == json.loads(footnote("ask", "--json", "-", "late", stdin="other").stdout)["question"]


def test_an_empty_pipe_is_an_empty_question_where_it_is_named(footnote: Footnote) -> None:
    """`-` takes stdin as it comes: nothing is no question, and greeted."""
    reply = json.loads(footnote("ask", "--json", "-", stdin="\n").stdout)
    assert ("decline", "not_a_question") == (reply["outcome"], reply["reason"])


def test_a_program_reads_one_object(footnote: Footnote) -> None:
    """With --json stdout is one object on one line."""
    result = footnote("ask", "--json", QUESTION)
    reply = json.loads(result.stdout)
    assert 1 == result.stdout.count("\n")
    assert ("answer", "ferries-delayed", "skarn-ferries") == (reply["outcome"], reply["entry"], reply["pack"])
    assert QUESTION == reply["question"]
    assert "why" not in reply


def test_an_explanation_comes_when_asked_for(footnote: Footnote) -> None:
    """With --explain the object has a why, and a person reads it."""
    assert "read_as" in json.loads(footnote("ask", "--json", "--explain", QUESTION).stdout)["why"]
    assert "  Read as " in footnote("ask", "--explain", QUESTION).stdout


def test_context_is_what_was_asked_before(footnote: Footnote) -> None:
    """A question that hangs on an earlier one is answered from there."""
    result = footnote("ask", "--json", "--context", "Will the delays go on?", "who said that?")
    assert "delays-outlook" == json.loads(result.stdout)["entry"]


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("flag", ["--json", "--explain"])
def test_any_question_gets_a_reply(footnote: Footnote, name: str, flag: str) -> None:
    """Whatever is asked, the reply is clear, harmless to the terminal, and the exit code 0."""
    result = footnote("ask", flag, "--", ODD[name])
    assert (0, "") == (result.exit_code, result.stderr)
    assert result.stdout.strip()
    assert not set("\x1b\x07\u202e\u2067\u200b") & set(result.stdout)


@pytest.mark.parametrize("name", ["empty", "spaces", "punctuation"])
def test_what_is_no_question_gets_the_greeting(footnote: Footnote, name: str) -> None:
    """An empty question is declined as none, and greeted."""
    reply = json.loads(footnote("ask", "--json", ODD[name]).stdout)
    assert ("decline", "not_a_question") == (reply["outcome"], reply["reason"])
    assert reply["text"].startswith("Ask about the ferries of Skarn.")


def test_nothing_at_all_is_said_with_an_example(footnote: Footnote) -> None:
    """Without a question there is one sentence that shows how to ask."""
    for result in (footnote("ask"), footnote("ask", stdin=" \n")):
        assert (2, "") == (result.exit_code, result.stdout)
        assert 'footnote ask "' in result.stderr


def test_another_pack_can_be_named(footnote: Footnote, pack: Path) -> None:
    """--knowledge wins over KNOWLEDGE_DIR, and what is wrong there is said at its line."""
    result = footnote("ask", "x", "--knowledge", str(pack / "nowhere"))
    assert (2, "") == (result.exit_code, result.stdout)
    assert "pack/nowhere:1: there is no such folder; name" in result.stderr


def test_a_broken_pack_names_every_problem(footnote: Footnote, pack: Path) -> None:
    """Each problem is a line on stderr, and stdout stays empty."""
    (pack / "qa" / "ferries.yaml").write_text("topic: x\nentrys: []\n", encoding="utf-8")
    result = footnote("ask", "--json", QUESTION)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "pack/qa/ferries.yaml:2: " in result.stderr


@pytest.mark.parametrize(
    ("name", "value"), [("PREVIEW_PORT", "eighty"), ("LOG_LEVEL", "loud"), ("DISCORD_API_URL", "x")]
)
def test_a_setting_of_another_command_is_not_in_the_way(
    footnote: Footnote, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """A question is answered whatever the settings of the preview and of Discord are worth."""
    monkeypatch.setenv(name, value)
    result = footnote("ask", QUESTION)
    assert (0, "") == (result.exit_code, result.stderr)


def test_a_caution_that_cannot_be_used_is_said(footnote: Footnote, monkeypatch: pytest.MonkeyPatch) -> None:
    """It decides what is answered: an unusable one is not passed over in silence."""
    monkeypatch.setenv("CAUTION", "careful")
    result = footnote("ask", QUESTION)
    assert (3, "") == (result.exit_code, result.stdout)
    assert "CAUTION can't be used: set it to a number from 0" in result.stderr


def test_bytes_that_are_no_text_are_a_question_too(pack: Path) -> None:
    """What a shell hands over that is not UTF-8 is shown as such, in valid JSON."""
    del pack
    result = program("ask", "--json", b"ferries \xff late")
    assert (0, b"") == (result.returncode, result.stderr)
    assert "ferries \ufffd late" == json.loads(result.stdout)["question"]

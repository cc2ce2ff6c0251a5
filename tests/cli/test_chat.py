"""`chat`: questions in turn, piped or typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.cli.conversation import Conversation, leaves, wants_help
from bot.model.reply import Answer, Clarify, Decline, Option, Related, Reply, Trace
from tests.render.replies import ANSWER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.cli.conftest import Footnote

CLARIFY = Clarify(
    trace=Trace(question="bridge"),
    options=(Option("bridge-opening", "When does it open?", 0.4), Option("gone", "What was it?", 0.3)),
)
LEADING = replace(ANSWER, trace=Trace(question="toll", related=(Related("bridge-opening", "When does it open?"),)))
DECLINE = Decline(trace=Trace(question="x"), reason="not_covered", says="No.")


class Answerer:
    """Replies in turn, and remembers what it was asked in which context."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.asked: list[tuple[str, ...]] = []

    def ask(self, question: str, context: Sequence[str] = (), *, explain: bool = False) -> Reply:
        """The next reply."""
        del explain
        self.asked.append((*context, question))
        return self.replies.pop(0)

    def follows(self, question: str) -> bool:
        """Take a question about "that" for a mere follow-up."""
        return "that" in question

    def recall(self, entry: str) -> Answer | None:
        """The one entry that there is."""
        return ANSWER if entry == "bridge-opening" else None


class Desk:
    """Holds an answerer."""

    def __init__(self, *replies: Reply) -> None:
        self.answerer = Answerer(*replies)


def conversation(*replies: Reply) -> tuple[Conversation, list[tuple[str, ...]]]:
    """A conversation with these replies to come, and what it asks."""
    desk = Desk(*replies)
    return Conversation(desk), desk.answerer.asked  # type: ignore[arg-type]


def test_earlier_questions_are_context() -> None:
    """Every question is asked with those before it, oldest first, eight at most."""
    talk, asked = conversation(*[DECLINE] * 10)
    for number in range(10):
        talk.hear(f"q{number}")
    assert ("q0", "q1") == asked[1]
    assert tuple(f"q{number}" for number in range(1, 10)) == asked[9]


def test_an_option_is_chosen_by_its_number() -> None:
    """After "Did you mean" a number gives the curated answer, and its question is the context from then on."""
    talk, asked = conversation(CLARIFY, DECLINE)
    talk.hear("bridge")
    assert ANSWER == talk.hear(" 1. ")
    talk.hear("who said that?")
    assert [("bridge",), ("When does it open?", "who said that?")] == asked


@pytest.mark.parametrize("typed", ["1", "#1", "number 1 please", "the first", "the first one", "No. 1"])
def test_a_number_is_typed_in_many_ways(typed: str) -> None:
    """As a digit or an ordinal."""
    talk, _ = conversation(CLARIFY)
    talk.hear("bridge")
    assert ANSWER == talk.hear(typed)


def test_what_is_no_question_does_not_take_the_list_away() -> None:
    """A slip or a thank-you between leaves what is listed to choose from."""
    talk, _ = conversation(CLARIFY, replace(DECLINE, reason="not_a_question"))
    talk.hear("bridge")
    talk.hear("thanks")
    assert ANSWER == talk.hear("1")


def test_another_option_is_chosen_after_the_first() -> None:
    """The options stand until something else is asked."""
    talk, asked = conversation(CLARIFY, DECLINE, DECLINE)
    talk.hear("bridge")
    assert [ANSWER, ANSWER] == [talk.hear("1"), talk.hear("1")]
    talk.hear("who paid")
    talk.hear("1")
    assert ["bridge", "who paid", "1"] == [question[-1] for question in asked]


def test_yes_takes_the_only_one_that_may_be_meant() -> None:
    """Of several, or of those to read on with, it chooses none."""
    talk, asked = conversation(replace(CLARIFY, options=CLARIFY.options[:1]), CLARIFY, DECLINE, LEADING, DECLINE)
    talk.hear("bridge")
    assert ANSWER == talk.hear("Yes!")
    for line in ("gate", "yes", "toll", "yes"):
        talk.hear(line)
    assert ["bridge", "gate", "yes", "toll", "yes"] == [question[-1] for question in asked]


def test_what_is_listed_last_is_chosen_by_its_number() -> None:
    """Below an answer, too, and below one that was chosen itself."""
    talk, asked = conversation(LEADING, replace(CLARIFY, options=CLARIFY.options[::-1]), DECLINE)
    talk.hear("toll")
    assert ANSWER == talk.hear("1")
    talk.hear("bridge")
    assert DECLINE == talk.hear("1")
    assert ["toll", "bridge", "1"] == [question[-1] for question in asked]


def test_a_number_that_stands_for_nothing_hangs_on_nothing(footnote: Footnote) -> None:
    """It is no follow-up to the answer before."""
    result = footnote("chat", stdin="Will the delays go on?\n9\n")
    assert 1 == result.stdout.count("✓ Answer")
    assert 1 == result.stdout.count("· Ask me a question")


def test_a_decline_does_not_take_the_answer_away() -> None:
    """A bare follow-up is about what was answered last, whatever was declined since."""
    talk, asked = conversation(ANSWER, DECLINE, ANSWER, DECLINE)
    for line in ("when does it open", "who paid", "who said that?", "and the deck"):
        talk.hear(line)
    assert ("when does it open", "who said that?") == asked[2]
    assert ("when does it open", "who paid", "who said that?", "and the deck") == asked[3]


def test_several_questions_of_a_line_are_answered_in_turn(footnote: Footnote) -> None:
    """Each reply stands under its question; one question is not repeated."""
    result = footnote("chat", stdin="Will the delays go on? Who said that?\nWill the delays go on?\n")
    assert 3 == result.stdout.count("✓ Answer")
    assert ["> Will the delays go on?", "> Who said that?"] == [
        line for line in result.stdout.splitlines() if line.startswith(">")
    ]


def test_a_number_that_is_no_option_is_a_question() -> None:
    """Without an option of that number, a number is asked like anything else."""
    talk, asked = conversation(DECLINE, CLARIFY, DECLINE)
    for line in ("1", "bridge", "3"):
        talk.hear(line)
    assert ["1", "bridge", "3"] == [question[-1] for question in asked]


def test_an_option_that_is_gone_is_asked() -> None:
    """An option whose entry has left the pack meanwhile is asked as a question."""
    talk, asked = conversation(CLARIFY, DECLINE)
    talk.hear("bridge")
    assert DECLINE == talk.hear("2")
    assert ("bridge", "2") == asked[-1]


def test_farewells() -> None:
    """These leave; a question with such a word does not."""
    assert [True] * 4 == [leaves(line) for line in (":q", "exit", " QUIT ", ":quit")]
    assert [False] * 3 == [leaves(line) for line in ("exit?", "when did they quit", "")]


def test_calls_for_help() -> None:
    """These show what can be typed; a question with such a word does not."""
    assert [True] * 3 == [wants_help(line) for line in ("help", " ? ", ":HELP")]
    assert [False] * 3 == [wants_help(line) for line in ("who asked for help", "??", "")]


def test_help_says_what_can_be_typed(footnote: Footnote) -> None:
    """Help is no question: it is not declined, and what was asked before still stands."""
    result = footnote("chat", stdin="Will the delays go on?\n?\nwho said that?\n")
    assert 2 == result.stdout.count("✓ Answer")
    assert "∅" not in result.stdout
    assert [] == [word for word in ("Tab", "Ctrl-C", "exit", "Did you mean") if word not in result.stdout]


def test_piped_questions_are_answered_in_turn(footnote: Footnote) -> None:
    """Each line has its reply, in the light of those before; blank lines are passed over; :q ends it."""
    result = footnote("chat", stdin="Will the delays go on?\n\nwho said that?\n:q\nnever asked\n")
    assert (0, "") == (result.exit_code, result.stderr)
    assert 2 == result.stdout.count("✓ Answer")
    assert 2 == result.stdout.count("“delays probably will continue into April”")


def test_odd_lines_are_questions_too(footnote: Footnote) -> None:
    """Bytes that are no text, controls and the end of the input make no fault."""
    result = footnote("chat", stdin=b"\xef\xbb\xbfferries \xff\x00\x1b[31m\r\n" + "[red]\u202e".encode())
    assert (0, "") == (result.exit_code, result.stderr)
    assert not set("\x1b\x00\u202e") & set(result.stdout)


def test_no_input_is_no_fault(footnote: Footnote) -> None:
    """Nothing in is nothing out."""
    assert (0, "") == (footnote("chat", stdin="").exit_code, footnote("chat", stdin="").stdout)


def test_a_broken_change_is_said_once(footnote: Footnote, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the changed pack can't be loaded the last good one answers, and stderr says why, once."""
    from bot.cli import prompt  # noqa: PLC0415 - patched below

    def breaking(*_: object) -> list[str]:
        (pack / "gaps.yaml").write_text("gaps: [", encoding="utf-8")
        return ["Will the delays go on?"] * 2

    monkeypatch.setattr(prompt, "lines", breaking)
    result = footnote("chat")
    assert 2 == result.stdout.count("✓ Answer")
    assert 1 == result.stderr.count("can't be loaded")
    assert 1 == result.stderr.count("pack/gaps.yaml:1: ")

"""Replies remembered, without the questions."""

from __future__ import annotations

from bot.discord_bot.memo import Memo
from tests.discord_bot.desks import FakeAnswerer


def test_the_same_question_is_answered_once() -> None:
    """Many who ask the same in the same context cost one answer; another context is another question."""
    memo, answerer = Memo(), FakeAnswerer()
    replies = [memo.ask(answerer, "when does it open", ()) for _ in range(3)]  # type: ignore[arg-type]
    assert replies[0] == replies[2]
    assert replies[2].trace.question == "when does it open"
    memo.ask(answerer, "when does it open", ("who paid",))  # type: ignore[arg-type]
    assert answerer.heard == [("when does it open", ()), ("when does it open", ("who paid",))]


def test_another_pack_is_asked_anew() -> None:
    """What was learnt anew answers anew."""
    memo, before, after = Memo(), FakeAnswerer(), FakeAnswerer()
    for answerer in (before, after):
        memo.ask(answerer, "when does it open", ())  # type: ignore[arg-type]
    assert (len(before.heard), len(after.heard)) == (1, 1)


def test_no_question_is_kept() -> None:
    """What is held are hashes and curated words, few enough for any number of questions."""
    memo, answerer = Memo(), FakeAnswerer()
    for number in range(2100):
        memo.ask(answerer, f"a secret {number}", ())  # type: ignore[arg-type]
    assert len(memo._replies) == 2000
    assert "secret" not in str(memo._replies)

"""What is remembered of a conversation, and how little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_bot.conversation import Conversations

if TYPE_CHECKING:
    import pytest


def test_the_latest_questions_are_kept_and_no_others() -> None:
    """Six questions a place are kept, oldest first."""
    held = Conversations()
    for number in range(10):
        held.remember((1, 2), f"q{number}")
    assert held.context((1, 2)) == ("q4", "q5", "q6", "q7", "q8", "q9")


def test_the_oldest_places_go_first() -> None:
    """However many people ask, memory stays bounded."""
    held = Conversations()
    for person in range(3000):
        held.remember((1, person), "q")
    assert [held.context((1, 0)), held.context((1, 2999))] == [(), ("q",)]


def test_only_what_was_answered_is_told_apart() -> None:
    """A question that was declined is context for the next one, and none for a bare follow-up."""
    held = Conversations()
    held.remember((1, 2), "q1")
    held.remember((1, 2), "q2", answered=False)
    assert [held.context((1, 2)), held.context((1, 2), answered=True)] == [("q1", "q2"), ("q1",)]


def test_what_is_old_is_gone_from_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks or is remembered after a quarter of an hour, the words of before are dropped everywhere."""
    held, now = Conversations(), [0.0]
    monkeypatch.setattr("bot.discord_bot.conversation.time.monotonic", lambda: now[0])
    held.remember((1, 2), "secret")
    now[0] = 10 * 60
    held.remember((1, 2), "later")
    now[0] = 15 * 60 + 1
    assert held.context((3, 4)) == ()
    assert "secret" not in str(held._asked)
    assert held.context((1, 2)) == ("later",)

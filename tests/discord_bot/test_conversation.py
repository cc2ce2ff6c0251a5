"""What is remembered of a conversation, and how little."""

from __future__ import annotations

from bot.discord_bot.conversation import Conversations


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

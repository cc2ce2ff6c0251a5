"""Several questions in one message, told apart."""

from __future__ import annotations

import pytest

from bot.discord_bot.questions import questions
from tests.discord_bot.worlds import world


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("when does it open", ("when does it open",)),
        ("", ("",)),
        ("When does it open? What does it cost?", ("When does it open?", "What does it cost?")),
        ("It is late.\nWhen does it open?? Who paid?!", ("It is late. When does it open??", "Who paid?!")),
        ("1. When does it open?\n2) Who paid?\n", ("When does it open?", "Who paid?")),
        ("- when does it open\n- who paid", ("- when does it open - who paid",)),
        ("Was it the city? Or the state?", ("Was it the city? Or the state?",)),
        ("When does it open? Thank you!", ("When does it open? Thank you!",)),
        ("When? ???", ("When? ???",)),
    ],
)
def test_questions_are_told_apart(text: str, asked: tuple[str, ...]) -> None:
    """Question marks and list marks part questions; a text with fewer than two stays whole."""
    assert asked == questions(text)


async def test_three_questions_are_answered_in_turn() -> None:
    """Each has its answer under its own words, in the light of those before; a fourth is put off."""
    async with world() as here:
        await here.mention("When does it open? Who paid? Which bridge? And why?")
        said = [message for message in here.channel.history() if message.author.bot]
        assert [message.content for message in said[:3]] == ["> When does it open?", "> Who paid?", "> Which bridge?"]
        assert said[3].content == "I answered the first 3 questions; ask the others once more."
        assert here.desk.answerer.heard[2] == ("Which bridge?", ("When does it open?", "Who paid?"))


async def test_a_command_takes_several_questions_too() -> None:
    """`/ask` answers the first by its response and the others after it."""
    async with world() as here:
        result = await here.alice.slash(here.channel, "ask", question="When does it open? Who paid?", private=True)
        shown = [message for message in (result.response, *result.followups) if message]
        assert [message.content for message in shown] == ["> When does it open?", "> Who paid?"]
        assert all(message.ephemeral for message in shown)

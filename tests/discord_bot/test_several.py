"""Several questions in one message, answered in turn."""

from __future__ import annotations

from tests.discord_bot.worlds import hollin_world, world


async def test_three_questions_are_answered_in_turn() -> None:
    """Each has its answer under its own words, in the light of those before; a fourth is put off."""
    async with world() as here:
        await here.mention("When does it open? Who paid? Which bridge? And why?")
        said = [message for message in here.channel.history() if message.author.bot]
        assert [message.content for message in said[:3]] == ["> When does it open?", "> Who paid?", "> Which bridge?"]
        assert said[3].content == "I answered the first 3 questions; ask the others once more:\n> And why?"
        assert here.desk.answerer.heard[2] == ("Which bridge?", ("When does it open?", "Who paid?"))


async def test_a_command_takes_several_questions_too() -> None:
    """`/ask` answers the first by its response and the others after it."""
    async with world() as here:
        result = await here.alice.slash(here.channel, "ask", question="When does it open? Who paid?", private=True)
        shown = [message for message in (result.response, *result.followups) if message]
        assert [message.content for message in shown] == ["> When does it open?", "> Who paid?"]
        assert all(message.ephemeral for message in shown)


async def test_a_list_needs_no_question_marks() -> None:
    """Each line of a list is answered under its own words, without its mark."""
    async with hollin_world() as here:
        await here.mention("1. who pays the Grey Gulls\n2. where is Hollin")
        said = [message for message in here.channel.history() if message.author.bot]
        assert [message.content for message in said] == ["> who pays the Grey Gulls", "> where is Hollin"]
        assert [message.embeds[0].title for message in said] == ["Who pays the Grey Gulls?", "Where is Hollin?"]


async def test_two_questions_joined_by_and_are_both_answered() -> None:
    """Neither half of "who … and where …?" is passed over."""
    async with hollin_world() as here:
        await here.mention("who pays the Grey Gulls and where is Hollin?")
        titles = [message.embeds[0].title for message in here.channel.history() if message.author.bot]
        assert titles == ["Who pays the Grey Gulls?", "Where is Hollin?"]

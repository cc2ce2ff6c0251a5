"""Not being a nuisance: pauses, links instead of repetitions, and silence where nobody asked."""

from __future__ import annotations

import asyncio

import discord
import pytest

from bot.discord_bot import asking
from tests.discord_bot.desks import FakeDesk
from tests.discord_bot.test_memo import Waiting
from tests.discord_bot.worlds import bot, labels, world


async def test_a_person_waits_between_questions() -> None:
    """Who asks again at once is told how long to wait, once; later they are answered."""
    async with world(cooldown_seconds=10) as here:
        await here.mention("when does it open")
        assert (await here.mention("who paid")).content == "One moment, please: ask me again in 10 seconds."
        before = len(here.channel.history())
        await here.mention("who paid")
        assert len(here.channel.history()) == before + 1
        await here.env.advance_time(11)
        assert (await here.mention("who paid")).embeds


async def test_a_command_is_always_told() -> None:
    """An interaction is never left without a word, however often it comes too soon."""
    async with world(cooldown_seconds=10) as here:
        results = [await here.alice.slash(here.channel, "ask", question="when") for _ in range(3)]
        shown = [result.response for result in results]
        assert [bool(message and message.ephemeral) for message in shown] == [False, True, True]
        assert shown[2]
        assert "ask me again in 10 seconds" in shown[2].content


async def test_a_channel_hears_five_questions_in_that_time() -> None:
    """Six people who ask at once in a channel are too many for it; who asks privately bothers nobody."""
    async with world(cooldown_seconds=10) as here:
        people = [here.member(f"person{number}") for number in range(7)]
        shown = [(await person.slash(here.channel, "ask", question="which bridge?")).response for person in people[:6]]
        assert shown[5]
        assert "Much is asked here" in shown[5].content
        alone = (await people[6].slash(here.channel, "ask", question="when", private=True)).response
        assert alone
        assert alone.embeds[0].title == "When does the bridge open?"


async def test_a_crowd_that_comes_too_soon_is_told_once() -> None:
    """Where a channel has heard enough, one word serves everybody who asks there by a message."""
    async with world(cooldown_seconds=30) as here:
        for number in range(15):
            await here.member(f"person{number}").send(here.channel, f"{here.me} which bridge?")
        said = [message.content for message in here.channel.history() if message.author.bot]
        assert [False] * 5 + [True] == ["Much is asked here" in words for words in said]


async def test_in_a_direct_message_nobody_is_left_without_a_word() -> None:
    """There a word bothers nobody, so whoever asks too soon hears it each time."""
    async with world(cooldown_seconds=30) as here:
        for _ in range(3):
            await here.alice.user.send_dm("when does it open")
        said = [message for message in here.alice.user.dm_channel.history() if message.author.bot]
        assert [False, True, True] == ["One moment, please" in message.content for message in said]


async def test_what_is_tapped_too_soon_is_answered_to_who_tapped() -> None:
    """Buttons and suggestions are answered, but no faster for everybody to see than questions are."""
    async with world(cooldown_seconds=30) as here:
        offered = await here.mention("who paid")
        for wait in (0, 0, 31):
            await here.env.advance_time(wait)
            shown = (await here.alice.click(offered, label="1")).response
            assert shown
            assert shown.embeds[0].title == "What does it cost?"
            assert shown.ephemeral == (wait == 0)
        picked = (await here.alice.slash(here.channel, "ask", question="id:bridge-cost")).response
        assert picked
        assert (True, "What does it cost?") == (picked.ephemeral, picked.embeds[0].title)


async def test_the_same_answer_is_linked_to() -> None:
    """Within ten minutes the same answer is a link to the one above, and a button shows it nevertheless."""
    async with world(repeat_minutes=10) as here:
        first = await here.mention("when does it open")
        await here.env.advance_time(120)
        again = await here.mention("when will it open")
        assert "I answered that here 2 minutes ago" in str(again.embeds[0].description)
        assert first.jump_url in str(again.embeds[0].description)
        shown = (await here.alice.click(again, label="Show it to me here")).response
        assert shown
        assert shown.ephemeral
        assert shown.embeds[0].title == "When does the bridge open?"
        await here.env.advance_time(600)
        assert labels(await here.mention("when does it open"))[0] == "Who said it"


async def test_a_command_links_to_what_a_command_said() -> None:
    """The second person who asks the same by command gets the link alone."""
    async with world(repeat_minutes=10) as here:
        first = (await here.alice.slash(here.channel, "ask", question="when does it open")).response
        again = (await here.member("bob").slash(here.channel, "ask", question="when does it open")).response
        assert first
        assert again
        assert again.ephemeral
        assert f"/{first.id}" in str(again.embeds[0].description)


async def test_what_is_gone_private_or_of_another_channel_is_no_repetition() -> None:
    """A deleted answer, one for one person, and one of a direct message are not linked to."""
    async with world(repeat_minutes=10) as here:
        await here.alice.slash(here.channel, "ask", question="when", private=True)
        first = await here.mention("when does it open")
        assert labels(first)[0] == "Who said it"
        await here.member("mod", manage_messages=True).delete(first)
        assert labels(await here.mention("when does it open"))[0] == "Who said it"
        for _ in range(2):
            await here.alice.user.send_dm("when does it open")
            assert here.alice.user.dm_channel.last_message
            assert labels(here.alice.user.dm_channel.last_message)[0] == "Who said it"


async def test_what_a_purge_took_is_no_repetition() -> None:
    """Answers that were deleted together are not linked to."""
    async with world(repeat_minutes=10) as here:
        first = await here.mention("when does it open")
        gone = discord.RawBulkMessageDeleteEvent({"ids": [first.id, 1], "channel_id": here.channel.id})
        await here.env.bot.on_raw_bulk_message_delete(gone)  # type: ignore[attr-defined]
        assert labels(await here.mention("when does it open"))[0] == "Who said it"


async def test_who_asks_the_same_at_once_gets_one_answer_and_links() -> None:
    """Also where the first answer is still on its way, the others link to it."""
    doors = [Waiting(number, crowd=True, takes=0.05) for number in range(3)]
    asked = bot(FakeDesk(), repeat_minutes=10)
    await asyncio.gather(*(asking.ask(asked, door, "when does it open") for door in doors))  # type: ignore[arg-type]
    assert [False, True, True] == [door.alone for door in doors]


async def test_a_thank_you_under_an_answer_needs_no_answer() -> None:
    """A reply that merely pings is heard as a question, and passed over where it is none; a call by name is greeted."""
    async with world() as here:
        answer = await here.mention("when does it open")
        await here.alice.send(here.channel, "hello, thanks", reply_to=answer)
        assert here.channel.last_message
        assert here.channel.last_message.content == "hello, thanks"
        await here.alice.send(here.channel, "and which bridge?", reply_to=answer)
        assert labels(here.channel.last_message)[0] == "When does the bridge open?"
        assert (await here.mention("hello")).embeds[0].description == "Ask me about the bridge."


async def test_in_a_private_channel_only_the_asker_sees_the_answer() -> None:
    """Commands and menus answer there alone; a mention, which can't be answered so, says how to ask."""
    async with world() as here:
        here.env.bot.settings = here.env.bot.settings.model_copy(update={"private_channels": (here.channel.id,)})  # type: ignore[attr-defined]
        shown = (await here.alice.slash(here.channel, "ask", question="when does it open")).response
        assert shown
        assert shown.ephemeral
        said = await here.mention("when does it open")
        assert "`/ask`" in said.content
        assert not said.embeds


@pytest.mark.parametrize(("given", "guild", "expected"), [((1024,), 9, True), ((), 9, False), ((1024,), None, False)])
async def test_a_thread_that_is_not_known_may_be_a_private_one(
    given: tuple[int, ...],
    guild: int | None,
    expected: bool,  # noqa: FBT001
) -> None:
    """Where some channels are private, a thread of an unknown one is taken for it; a direct message is not."""
    asked = bot(FakeDesk(), private_channels=given)
    assert expected == asked.is_private(asked.get_partial_messageable(77, guild_id=guild))
    assert bool(given) == asked.is_private(None)


@pytest.mark.parametrize("private", [False, True])
async def test_no_right_to_embed_leaves_the_same_words_as_text(private: bool) -> None:  # noqa: FBT001
    """Where cards are not allowed, the words, the footnote and the receipt come as plain text."""
    async with world() as here:
        denied = {here.env.guild.default_role: discord.PermissionOverwrite(embed_links=False)}
        quiet = here.env.guild.create_text_channel("quiet", overwrites=denied)
        await here.alice.send(quiet, f"{here.me} when does it open")
        shown = (await here.alice.slash(quiet, "ask", question="when does it open", private=private)).response
        assert shown
        assert quiet.history()[1].content in shown.content
        assert not shown.embeds
        assert "**✅ Answer**" in shown.content
        assert shown.content.endswith("bridge-opening@\u200b3f2a")

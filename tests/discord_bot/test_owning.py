"""Whose an answer is: shared by who saw it alone, deleted by who asked for it or moderates."""

from __future__ import annotations

import discord

from bot.discord_bot.persistent import revive
from tests.discord_bot.desks import FakeDesk
from tests.discord_bot.worlds import bot, labels, world


async def test_a_private_answer_can_be_shared() -> None:
    """The very card goes to everybody, with who shared it, and can't be shared twice."""
    async with world() as here:
        asked = await here.alice.slash(here.channel, "ask", question="when does it open", private=True)
        assert asked.response
        assert labels(asked.response)[-1] == "Share with everyone"
        shared = (await here.alice.click(asked.response, label="Share with everyone")).followups[0]
        assert not shared.ephemeral
        assert shared.embeds == asked.response.embeds
        assert shared.content == "> when does it open\n-# Shared by alice"
        assert asked.response
        assert "Share with everyone" not in labels(asked.response)
        assert labels(shared)[-1] == "Delete"
        assert (await here.alice.click(shared, label="How sure")).response


async def test_who_asked_can_delete_the_answer() -> None:
    """The asker deletes what a mention, a command and a direct message brought, also after a restart."""
    async with world() as here:
        answer = await here.mention("when does it open")
        await here.env.restart_bot(bot(FakeDesk()))
        await here.alice.click(answer, label="Delete")
        shown = await here.alice.slash(here.channel, "ask", question="who paid")
        assert shown.response
        await here.alice.click(shown.response, label="Delete")
        assert [message.author.bot for message in here.channel.history()] == [False]


async def test_others_cannot_and_moderators_can() -> None:
    """Somebody else's answer stays, with a word to them alone; a moderator's click deletes it."""
    async with world() as here:
        answer = await here.mention("when does it open")
        refused = (await here.member("bob").click(answer, label="Delete")).response
        assert refused
        assert refused.ephemeral
        assert "Only who asked" in refused.content
        assert answer.id in [message.id for message in here.channel.history()]
        await here.member("mod", manage_messages=True).click(answer, label="Delete")
        assert answer.id not in [message.id for message in here.channel.history()]


async def test_every_kind_of_component_is_revived_as_it_was() -> None:
    """What a custom_id stands for is made again with the same custom_id."""
    async with world() as here:
        kinds = here.env.bot.kinds  # type: ignore[attr-defined]
        for custom_id in (
            *("fn:ask:a", "fn:again:a", "fn:who:a", "fn:why:", "fn:related:a", "fn:none", "fn:share", "fn:delete:7"),
            *("fn:topics:on:ab12:3", "fn:topic", "fn:pick", "fn:facts:0:ab::2022-01/2022-05"),
        ):
            made = revive(custom_id, "…", kinds)
            assert made
            assert made.custom_id == custom_id


async def test_what_was_deleted_is_said_again() -> None:
    """An answer that its asker deleted is not linked to when somebody asks the same."""
    async with world(repeat_minutes=10) as here:
        await here.alice.click(await here.mention("when does it open"), label="Delete")
        assert labels(await here.mention("when does it open"))[0] == "Who said it"


async def test_a_plain_text_answer_is_shared_whole() -> None:
    """Where no cards are allowed, sharing keeps every word, the receipt included."""
    async with world() as here:
        denied = {here.env.guild.default_role: discord.PermissionOverwrite(embed_links=False)}
        quiet = here.env.guild.create_text_channel("quiet", overwrites=denied)
        asked = (await here.alice.slash(quiet, "ask", question="when does it open", private=True)).response
        assert asked
        before = asked.content
        shared = (await here.alice.click(asked.message, label="Share with everyone")).followups[0]
        assert shared.content == f"{before}\n-# Shared by alice"
        assert not shared.embeds

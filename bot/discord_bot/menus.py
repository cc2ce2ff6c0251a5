"""What one can do with anybody's message: have it answered, or held against the report."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.utils import remove_markdown

from bot.answering.checking import verdicts
from bot.discord_bot import asking
from bot.discord_bot.addressed import without_mention
from bot.discord_bot.apology import whisper
from bot.discord_bot.doors import InteractionDoor, sent
from bot.render import checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.discord_bot.client import FootnoteBot

    Asked = discord.Interaction[FootnoteBot]

NO_WORDS = "There are no words in that message that I can read."
_LONGEST = 6000  # characters of a message that are held against the report


@app_commands.context_menu(name="Answer this")
async def answer_this(interaction: Asked, message: discord.Message) -> None:
    """Answer a message as if it had been asked of us, with a link to it."""
    bot, words = interaction.client, _question(interaction, message)
    if not words:
        await whisper(interaction, NO_WORDS)
        return
    door = InteractionDoor(interaction, hidden=bot.is_private(interaction.channel), shy=True)
    await asking.ask(bot, door, words, above=f"-# To [this message](<{door.url(message.id)}>)")


@app_commands.context_menu(name="Check against the report")
async def check_this(interaction: Asked, message: discord.Message) -> None:
    """Hold each sentence of a message against the report; only the person who asked sees it."""
    bot, words = interaction.client, _words(interaction, message)
    door = InteractionDoor(interaction, hidden=True)
    if not words:
        await whisper(interaction, NO_WORDS)
        return
    if await asking.put_off(bot, door):
        return
    # Two dozen sentences may take longer than Discord waits for a first response.
    await interaction.response.defer(ephemeral=True, thinking=True)
    answerer, _ = await bot.opened()
    found = await bot.memo.in_turn(partial(verdicts.check, answerer, words[:_LONGEST]))
    for card in checked.cards(found):
        await door.say(sent([card], embeds=door.embeds))


def _words(interaction: Asked, message: discord.Message) -> str:
    """Give what a message says, also one that was passed on, without our name, and what its cards say."""
    own = interaction.client.user
    told = "\n".join(filter(None, chain.from_iterable(_cards(message))))
    said = "" if told and own and message.author.id == own.id else _said(interaction, message)
    return "\n".join(filter(None, (said, told)))


def _question(interaction: Asked, message: discord.Message) -> str:
    """Give what a message asks: its words, or where it has none the first that stands on a card."""
    said = _said(interaction, message)
    return said or next(filter(None, chain.from_iterable(_cards(message))), "")


def _said(interaction: Asked, message: discord.Message) -> str:
    passed_on = "\n".join(snapshot.content for snapshot in message.message_snapshots)
    me = interaction.client.user
    return without_mention(message.content or passed_on, me) if me else ""


def _cards(message: discord.Message) -> Iterator[tuple[str, str]]:
    """Give the title and the description of each card, as they are read."""
    passed_on = (card for snapshot in message.message_snapshots for card in snapshot.embeds)
    for card in (*message.embeds, *passed_on):
        yield remove_markdown(card.title or ""), remove_markdown(card.description or "")

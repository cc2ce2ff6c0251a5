"""The slash commands: `/ask`, `/topics`, `/source` and `/help`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord_bot import buttons
from bot.discord_bot.apology import apologise
from bot.render import limits, pages

if TYPE_CHECKING:
    from bot.discord_bot.client import FootnoteBot
    from bot.model.reply import Option

_PICKED = re.compile(r"id:(\S+)")
_EXAMPLES = 3

Asked = discord.Interaction["FootnoteBot"]


class Tree(app_commands.CommandTree["FootnoteBot"]):
    """All our commands, usable in servers, direct messages and groups; a failed one apologises."""

    def __init__(self, client: FootnoteBot) -> None:
        super().__init__(
            client, allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
        )
        commands: tuple[app_commands.Command[Any, ..., None], ...] = (ask, topics, source, guide)
        for command in commands:
            self.add_command(command)

    async def on_error(self, interaction: Asked, error: app_commands.AppCommandError) -> None:
        """Apologise to the person whose command failed."""
        await apologise(interaction, error)


@app_commands.command(name="ask", description="Ask the report a question; the answer comes with its footnote")
@app_commands.describe(question="Your own words, or pick a suggestion", private="Only you see the answer")
async def ask(interaction: Asked, question: str, private: bool = False) -> None:  # noqa: FBT001, FBT002 - Discord's own form of an option
    """Answer a picked suggestion by its id, anything else as a question."""
    bot = interaction.client
    if picked := _PICKED.fullmatch(question):
        await bot.recall(interaction, picked[1], private=private)
        return
    sent = await bot.answer(question, (interaction.channel_id or 0, interaction.user.id))
    echo = limits.escape(limits.clean(question), 500)
    await interaction.response.send_message(f"> {echo}", **sent, ephemeral=private)


@ask.autocomplete("question")
async def _suggest(interaction: Asked, typed: str) -> list[app_commands.Choice[str]]:
    options = interaction.client.desk.answerer.suggest(limits.cut(typed, 200), limit=25)
    return [_choice(option) for option in options[:25]]


@app_commands.command(name="topics", description="What there is to ask")
async def topics(interaction: Asked) -> None:
    """Show the topics of the pack."""
    answerer, notices = await interaction.client.opened()
    card = discord.Embed.from_dict(pages.topics(answerer.packs))
    await interaction.response.send_message(embeds=[card, *notices], ephemeral=True)


@app_commands.command(name="source", description="Where the answers come from, and what we have read")
async def source(interaction: Asked) -> None:
    """Show the sources of the pack."""
    answerer, notices = await interaction.client.opened()
    card = discord.Embed.from_dict(pages.sources(answerer.packs))
    await interaction.response.send_message(embeds=[card, *notices], ephemeral=True)


@app_commands.command(name="help", description="How to ask, with examples")
async def guide(interaction: Asked) -> None:
    """Show how to ask, with live examples to tap."""
    answerer, notices = await interaction.client.opened()
    examples = answerer.suggest("", limit=_EXAMPLES)[:_EXAMPLES]
    card = discord.Embed.from_dict(pages.guide(answerer.packs, examples))
    view = buttons.examples(examples) or discord.utils.MISSING
    await interaction.response.send_message(embeds=[card, *notices], view=view, ephemeral=True)


def _choice(option: Option) -> app_commands.Choice[str]:
    """Give a suggestion that carries its entry's id where it fits, else the question itself."""
    name = limits.cut(limits.clean(option.question), limits.CHOICE) or "…"
    value = f"id:{option.entry}"
    return app_commands.Choice(name=name, value=value if limits.units(value) <= limits.CHOICE else name)

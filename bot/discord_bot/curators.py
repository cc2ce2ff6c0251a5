"""What only curators may: hidden from others by Discord, and checked again here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_bot.apology import whisper
from bot.discord_bot.doors import may_embed, sent
from bot.render import curators

if TYPE_CHECKING:
    from bot.discord_bot.client import FootnoteBot

    Asked = discord.Interaction[FootnoteBot]

CURATORS_ONLY = "That is for curators: it needs the right to manage this server."


@app_commands.command(name="pack", description="For curators: what is loaded, and what is wrong with a changed pack")
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def pack(interaction: Asked) -> None:
    """Show what is loaded, and why a changed pack is not."""
    if await refused(interaction):
        return
    answerer, notices = await interaction.client.opened()
    problem = interaction.client.problem
    wrong = notices or ([curators.broken(problem)] if problem else [])
    made = sent([curators.loaded(answerer.packs), *wrong], embeds=may_embed(interaction))
    await interaction.response.send_message(**made, ephemeral=True)


async def refused(interaction: Asked) -> bool:
    """Check once more what Discord hides by default, for a server may show a command to anybody; say so if need be."""
    allowed = interaction.guild_id is not None and interaction.permissions.manage_guild
    if not allowed:
        await whisper(interaction, CURATORS_ONLY)
    return not allowed

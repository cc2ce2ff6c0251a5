"""Sharing with everyone what only one person saw: the very message, with who shared it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import discord
from discord.ui import Button, View

from bot.discord_bot.deletion import Delete
from bot.discord_bot.persistent import Persistent, components, view_of
from bot.render import limits

if TYPE_CHECKING:
    import re

    from bot.discord_bot.client import FootnoteBot

    Click = discord.Interaction[FootnoteBot]


class Share(Persistent[Button[View]], template=r"fn:share"):
    """Under an answer that only its asker sees."""

    def __init__(self) -> None:
        style = discord.ButtonStyle.primary
        super().__init__(Button(label="Share with everyone", style=style, custom_id="fn:share"))

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the button; it has no state."""
        del match, label
        return cls()

    async def act(self, interaction: Click) -> None:
        """Take the button away, so that nobody shares twice, and show the message to the channel."""
        message = interaction.message
        if message is None or not interaction.client.shared.take(message.id):
            await interaction.response.defer()
            return
        others = [
            item for item in components(message, interaction.client.kinds) if not isinstance(item, Share | Delete)
        ]
        try:
            await interaction.response.edit_message(view=view_of(others))
        except Exception:
            interaction.client.shared.release(message.id)
            raise
        who = limits.escape(limits.clean(interaction.user.display_name), 100)
        words = f"{message.content}\n-# Shared by {who}".strip()
        shared = view_of([*others, Delete(interaction.user.id)])
        embeds = [discord.Embed.from_dict(embed.to_dict()) for embed in message.embeds]
        await interaction.followup.send(limits.cut(words, limits.CONTENT), embeds=embeds, view=shared or View())

"""Delete-my-answer: for whoever asked, and for moderators."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Self

import discord
from discord.ui import Button, View

from bot.discord_bot.apology import whisper
from bot.discord_bot.persistent import QUIET, Persistent

if TYPE_CHECKING:
    import re

    from bot.discord_bot.client import FootnoteBot

    Click = discord.Interaction[FootnoteBot]

NOT_YOUR_ANSWER = "Only who asked for this answer, or a moderator of the channel, can delete it."


class Delete(Persistent[Button[View]], template=r"fn:delete:(?P<asker>[0-9]{1,20})"):
    """Under every answer that others see; carries who asked."""

    def __init__(self, asker: int) -> None:
        super().__init__(Button(label="Delete", style=QUIET, custom_id=f"fn:delete:{asker}"))
        self.asker = asker

    @classmethod
    def revived(cls, match: re.Match[str], label: str | None) -> Self:
        """Give the button of this asker."""
        del label
        return cls(int(match["asker"]))

    async def act(self, interaction: Click) -> None:
        """Delete the message under which the button is, for those who may."""
        moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
        if interaction.user.id != self.asker and not moderates:
            await whisper(interaction, NOT_YOUR_ANSWER)
            return
        if interaction.message:
            interaction.client.repeats.forget(interaction.message.id)
        # The message of a button is its "original response" too, so that no right in the channel is needed.
        await interaction.response.defer()
        with suppress(discord.NotFound):  # somebody was faster
            await interaction.delete_original_response()

"""One way to fail: the person gets a sentence that only they see, the log gets a line without their words."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_bot.faults import PASSING

if TYPE_CHECKING:
    from discord.abc import Messageable

SORRY = "Something went wrong on my side, and this was not answered. Please ask once more in a moment."
_log = logging.getLogger("footnote.discord")


async def apologise(interaction: discord.Interaction[Any], error: BaseException) -> None:
    """Answer an interaction whose handling failed."""
    log(error, f"an interaction in channel {interaction.channel_id}")
    interaction.client.dispatch("unanswered")
    with suppress(discord.HTTPException, *PASSING):
        await whisper(interaction, SORRY)


async def apologise_in(channel: Messageable, error: BaseException) -> None:
    """Answer a message whose handling failed; there is no private way to do so."""
    log(error, f"a message in channel {getattr(channel, 'id', 0)}")
    with suppress(discord.HTTPException, *PASSING):
        await channel.send(SORRY)


async def whisper(interaction: discord.Interaction[Any], sentence: str) -> None:
    """Say a sentence that only the person who acted sees."""
    if interaction.response.is_done():
        await interaction.followup.send(sentence, ephemeral=True)
    else:
        await interaction.response.send_message(sentence, ephemeral=True)


def log(error: BaseException, where: str) -> None:
    """Write what failed; what Discord refused takes its numbers, a fault of ours its place in the code.

    Of either only the kind is named: its words may quote the question.
    """
    cause = getattr(error, "original", error)
    kind = type(cause).__name__
    if isinstance(cause, discord.HTTPException):
        _log.error("%s was not answered: %s (%d, code %d)", where, kind, cause.status, cause.code)
    else:
        _log.error("%s was not answered: %s", where, kind, exc_info=cause)

"""One way to fail: the person gets a sentence that only they see, the log gets a line without their words."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_bot.delivery import EXPIRED
from bot.discord_bot.faults import PASSING
from bot.discord_bot.memo import CrowdedError

if TYPE_CHECKING:
    from discord.abc import Messageable

SORRY = "Something went wrong on my side, and this was not answered. Please ask once more in a moment."
CROWDED = "So much is asked just now that you would wait long. Please ask once more in a moment."
OLD_COMMAND = "This command is out of date in your Discord: restart it, or press Ctrl-R."
_log = logging.getLogger("footnote.discord")


async def apologise(interaction: discord.Interaction[Any], error: BaseException) -> None:
    """Answer an interaction whose handling failed, where Discord still takes an answer."""
    log(error, f"an interaction in channel {interaction.channel_id}")
    interaction.client.dispatch("unanswered")
    if getattr(_cause(error), "code", None) == EXPIRED:
        return
    with suppress(discord.HTTPException, *PASSING):
        if not await whisper(interaction, _sentence(error)):
            # A response whose sending failed had come through: what comes after it can still be said.
            await interaction.followup.send(_sentence(error), ephemeral=True)


async def outdated(interaction: discord.Interaction[Any]) -> None:
    """Answer a command as it was in another version of ours, which this person's Discord still lists."""
    _log.info("an outdated command in channel %s was not answered", interaction.channel_id)
    with suppress(discord.HTTPException, *PASSING):
        await whisper(interaction, OLD_COMMAND)


async def apologise_in(channel: Messageable, error: BaseException) -> None:
    """Answer a message whose handling failed, unless we may not write there; there is no private way to do so."""
    log(error, f"a message in channel {getattr(channel, 'id', 0)}")
    if isinstance(error, discord.Forbidden):
        return
    with suppress(discord.HTTPException, *PASSING):
        await channel.send(_sentence(error))


async def whisper(interaction: discord.Interaction[Any], sentence: str) -> bool:
    """Say a sentence that only the person who acted sees; False where Discord had taken another response before."""
    if interaction.response.is_done():
        await interaction.followup.send(sentence, ephemeral=True)
        return True
    return bool((await interaction.response.send_message(sentence, ephemeral=True)).message_id)


def log(error: BaseException, where: str) -> None:
    """Write what failed; what Discord refused takes its numbers, a fault of ours its place in the code.

    Of either only the kind is named: its words may quote the question.
    """
    cause = _cause(error)
    kind = type(cause).__name__
    if isinstance(cause, discord.HTTPException):
        _log.error("%s was not answered: %s (%d, code %d)", where, kind, cause.status, cause.code)
    elif isinstance(cause, CrowdedError):
        _log.warning("%s was not answered: too much is asked at once", where)
    else:
        _log.error("%s was not answered: %s", where, kind, exc_info=cause)


def _cause(error: BaseException) -> BaseException:
    return getattr(error, "original", error)


def _sentence(error: BaseException) -> str:
    return CROWDED if isinstance(_cause(error), CrowdedError) else SORRY

"""Which messages ask us something, and what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import discord

from bot.render import limits

if TYPE_CHECKING:
    from discord.abc import User

_SPOKEN = (discord.MessageType.default, discord.MessageType.reply)


def question_in(message: discord.Message, me: User) -> str | None:
    """Give the words of a direct message or a mention, without the mention; None where nobody asked us.

    An empty question is one too: somebody called. Bots and webhooks never ask.
    """
    if message.author.bot or message.webhook_id is not None or message.type not in _SPOKEN:
        return None
    if guild_of(message) is not None and me.id not in {user.id for user in message.mentions}:
        return None
    return without_mention(message.content, me)


def guild_of(message: discord.Message) -> int | None:
    """Give the id of the server in which a message was written, also of one that is not known (yet); None for a DM."""
    return message.guild.id if message.guild else getattr(message.channel, "guild_id", None)


def called(message: discord.Message, me: User) -> bool:
    """Whether the bot was called by name or written to; a mere reply to it may as well be a thank-you."""
    return guild_of(message) is None or bool(_mention(me).search(message.content))


def without_mention(content: str, me: User) -> str:
    """Give what is said besides the bot's name, line by line."""
    return "\n".join(filter(None, map(limits.clean, _mention(me).sub(" ", content).splitlines())))


def _mention(me: User) -> re.Pattern[str]:
    return re.compile(rf"<@!?{me.id}>")

"""Which messages ask us something, and what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from discord.abc import User

_SPOKEN = (discord.MessageType.default, discord.MessageType.reply)


def question_in(message: discord.Message, me: User) -> str | None:
    """Give the question of a direct message or a mention, without the mention; None where nobody asked us.

    An empty question is one too: somebody called. Bots and webhooks never ask.
    """
    if message.author.bot or message.webhook_id is not None or message.type not in _SPOKEN:
        return None
    if message.guild is not None and me.id not in {user.id for user in message.mentions}:
        return None
    return " ".join(re.sub(rf"<@!?{me.id}>", " ", message.content).split())

"""Which channels are private: those that the settings name, with their threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from collections.abc import Collection


def is_among(private: Collection[int], channel: object) -> bool:
    """Whether a channel, or the channel of a thread, is among these.

    One of a server that is not known (yet) may be a thread of any of them: where there are some, it counts as one.
    """
    if channel is None or (isinstance(channel, discord.PartialMessageable) and channel.guild_id):
        return bool(private)
    return any(getattr(channel, name, None) in private for name in ("id", "parent_id"))

"""A question asked back and settled: what was picked takes the place of the card that offered it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.discord_bot import topics
from bot.discord_bot.deletion import Delete
from bot.discord_bot.doors import InteractionDoor, sent
from bot.discord_bot.persistent import components, view_of
from bot.render import pages

if TYPE_CHECKING:
    import discord

    from bot.discord_bot.client import FootnoteBot
    from bot.discord_bot.doors import Sent

    Click = discord.Interaction[FootnoteBot]

NONE_OF_THESE = "Try other words, a name or a place. Or look through what there is, as in `/topics`:"


class InPlace(InteractionDoor):
    """Answers a button by changing the message under which it is."""

    in_place = True

    async def say(self, sent: Sent, *, alone: bool = False) -> int:
        """Put an answer in the place of the card; what comes after it, or is not for all to see, is sent as ever."""
        beside = alone and not self.hidden
        if beside or self._interaction.response.is_done() or self._interaction.message is None:
            return await super().say(sent, alone=alone)
        empty: Sent = {"embeds": [], "view": None}
        await self._interaction.response.edit_message(**(empty | sent))
        return self._interaction.message.id


def door(interaction: Click, *, private: bool) -> InteractionDoor:
    """Give the way to answer a tap: in place of a "Did you mean" of one's own, else below it, as hidden as that is."""
    hidden = private or interaction.client.is_private(interaction.channel)
    way = InPlace if _asked_back(interaction) else InteractionDoor
    return way(interaction, hidden=hidden or _alone(interaction))


async def neither(interaction: Click) -> None:
    """Close a "Did you mean" for whoever asked, and show that person what there is to ask."""
    if _asked_back(interaction) and interaction.message:
        kept = [item for item in components(interaction.message, interaction.client.kinds) if isinstance(item, Delete)]
        door = InPlace(interaction, hidden=True)
        await door.say(sent([pages.none_of_these()], view_of(kept), embeds=door.embeds))
    await topics.show(interaction, NONE_OF_THESE)


def _asked_back(interaction: Click) -> bool:
    """Whether the message is a "Did you mean" for the person who acts: others may answer it, and leave it standing."""
    message = interaction.message
    found = components(message, interaction.client.kinds) if message else []
    own = any(isinstance(item, Delete) and item.asker == interaction.user.id for item in found)
    return (own or _alone(interaction)) and any(item.custom_id == "fn:none" for item in found)


def _alone(interaction: Click) -> bool:
    return interaction.message is not None and interaction.message.flags.ephemeral

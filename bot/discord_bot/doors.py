"""The ways in by which somebody asks, and how an answer goes back the same way: a message, or an interaction."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

import discord

from bot.discord_bot.addressed import guild_of
from bot.discord_bot.delivery import send
from bot.render import limits
from bot.render.card import together
from bot.render.twin import twin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.discord_bot.client import FootnoteBot
    from bot.discord_bot.conversation import Place

    Asked = discord.Interaction[FootnoteBot]

_NO_HISTORY = 160002  # Discord's number for a reply where one may not read what it replies to
_PLAIN = limits.CONTENT - 150  # room for who shared it

Sent = dict[str, Any]
"""Keyword arguments of a send: content, embeds, view."""


class Door(Protocol):
    """One way in; `hidden` where only the asker sees the answer, `crowd` where others read along.

    `shy` where a decline is for the asker alone; `loud` where nothing can be said to the asker alone; `thanked` where
    the bot was replied to, not called by name.
    """

    place: Place
    hidden: bool
    crowd: bool
    embeds: bool
    shy: bool
    loud: bool
    thanked: bool

    async def say(self, sent: Sent, *, alone: bool = False) -> int:
        """Send a message, to the asker `alone` where there is a way to; its id comes back."""

    async def acknowledge(self) -> None:
        """Say that an answer will come, where somebody waits for a sign of it."""

    def url(self, message: int) -> str:
        """Give the address of a message of this channel."""


class MessageDoor:
    """Answers a message: by a reply in a server, plainly in a direct message."""

    def __init__(self, message: discord.Message, *, called: bool = True) -> None:
        self.place = (message.channel.id, message.author.id)
        self.hidden, self.shy, self.loud, self.thanked = False, False, True, not called
        self.crowd = guild_of(message) is not None
        self.embeds = _may_embed(message)
        self._message = message

    async def say(self, sent: Sent, *, alone: bool = False) -> int:
        """Send; there is no way to answer a message for the asker alone."""
        del alone
        return (await _respond(self._message, sent)).id

    async def acknowledge(self) -> None:
        """Leave the asker to wait, as in any conversation."""

    def url(self, message: int) -> str:
        """Give the address of a message of this channel."""
        return _url(guild_of(self._message), self._message.channel.id, message)


class InteractionDoor:
    """Answers a command, a menu or a button: first by a response, then by followups; `in_place` where it adds none."""

    in_place = False

    def __init__(self, interaction: Asked, *, hidden: bool, shy: bool = False) -> None:
        self.place = (interaction.channel_id or 0, interaction.user.id)
        self.hidden, self.shy, self.loud, self.thanked = hidden, shy, False, False
        self.crowd = others_read(interaction)
        self.embeds = may_embed(interaction)
        self._interaction = interaction
        self._thinking: bool | None = None  # whether for the asker alone, while nothing else was said

    async def say(self, sent: Sent, *, alone: bool = False) -> int:
        """Send the response, or what comes after it."""
        hidden = self.hidden or alone
        if self._interaction.response.is_done():
            await self._no_longer_thinking(hidden=hidden)
            return (await self._interaction.followup.send(**sent, ephemeral=hidden, wait=True)).id
        response = await self._interaction.response.send_message(**sent, ephemeral=hidden)
        return response.message_id or 0

    async def acknowledge(self) -> None:
        """Respond in the three seconds that Discord waits; the answer may then take its time."""
        if not self._interaction.response.is_done():
            self._thinking = self.hidden or self.shy
            await self._interaction.response.defer(ephemeral=self._thinking, thinking=True)

    async def _no_longer_thinking(self, *, hidden: bool) -> None:
        """Take "thinking …" away where what takes its place would be seen by others than it is for."""
        if self._thinking not in (None, hidden):
            with suppress(discord.HTTPException):
                await self._interaction.delete_original_response()
        self._thinking = None

    def url(self, message: int) -> str:
        """Give the address of a message of this channel."""
        return _url(self._interaction.guild_id, self._interaction.channel_id or 0, message)


def sent(
    cards: Sequence[Mapping[str, Any]], view: discord.ui.View | None = None, *, embeds: bool = True, content: str = ""
) -> Sent:
    """Give what to send: cards, or where those are not allowed their plain text, with buttons and words above."""
    made: Sent = {"embeds": [discord.Embed.from_dict(card) for card in together(cards)]} if embeds else {}
    told = "" if embeds else twin(cards, _PLAIN - limits.units(content))
    text = "\n".join(filter(None, (content, told)))
    return made | ({"content": text} if text else {}) | ({"view": view} if view else {})


def others_read(interaction: Asked) -> bool:
    """Whether others read along where somebody acts: in a server, in a group."""
    return interaction.guild_id is not None or interaction.context.private_channel is True


def may_embed(interaction: Asked) -> bool:
    """Whether a card is shown where this was asked; elsewhere than in a server it always is."""
    return interaction.guild_id is None or interaction.app_permissions.embed_links


def _may_embed(message: discord.Message) -> bool:
    if message.guild is None or isinstance(message.channel, discord.PartialMessageable):
        return True
    try:
        return message.channel.permissions_for(message.guild.me).embed_links
    except discord.ClientException:  # a thread whose channel is not known (yet)
        return True


def _url(guild: int | None, channel: int, message: int) -> str:
    return f"https://discord.com/channels/{guild or '@me'}/{channel}/{message}"


async def _respond(message: discord.Message, sent: Sent) -> discord.Message:
    """Send as a reply in a server, where others talk too; plainly in a DM, or where only replying is refused."""
    if guild_of(message) is None:
        return await send(message.channel, **sent)
    reference = message.to_reference(fail_if_not_exists=False)
    try:
        return await send(message.channel, **sent, reference=reference, mention_author=False)
    except discord.Forbidden as error:
        if error.code != _NO_HISTORY:
            raise
    return await send(message.channel, **sent)

"""The bot itself: it hears questions on every way in, and answers each with one card and its buttons."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, Any

import discord

from bot.discord_bot import buttons, commands, sync
from bot.discord_bot.addressed import question_in
from bot.discord_bot.apology import apologise_in, whisper
from bot.discord_bot.conversation import Conversations
from bot.render import limits, pages
from bot.render.embed import embed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answering.answerer import Answerer
    from bot.answering.followup import Aspect
    from bot.app import Desk
    from bot.discord_bot.conversation import Place
    from bot.model.reply import Reply
    from bot.settings import Settings

_QUESTION = 1000
_PATIENCE = 1.0  # seconds; Discord wants a first response within three
_log = logging.getLogger("footnote.discord")

Sent = dict[str, Any]
"""Keyword arguments of a send: content, embeds, view."""


class FootnoteBot(discord.Client):
    """Footnote on Discord; for a `curator` it also shows why a changed pack can't be loaded."""

    def __init__(self, desk: Desk, settings: Settings, *, curator: bool = False) -> None:
        # We never speak; that discord.py can't either without two more packages is no news to anybody.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(intents=intents(), allowed_mentions=discord.AllowedMentions.none())
        self.desk = desk
        self.settings = settings
        self.curator = curator
        self.conversations = Conversations()
        self._refreshing: asyncio.Task[str | None] | None = None
        self._problem: str | None = None
        self.tree = commands.Tree(self)

    async def setup_hook(self) -> None:
        """Make old buttons work again and bring Discord's list of commands up to date."""
        self.add_dynamic_items(*buttons.KINDS)
        await sync.sync(self.http, self.application_id or 0, self.tree)

    async def on_ready(self) -> None:
        """Say in the log who we are."""
        _log.info("Ready as %s in %d servers.", self.user, len(self.guilds))

    async def on_message(self, message: discord.Message) -> None:
        """Answer a direct message or a mention."""
        question = question_in(message, self.user) if self.user else None
        if question is None:
            return
        try:
            sent = await self.answer(question, (message.channel.id, message.author.id))
            await _respond(message, sent)
        except Exception as error:  # noqa: BLE001 - whatever fails, the person who asked hears of it
            await apologise_in(message.channel, error)

    async def on_interaction(self, interaction: discord.Interaction[FootnoteBot]) -> None:
        """Tell whoever pressed a button that no version of ours knows; all others have their own handlers."""
        data: Mapping[str, Any] = interaction.data or {}
        if interaction.type is not discord.InteractionType.component or buttons.is_ours(str(data.get("custom_id"))):
            return
        with suppress(discord.HTTPException):
            await whisper(interaction, buttons.OUTDATED)

    async def answer(self, question: str, place: Place) -> Sent:
        """Answer a question in the light of what the same person asked in the same channel before."""
        answerer, notices = await self.opened()
        asked = limits.cut(question, _QUESTION)
        reply = answerer.ask(asked, self.conversations.context(place))
        if getattr(reply, "reason", None) != "not_a_question":
            self.conversations.remember(place, asked)
        return _card(reply, answerer, notices)

    async def recall(self, interaction: discord.Interaction[FootnoteBot], key: str, *, private: bool = False) -> None:
        """Answer with the curated answer that a button or a suggestion names."""
        answerer, notices = await self.opened()
        entry = _entry(answerer, key)
        reply = answerer.recall(entry) if entry else None
        if reply is None:
            await whisper(interaction, buttons.VANISHED)
            return
        self.conversations.remember((interaction.channel_id or 0, interaction.user.id), reply.trace.question)
        hidden = private or _is_private(interaction.message)
        await interaction.response.send_message(**_card(reply, answerer, notices), ephemeral=hidden)

    async def follow_up(self, interaction: discord.Interaction[FootnoteBot], key: str, aspect: Aspect) -> None:
        """Answer one aspect of an entry to the person who clicked; in a server only they see it."""
        answerer, notices = await self.opened()
        entry = _entry(answerer, key)
        reply = answerer.follow_up(entry, aspect) if entry else None
        if reply is None:
            await whisper(interaction, buttons.VANISHED)
            return
        sent = _card(reply, answerer, notices, buttons_too=False)
        await interaction.response.send_message(**sent, ephemeral=interaction.guild_id is not None)

    async def opened(self) -> tuple[Answerer, list[discord.Embed]]:
        """Give the answerer over the pack as it is saved now, or the last good one and, to a curator, why.

        A curator waits until a change is learnt; anybody else is answered from the pack before it if that takes long.
        """
        if self._refreshing is None or self._refreshing.done():
            self._refreshing = asyncio.create_task(asyncio.to_thread(self.desk.refresh))
        await asyncio.wait({self._refreshing}, timeout=None if self.curator else _PATIENCE)
        problem = self._refreshing.result() if self._refreshing.done() else self._problem
        if problem and problem != self._problem:
            _log.warning("The changed pack can't be loaded: %s", problem)
        self._problem = problem
        notices = [discord.Embed.from_dict(pages.broken(problem))] if problem and self.curator else []
        return await asyncio.to_thread(lambda: self.desk.answerer), notices


def intents() -> discord.Intents:
    """Give the intents we need: servers and messages, none of them privileged."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = True
    return wanted


def _card(reply: Reply, answerer: Answerer, notices: list[discord.Embed], *, buttons_too: bool = True) -> Sent:
    view = buttons.view(reply) if buttons_too else None
    sent: Sent = {"embeds": [discord.Embed.from_dict(embed(reply, answerer.packs)), *notices]}
    return sent | ({"view": view} if view else {})


def _entry(answerer: Answerer, key: str) -> str | None:
    """Find the id that a button's key stands for: long ids travel as a hash."""
    if not key.startswith("~"):
        return key
    ids = [[entry.id for entry in pack.entries] + [fact.id for fact in pack.facts] for pack in answerer.packs]
    return next((entry for entry in chain.from_iterable(ids) if buttons.key(entry) == key), None)


def _is_private(message: discord.Message | None) -> bool:
    return message is not None and message.flags.ephemeral


async def _respond(message: discord.Message, sent: Sent) -> None:
    """Send as a reply in a server, where others talk too; plainly in a DM, or where replying is refused."""
    if message.guild is None:
        await message.channel.send(**sent)
        return
    reference = message.to_reference(fail_if_not_exists=False)
    try:
        await message.channel.send(**sent, reference=reference, mention_author=False)
    except discord.Forbidden:
        # Without the right to read the history a reply is refused; a plain message may still be allowed.
        await message.channel.send(**sent)

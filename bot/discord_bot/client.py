"""The bot itself: it hears questions on every way in, and answers each with one card and its buttons."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, NamedTuple

import discord

from bot.discord_bot import asking, buttons, commands, facts, glossary, passed_by, settling, sync, topics
from bot.discord_bot.addressed import called, question_in
from bot.discord_bot.apology import apologise_in
from bot.discord_bot.conversation import Conversations
from bot.discord_bot.cooldown import Cooldowns
from bot.discord_bot.doors import InteractionDoor, MessageDoor, others_read, sent
from bot.discord_bot.explaining import UNREADABLE, explained
from bot.discord_bot.memo import Memo
from bot.discord_bot.once import Once
from bot.discord_bot.private import is_among
from bot.discord_bot.repeats import Repeats
from bot.discord_bot.shown import replied_to
from bot.discord_bot.suggesting import Suggestions
from bot.render import curators

if TYPE_CHECKING:
    from bot.answering.answerer import Answerer
    from bot.answering.followup import Aspect
    from bot.app import Desk
    from bot.discord_bot.persistent import Kind
    from bot.settings import Settings

PRIVATE_HERE = "In this channel I answer you alone: use `/ask`, or **Answer this** under Apps of your message."
KINDS: tuple[Kind, ...] = (*buttons.KINDS, *topics.KINDS, *facts.KINDS, *glossary.KINDS)
_log = logging.getLogger("footnote.discord")


class Opened(NamedTuple):
    """The answerer over the packs as they are now; `notices` tell a curator what is wrong with a changed pack."""

    answerer: Answerer
    notices: list[dict[str, object]]


class FootnoteBot(discord.AutoShardedClient):
    """Footnote on Discord; for a `curator` it also shows why a changed pack can't be loaded."""

    def __init__(self, desk: Desk, settings: Settings, *, curator: bool = False) -> None:
        # We never speak; that discord.py can't either without two more packages is no news to anybody.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        nobody = discord.AllowedMentions.none()
        # One shard until Discord asks for more; how long each may take to connect, bot/discord_bot/supervisor.py says.
        super().__init__(intents=intents(), allowed_mentions=nobody, shard_count=1, shard_connect_timeout=None)
        self.desk = desk
        self.settings = settings
        self.curator = curator
        self.conversations = Conversations()
        self.memo = Memo()
        self.suggestions = Suggestions()
        self.shared = Once()
        # A curator tries the same question again and again, and the preview's clock stands still.
        self.cooldowns = Cooldowns(0 if curator else settings.cooldown_seconds)
        self.repeats = Repeats(0 if curator else settings.repeat_minutes)
        self._refreshing: asyncio.Task[str | None] | None = None
        self._said: str | None = None
        self._listed = False
        self.tree = commands.Tree(self)

    async def setup_hook(self) -> None:
        """Make old buttons work again and bring Discord's list of commands up to date."""
        self.add_dynamic_items(*self.kinds)
        self.conversations.sweep.start()
        await self._offer_commands()

    async def close(self) -> None:
        """Stop for good."""
        self.conversations.sweep.cancel()
        await super().close()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Every kind of button and select that a message of ours may have."""
        return KINDS

    async def on_ready(self) -> None:
        """Say in the log who we are."""
        _log.info("Ready as %s in %d servers.", self.user, len(self.guilds))
        await self._offer_commands()

    async def on_resumed(self) -> None:
        """Offer our commands once more where they were refused."""
        await self._offer_commands()

    async def _offer_commands(self) -> None:
        if not self._listed:
            self._listed = await sync.tried(self.http, self.application_id or 0, self.tree)

    async def on_message(self, message: discord.Message) -> None:
        """Answer a direct message or a mention."""
        question = question_in(message, self.user) if self.user else None
        if question is None or self.user is None:
            return
        door = MessageDoor(message, called=called(message, self.user))
        try:
            if not self.is_private(message.channel):
                await asking.ask(self, door, question, echo=False, under=replied_to(message, self.user, self.kinds))
            elif not door.thanked and not await asking.put_off(self, door):
                await door.say({"content": PRIVATE_HERE})
        except Exception as error:  # noqa: BLE001 - whatever fails, the person who asked hears of it
            self.dispatch("unanswered")
            await apologise_in(message.channel, error)

    async def on_raw_message_delete(self, gone: discord.RawMessageDeleteEvent) -> None:
        """Link no more to an answer that was deleted."""
        self.repeats.forget(gone.message_id)

    async def on_raw_bulk_message_delete(self, gone: discord.RawBulkMessageDeleteEvent) -> None:
        """Link no more to answers that were deleted together."""
        for message in gone.message_ids:
            self.repeats.forget(message)

    async def on_interaction(self, interaction: discord.Interaction[FootnoteBot]) -> None:
        """Answer what has no other handler."""
        await passed_by.answer(interaction)

    async def recall(self, interaction: discord.Interaction[FootnoteBot], key: str, *, private: bool = False) -> None:
        """Answer with the curated answer that a button or a suggestion names."""
        await asking.recall(self, settling.door(interaction, private=private), key)

    async def follow_up(self, interaction: discord.Interaction[FootnoteBot], key: str, aspect: Aspect) -> None:
        """Answer one aspect of an entry to the person who clicked; where others read along only they see it."""
        await asking.follow_up(self, self.aside(interaction), key, aspect)

    async def read_on(self, interaction: discord.Interaction[FootnoteBot], key: str) -> None:
        """Show what lies near an entry to the person who clicked."""
        await asking.read_on(self, self.aside(interaction), key)

    async def explain(self, interaction: discord.Interaction[FootnoteBot], key: str) -> None:
        """Tell the person who clicked why a message of ours says what it says."""
        answerer, _ = await self.opened()
        entry, door = buttons.entry_of(answerer, key), self.aside(interaction)
        if key and (entry is None or answerer.recall(entry) is None):
            await door.say({"content": asking.VANISHED})
            return
        told = await explained(interaction, door, answerer, entry or "")
        await door.say(sent([told], embeds=door.embeds) if told else {"content": UNREADABLE})

    def aside(self, interaction: discord.Interaction[FootnoteBot]) -> InteractionDoor:
        """Give the way to answer for one person alone, where others read along."""
        return InteractionDoor(interaction, hidden=others_read(interaction))

    def is_private(self, channel: object) -> bool:
        """Whether answers in this channel are for the asker alone."""
        return is_among(self.settings.private_channels, channel)

    @property
    def problem(self) -> str | None:
        """Why the pack as it was last looked at can't be loaded."""
        return self.desk.problem

    async def answerer_at_once(self) -> Answerer:
        """Give the answerer for who is still typing: a change is never waited for."""
        if not self.curator:
            return self.desk.answerer
        self._look_again()
        return await asyncio.to_thread(lambda: self.desk.answerer)

    async def opened(self) -> Opened:
        """Give the answerer over the pack as it is saved now, or the last good one and, to a curator, why.

        A curator waits until a change is learnt. Nobody else does: for them changes are taken up meanwhile, by
        bot/discord_bot/reloading.py.
        """
        if not self.curator:
            return Opened(self.desk.answerer, [])
        refreshing = self._look_again()
        await asyncio.wait({refreshing})
        problem = refreshing.result()
        if problem and problem != self._said:
            _log.warning("The changed pack can't be loaded: %s", problem)
        self._said = problem
        notices = [curators.broken(problem)] if problem else []
        return Opened(await asyncio.to_thread(lambda: self.desk.answerer), notices)

    def _look_again(self) -> asyncio.Task[str | None]:
        if self._refreshing is None or self._refreshing.done():
            self._refreshing = asyncio.create_task(asyncio.to_thread(self.desk.refresh))
        return self._refreshing


def intents() -> discord.Intents:
    """Give the intents we need: servers and messages, none of them privileged."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = True
    return wanted

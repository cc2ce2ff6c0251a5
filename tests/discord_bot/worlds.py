"""A simulated Discord with our bot in it, a person, a server and a channel."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord
import simcord

from bot.discord_bot.client import FootnoteBot
from bot.settings import Settings
from tests import hollin
from tests.discord_bot.bodies import refused
from tests.discord_bot.desks import FakeDesk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.answering.answerer import Answerer


@dataclass(frozen=True)
class World:
    """What a test acts with."""

    env: simcord.Env
    desk: FakeDesk
    channel: simcord.ChannelHandle
    alice: simcord.MemberActor

    def member(self, name: str, **rights: bool) -> simcord.MemberActor:
        """Somebody else in the server, with these rights."""
        role = self.env.guild.create_role(f"{name}s", permissions=discord.Permissions(**rights))
        return self.env.guild.add_member(self.env.create_user(name), roles=[role])

    @property
    def me(self) -> str:
        """The bot's mention."""
        assert self.env.bot.user
        return self.env.bot.user.mention

    async def mention(self, words: str) -> discord.Message:
        """Alice mentions the bot; the last message of the channel comes back."""
        await self.alice.send(self.channel, f"{self.me} {words}")
        assert self.channel.last_message
        return self.channel.last_message

    def bodies(self) -> list[dict[str, Any]]:
        """The body of every message that the bot sent."""
        sent = (entry.json for entry in self.env.http_requests if entry.method == "POST" and entry.json)
        return [body.get("data", body) for body in sent]


def bot(desk: FakeDesk, *, curator: bool = False, **settings: object) -> FootnoteBot:
    """Our bot over a fake desk; it may be asked as fast as a test can, unless the settings say otherwise."""
    chosen = {"cooldown_seconds": 0, "repeat_minutes": 0, **settings}
    return FootnoteBot(desk, Settings(_env_file=None, **chosen), curator=curator)  # type: ignore[arg-type]


@asynccontextmanager
async def world(
    desk: FakeDesk | None = None, *, curator: bool = False, strict: bool = True, **settings: object
) -> AsyncIterator[World]:
    """A running world; `strict` fails the test on any error that the bot raised, and any body that Discord refuses."""
    held = desk or FakeDesk()
    allowed = discord.Intents.none()
    async with simcord.run(
        bot(held, curator=curator, **settings), check_errors=strict, approved_intents=allowed
    ) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("research")
        yield World(env, held, channel, guild.add_member(env.create_user("alice")))
        if strict:
            assert refused(env.http_requests) == []


@asynccontextmanager
async def hollin_world(**settings: object) -> AsyncIterator[World]:
    """A running world over the report of Hollin, with the real engine."""
    async with world(Learnt(hollin.answerer()), **settings) as here:  # type: ignore[arg-type]
        yield here


@dataclass
class Learnt:
    """A desk over a real answerer, whose pack does not change by itself."""

    answerer: Answerer
    problem: str | None = None

    def refresh(self) -> str | None:
        """Find nothing wrong."""
        return None


def labels(message: discord.Message | simcord.ResponseMessage) -> list[str]:
    """The labels of a message's buttons, in order."""
    sent = message.message if isinstance(message, simcord.ResponseMessage) else message
    rows = [row for row in sent.components if isinstance(row, discord.ActionRow)]
    return [str(button.label) for row in rows for button in row.children if isinstance(button, discord.Button)]

"""Connecting: what a refused or unreachable Discord sounds like, and that a good one is reached where settings say."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord.http import Route

from bot.discord_bot import connect
from bot.discord_bot.commands import COMMANDS
from bot.discord_bot.elsewhere import api_at
from bot.errors import DiscordError
from bot.settings import Settings
from tests.discord_bot.desks import FakeDesk
from tests.discord_bot.loopback import Loopback, loopback

if TYPE_CHECKING:
    from collections.abc import Awaitable

HEARTBEAT, IDENTIFY, RESUME = 1, 2, 6
TOKEN = "not.a.real-token"  # noqa: S105 - it is not


def settings(**given: Any) -> Settings:  # noqa: ANN401 - any setting
    """Settings of this test alone."""
    return Settings(_env_file=None, **given)


async def refused(server: Loopback, gateway: str | None = None) -> str:
    """Connect to a Discord that won't have us, with one more try, and give the sentence that it ends with."""
    async with loopback(server):
        held = settings(discord_gateway_url=gateway or server.gateway)
        with api_at(server.api), pytest.raises(DiscordError) as raised:
            await asyncio.wait_for(connect.serve(FakeDesk(), held, TOKEN, pauses=(0,)), 20)  # type: ignore[arg-type]
    assert raised.value.exit_code == 4
    assert TOKEN not in str(raised.value)
    return str(raised.value)


async def connected(server: Loopback, until: Awaitable[object], **given: str) -> None:
    """Stay connected until something has happened, then be stopped as by a signal."""
    with api_at(server.api):
        running = asyncio.create_task(connect.serve(FakeDesk(), settings(**given), TOKEN, pauses=()))  # type: ignore[arg-type]
        await asyncio.wait({running, asyncio.ensure_future(until)}, timeout=20, return_when=asyncio.FIRST_COMPLETED)
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


def test_no_token_is_one_sentence() -> None:
    """Without a token nothing is tried, and both ways to give one are named."""
    with pytest.raises(DiscordError, match=r"DISCORD_TOKEN .* DISCORD_TOKEN_FILE"):
        connect.run(FakeDesk(), settings())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("server", "sentence"),
    [
        (Loopback(status=401), "Discord refused the token"),
        (Loopback(close_with=4004), "Discord refused the token"),
        (Loopback(close_with=4014), "Discord refused the intents"),
        (Loopback(status=404), "Discord refused the start (404)"),
        (Loopback(page="<h1>Welcome</h1>"), "What answers is not Discord's API"),
        (Loopback(status=503), "Discord can't be reached (it answers 503)"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
async def test_a_refusal_is_one_sentence(server: Loopback, sentence: str) -> None:
    """What Discord refuses for good ends with what is wrong and what to do, and without the token."""
    assert (await refused(server)).startswith(sentence)


async def test_a_token_that_no_header_can_carry_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line break inside a token ends in a sentence without the token."""
    monkeypatch.setitem(globals(), "TOKEN", "two\nlines")
    assert (await refused(Loopback())).startswith("The token can't be sent to Discord")


async def test_a_gateway_that_is_down_is_tried_again_and_then_said() -> None:
    """A gateway that can't be reached at first is no AttributeError but a sentence."""
    assert (await refused(Loopback(), "ws://127.0.0.1:9")).startswith("Discord can't be reached (the gateway is down)")


async def test_commands_are_written_only_when_discord_lists_others() -> None:
    """The first start writes the commands; the second finds them and writes nothing."""
    async with loopback(Loopback()) as server:
        for _ in range(2):
            server.ready.clear()
            await connected(server, server.ready.wait(), discord_gateway_url=server.gateway)
        assert server.written == 1
        assert sorted(command["name"] for command in server.commands) == sorted(command.name for command in COMMANDS)


async def test_a_cut_connection_is_resumed_at_our_gateway() -> None:
    """A resume goes to the gateway of the settings, whatever address READY names."""
    async with loopback(Loopback(cut_once=True)) as server:
        await connected(server, server.resumed.wait(), discord_gateway_url=server.gateway)
        assert [op for op in server.seen if op != HEARTBEAT] == [IDENTIFY, RESUME]


async def test_a_discord_elsewhere_names_its_own_gateway() -> None:
    """With only DISCORD_API_URL set, the gateway is the one that this API names."""
    async with loopback(Loopback()) as server:
        await connected(server, server.ready.wait())
        assert server.ready.is_set()


def test_the_api_is_elsewhere_only_as_long_as_asked() -> None:
    """The address of the API is put back."""
    before = Route.BASE
    with api_at("http://127.0.0.1:1/api/v10/"):
        assert discord.http.Route("GET", "/users/@me").url == "http://127.0.0.1:1/api/v10/users/@me"
    assert before == Route.BASE

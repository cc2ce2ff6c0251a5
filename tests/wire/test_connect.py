"""Connecting: what a refused or unreachable Discord sounds like, and that a good one is reached where settings say."""

from __future__ import annotations

import asyncio
import math
from functools import partial
from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord.http import Route

from bot.discord_bot import connect, gateway
from bot.discord_bot.client import FootnoteBot
from bot.discord_bot.elsewhere import api_at
from bot.discord_bot.status import Phase, Status
from bot.discord_bot.supervisor import supervise
from bot.errors import DiscordError
from bot.settings import Settings
from tests.discord_bot.desks import FakeDesk
from tests.wire.exchange import Fault
from tests.wire.server import HEARTBEAT, IDENTIFY, RESUME, Loopback, loopback

if TYPE_CHECKING:
    from collections.abc import Awaitable

TOKEN = "not.a.real-token"  # noqa: S105 - it is not


def settings(**given: Any) -> Settings:  # noqa: ANN401 - any setting
    """Settings of this test alone."""
    return Settings(_env_file=None, **given)


def supervised(status: Status, patience: float = 1.0, **given: str) -> Awaitable[None]:
    """Our bot over a fake desk, kept connected."""
    return supervise(partial(FootnoteBot, FakeDesk(), settings(**given)), TOKEN, status, patience)  # type: ignore[arg-type]


async def refused(server: Loopback, gateway: str | None = None) -> str:
    """Connect to a Discord that won't have us, with little patience, and give the sentence that it ends with."""
    async with loopback(server):
        with api_at(server.api), pytest.raises(DiscordError) as raised:
            await asyncio.wait_for(supervised(Status(), discord_gateway_url=gateway or server.gateway), 20)
    assert raised.value.exit_code == 4
    assert TOKEN not in str(raised.value)
    return str(raised.value)


async def connected(server: Loopback, until: Awaitable[object], patience: float = 20, **given: str) -> Status:
    """Stay connected until something has happened, then be told to stop."""
    status = Status(learnt=True)
    with api_at(server.api):
        running = asyncio.ensure_future(supervised(status, patience, **given))
        await asyncio.wait({running, asyncio.ensure_future(until)}, timeout=20, return_when=asyncio.FIRST_COMPLETED)
        status.stopping.set()
        await running
    return status


def test_no_token_is_one_sentence() -> None:
    """Without a token nothing is tried, and both ways to give one are named."""
    with pytest.raises(DiscordError, match=r"DISCORD_TOKEN .* DISCORD_TOKEN_FILE"):
        connect.run(FakeDesk(), settings())  # type: ignore[arg-type]


def at_login(status: int, times: int = 9, **fault: Any) -> Loopback:  # noqa: ANN401 - what a fault is made of
    """A server that answers the login with this status, so many times."""
    return Loopback(faults=[Fault("/users/@me", status, **fault)] * times)


@pytest.mark.parametrize(
    ("server", "sentence"),
    [
        (at_login(401), "Discord refused the token"),
        (Loopback(close_with=4004), "Discord refused the token"),
        (Loopback(close_with=4014), "Discord refused the intents"),
        (at_login(404), "Discord refused the start (404)"),
        (at_login(200, page="<h1>Welcome</h1>"), "What answers is not Discord's API"),
        (at_login(503), "Discord can't be reached (it answers 503)"),
        (at_login(429), "Discord can't be reached (it answers 429)"),
        (Loopback(faults=[Fault("/gateway/bot", 401)]), "Discord refused the token"),
        (Loopback(faults=[Fault("/gateway/bot", page="<h1>Back soon</h1>")] * 9), "What answers is not Discord's API"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
async def test_a_refusal_is_one_sentence(server: Loopback, sentence: str) -> None:
    """What Discord refuses for good ends with what is wrong and what to do, and without the token."""
    assert (await refused(server)).startswith(sentence)


async def test_a_discord_that_says_how_long_to_wait_is_waited_for() -> None:
    """Where a limit is named with its time, that time is waited for, with however little patience; then it goes on."""
    async with loopback(at_login(429, times=2, headers={"Retry-After": "1"})) as server:
        status = await connected(server, server.ready(), patience=1.0)
    assert status.been_ready


async def test_a_fault_of_our_own_at_each_start_is_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails here is not put down to the network."""
    monkeypatch.setattr(gateway, "reach", lambda *_: 1 / 0)
    assert (await refused(Loopback())).startswith("Footnote itself fails at the start (ZeroDivisionError)")


async def test_a_refused_list_of_commands_is_tried_again_at_the_next_connect() -> None:
    """Mentions and old commands work without the list, so its refusal is one line; the next connect writes it."""

    async def cut() -> None:
        await server.ready()
        await server.until(lambda: not server.faults)
        await server.cut()
        await server.until(lambda: server.written)

    async with loopback(Loopback(faults=[Fault("/commands", 403), Fault("/commands", 403)])) as server:
        status = await connected(server, cut())
    assert status.been_ready


async def test_a_token_that_no_header_can_carry_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line break inside a token ends in a sentence without the token."""
    monkeypatch.setitem(globals(), "TOKEN", "two\nlines")
    assert (await refused(Loopback())).startswith("The token can't be sent to Discord")


async def test_a_gateway_that_is_down_is_tried_again_and_then_said() -> None:
    """A gateway that can't be reached at first ends in a sentence, once patience does."""
    assert (await refused(Loopback(), "ws://127.0.0.1:9")).startswith("Discord can't be reached (the gateway is down)")


async def test_with_patience_a_gateway_that_is_down_is_sought_for_ever() -> None:
    """Without an end to patience, nothing is given up."""
    status = Status(learnt=True)
    async with loopback(at_login(503, times=2)) as server:
        with api_at(server.api):
            running = asyncio.ensure_future(supervised(status, math.inf))
            await server.ready()
            status.stopping.set()
            await running
    assert status.been_ready


async def test_commands_are_written_only_when_discord_lists_others() -> None:
    """The first start writes the commands; the second finds them and writes nothing."""
    async with loopback(Loopback()) as server:
        for start in (1, 2):
            await connected(server, server.ready(start), discord_gateway_url=server.gateway)
        assert server.written == 1
        assert {"ask", "help", "source", "topics", "reload"} <= {command["name"] for command in server.commands}
        assert [] == server.refused


async def test_a_cut_connection_is_resumed_at_our_gateway() -> None:
    """A resume goes to the gateway of the settings, whatever address READY names; both are counted."""

    async def cut() -> None:
        await server.ready()
        await server.cut()
        await server.until(lambda: RESUME in server.seen)
        await asyncio.sleep(0.1)

    async with loopback(Loopback(resume="ws://nowhere.invalid")) as server:
        status = await connected(server, cut(), discord_gateway_url=server.gateway)
    assert [op for op in server.seen if op != HEARTBEAT] == [IDENTIFY, RESUME]
    assert (1, 1, {0}) == (status.cuts, status.resumes, status.up)


async def test_a_discord_elsewhere_names_its_own_gateway() -> None:
    """With only DISCORD_API_URL set, the gateway is the one that this API names."""
    async with loopback(Loopback()) as server:
        await connected(server, server.ready())
        assert server.seen.count(IDENTIFY) == 1


async def test_a_gateway_that_tells_little_is_enough() -> None:
    """An API that knows no `/gateway/bot` is one shard at our gateway, and READY need not repeat the shard."""
    async with loopback(Loopback(echo=False, faults=[Fault("/gateway/bot", 404)])) as server:
        status = await connected(server, server.ready(), discord_gateway_url=server.gateway)
    assert (1, {0}) == (status.shards, status.up)


async def test_a_gateway_that_cuts_each_connection_is_given_a_rest() -> None:
    """Where connections are cut as soon as they are made, we do not come back in a hot loop."""

    async def cut() -> None:
        await server.ready()
        server.close_with = 4000
        await server.cut()
        await asyncio.sleep(1)

    async with loopback(Loopback()) as server:
        await connected(server, cut(), discord_gateway_url=server.gateway)
    assert len(server.compress) <= 4


async def test_a_discord_that_allows_no_further_start_is_waited_for() -> None:
    """Where so many starts were made that Discord allows no more, we wait as long as it says, with little patience."""
    async with loopback(Loopback(starts=0)) as server:
        status = Status(learnt=True)
        with api_at(server.api):
            running = asyncio.ensure_future(supervised(status, 1.0))
            await server.ready()
            status.stopping.set()
            await running
    assert [IDENTIFY] == [op for op in server.seen if op != HEARTBEAT]


def test_the_api_is_elsewhere_only_as_long_as_asked() -> None:
    """The address of the API is put back."""
    before = Route.BASE
    with api_at("http://127.0.0.1:1/api/v10/"):
        assert discord.http.Route("GET", "/users/@me").url == "http://127.0.0.1:1/api/v10/users/@me"
    assert before == Route.BASE


def test_the_phase_is_what_the_gateway_says() -> None:
    """Ready is when each shard is; a lost one is being sought; the end is the end."""
    status = Status(shards=2)
    phases = [status.phase]
    status.learnt = True
    for up in ({0}, {0, 1}, {1}):
        status.up = set(up)
        status.been_ready = status.been_ready or len(up) == 2
        phases.append(status.phase)
    status.stopping.set()
    assert [*phases, status.phase] == [
        Phase.LEARNING,
        Phase.CONNECTING,
        Phase.READY,
        Phase.RECONNECTING,
        Phase.STOPPING,
    ]

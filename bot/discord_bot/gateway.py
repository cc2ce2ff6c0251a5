"""Reaching the gateway: patiently, at the address of the settings, and never in a hot loop."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections import deque
from itertools import count
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import yarl
from discord import shard
from discord.http import Route
from discord.webhook.async_ import async_context

from bot.discord_bot.delivery import Adapter
from bot.discord_bot.elsewhere import is_elsewhere
from bot.discord_bot.faults import STRANGER, UnreachedError, reason
from bot.discord_bot.hearing import Socket, carefully

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from discord.http import HTTPClient

    from bot.discord_bot.client import FootnoteBot

_LONGEST = 30.0
_HANDSHAKE = 10.0  # seconds for a connection to come about
_WINDOW = 10.0  # seconds in which each shard may connect twice without a pause
_log = logging.getLogger("footnote.discord")


def pauses(longest: float = _LONGEST) -> Iterator[float]:
    """Seconds to wait before each further try: twice as long each time, with jitter, for ever."""
    for step in count():
        yield random.uniform(0.5, 1.0) * min(longest, 2.0 ** min(step, 30))  # noqa: S311 - no secret hangs on it


async def wanted(http: HTTPClient, ours: str | None) -> tuple[int, str | None, float]:
    """Ask Discord how many shards it wants, where, and how many seconds it wants us to wait until the next start.

    The address is that of the settings, else the one that a Discord elsewhere names; None at Discord itself, where
    discord.py knows it. A Discord elsewhere that does not say how many shards is one shard, if we know its gateway.
    """
    try:
        told: Mapping[str, Any] = await http.request(Route("GET", "/gateway/bot"))
    except discord.NotFound:
        if ours is None:
            raise
        return 1, ours, 0.0
    if not isinstance(told, dict):
        raise UnreachedError("it answers with something else", sentence=STRANGER)
    shards, limit = told.get("shards", 1), told.get("session_start_limit", {})
    wait = limit.get("reset_after", 0) / 1000 if limit.get("remaining", shards) < shards else 0.0
    return shards, ours or (told.get("url") if is_elsewhere() else None), wait


def reach(bot: FootnoteBot, gateway: str | None) -> None:
    """Make this client open every gateway connection patiently, and at `gateway` if one is given; hear and answer so.

    Also that of a resume: what Discord names there is replaced too. The query (version, encoding) is kept.
    discord.py itself tries again without a pause after a cut, and with a traceback after a refusal.
    """
    connect = bot.http.ws_connect
    made: deque[float] = deque()

    async def patiently(url: str, *, compress: int = 0) -> Any:  # noqa: ANN401 - discord.py's own, unnamed type
        await _rest(made, 2 * (bot.shard_count or 1))
        for pause in pauses():
            try:
                return await asyncio.wait_for(connect(_at(gateway, url), compress=compress), _HANDSHAKE)
            except (OSError, aiohttp.ClientError) as error:
                _log.warning("The gateway can't be reached (%s); trying again in %.1f s.", reason(error), pause)
                await asyncio.sleep(pause)
        return None  # pragma: no cover - there is always a further pause

    bot.http.ws_connect = patiently  # type: ignore[method-assign]
    # There is no public way to any of these.
    carefully(bot._connection.parsers)  # noqa: SLF001
    shard.DiscordWebSocket = Socket  # type: ignore[misc]
    async_context.set(Adapter())


def _at(gateway: str | None, url: str) -> str:
    return str(yarl.URL(gateway).update_query(yarl.URL(url).query)) if gateway else url


async def _rest(made: deque[float], free: int) -> None:
    """Wait where connections are cut as soon as they are made."""
    now = time.monotonic()
    while made and now - made[0] > _WINDOW:
        made.popleft()
    if len(made) >= free:
        pause = random.uniform(0.5, 1.0) * min(_LONGEST, 2.0 ** (len(made) - free))  # noqa: S311 - the same
        _log.warning("The gateway cuts each connection soon; trying again in %.1f s.", pause)
        await asyncio.sleep(pause)
    made.append(time.monotonic())

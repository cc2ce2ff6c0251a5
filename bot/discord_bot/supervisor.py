"""Keeping a client connected, whatever becomes of the network, until we are told to stop or Discord won't have us.

log in ──── refused, 4004, 4014, revoked ──► DiscordError
   │  ├──── told to wait ──────────────────► again, after that time
   │  └──── not reached ───────────────────► again, with longer and longer pauses ─► DiscordError, if it never worked
connected ─ cut ───────────────────────────► discord.py resumes, patiently (bot/discord_bot/gateway.py)
   │  └──── a fault of ours ───────────────► logged, and again with a fresh client
told to stop ──────────────────────────────► what was begun is answered, then closed
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any

from bot.discord_bot import gateway
from bot.discord_bot.draining import close, drain
from bot.discord_bot.faults import REFUSED, UnreachedError, meaning
from bot.errors import DiscordError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.discord_bot.client import FootnoteBot
    from bot.discord_bot.status import Status

PATIENCE = 30.0
"""Seconds in which a connection must have come about once, but for waits that Discord asks for; a lost one is sought
for ever."""

_ATTEMPT = 5.0  # seconds that each try may take at least

_log = logging.getLogger("footnote.discord")


async def supervise(make: Callable[[], FootnoteBot], token: str, status: Status, patience: float = PATIENCE) -> None:
    """Stay connected with clients that `make` makes, until `status.stopping`; raise DiscordError if that can't be."""
    start = time.monotonic()
    for pause in gateway.pauses():
        if status.stopping.is_set():
            return
        try:
            left = None if status.been_ready else max(min(_ATTEMPT, patience), start + patience - time.monotonic())
            await _once(make(), token, status, left)
        except UnreachedError as error:
            if error.wait:
                start = time.monotonic() + error.wait  # what it asks for is no impatience of ours
            elif not status.been_ready and time.monotonic() - start + pause > patience:
                raise DiscordError(error.sentence) from None
            _log.warning("Discord can't be reached (%s); trying again in %.1f s.", error, error.wait + pause)
            await _first(status.stopping.wait(), timeout=error.wait + pause)


async def _once(bot: FootnoteBot, token: str, status: Status, patience: float | None) -> None:
    """Live through one client, which discord.py can't use twice; raise DiscordError or UnreachedError."""
    life = asyncio.create_task(_life(bot, token, status))
    life.add_done_callback(lambda ended: ended.cancelled() or ended.exception())  # where we stop, it is of no interest
    try:
        await _first(life, status.stopping.wait(), status.revoked.wait(), _overdue(status, patience))
        if status.stopping.is_set():
            await drain(bot)
        elif life.done():
            _judge(life, bot)
        elif status.revoked.is_set():
            raise DiscordError(REFUSED)
        else:
            raise UnreachedError("the gateway is down" if bot.application else "it does not answer in time")
    finally:
        life.cancel()
        await close(bot)


async def _life(bot: FootnoteBot, token: str, status: Status) -> None:
    """Log in and listen, until the connection ends for good."""
    status.follow(bot)
    await bot.login(token)
    status.shards, address, wait = await gateway.wanted(bot.http, bot.settings.discord_gateway_url)
    if wait:
        status.told_to_wait = True
        _log.warning("Discord allows no further start for %.0f minutes; waiting.", wait / 60)
        await asyncio.sleep(wait)
    bot.shard_count = status.shards
    gateway.reach(bot, address)
    await bot.connect()


async def _overdue(status: Status, patience: float | None) -> None:
    """Return when a first connection has not come about in time; else never."""
    if patience is not None:
        await asyncio.sleep(patience)
    if patience is None or status.been_ready or status.told_to_wait:
        await asyncio.Event().wait()


def _judge(life: asyncio.Task[None], bot: FootnoteBot) -> None:
    """Raise what the end of a client's life means."""
    error = life.exception()
    if not isinstance(error, Exception):
        raise UnreachedError("the connection ended")
    raise meaning(error, bot.application) from None


async def _first(*waits: Awaitable[Any], timeout: float | None = None) -> None:  # noqa: ASYNC109 - of the first of them
    """Wait until the first of them is done; those that are no tasks of others are given up then."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    await asyncio.wait(tasks, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    for task, wait in zip(tasks, waits, strict=True):
        if task is not wait:
            task.cancel()

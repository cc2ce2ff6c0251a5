"""A sign of life: whoever waits longer than a moment is told that an answer will come."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.discord_bot.doors import Door

Found = TypeVar("Found")

SIGN = 0.15
"""Seconds without an answer after which a sign is given: Discord waits three, of which a busy machine needs some."""


async def patiently(door: Door, work: Coroutine[Any, Any, Found], crowded: Callable[[], bool] = bool) -> Found:
    """Wait for something; where it takes long, or where it is `crowded`, say that it will come."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.sleep(0)  # until it has joined the line
        if not task.done() and (crowded() or not await _done(task)):
            await door.acknowledge()
        return await task
    finally:
        task.cancel()


async def _done(task: asyncio.Task[Any]) -> bool:
    done, _ = await asyncio.wait({task}, timeout=SIGN)
    return bool(done)

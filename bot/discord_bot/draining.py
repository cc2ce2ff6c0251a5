"""Stopping without losing what was begun: hear no more, finish the answers under way, close; in under five seconds."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.discord_bot.client import FootnoteBot

_GOODBYE = 0.7  # seconds for each closing handshake
_DRAINED = 4.5 - 2 * _GOODBYE  # seconds until the answers under way are given up: closing takes two goodbyes at most
# What discord.py calls the tasks in which it handles an event.
_HANDLERS = ("discord.py: ", "CommandTree-", "discord-ui-dynamic-", "discord-ui-modal-", "discord-ui-view-dispatch-")
_log = logging.getLogger("footnote.discord")


async def drain(bot: FootnoteBot) -> None:
    """Hear no more, and finish the answers under way."""
    until = time.monotonic() + _DRAINED
    await _within(_GOODBYE, *(shard.disconnect() for shard in bot.shards.values()))
    if begun := _under_way():
        done, left = await asyncio.wait(begun, timeout=until - time.monotonic())
        for task in left:
            task.cancel()
        _log.info("Finished what was under way.", extra={"fields": {"done": len(done), "given_up": len(left)}})


async def close(bot: FootnoteBot) -> None:
    """Close a client, also one whose other end does not say goodbye."""
    await _within(_GOODBYE, bot.close())
    await _within(_GOODBYE, bot.http.close())


def _under_way() -> set[asyncio.Task[Any]]:
    return {task for task in asyncio.all_tasks() if task.get_name().startswith(_HANDLERS)}


async def _within(seconds: float, *closings: Coroutine[Any, Any, None]) -> None:
    """Run them together, no longer than this; what is not done by then is given up, and a fault is of no interest."""
    if not closings:
        return
    tasks = [asyncio.create_task(closing) for closing in closings]
    _, late = await asyncio.wait(tasks, timeout=seconds)
    for task in late:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

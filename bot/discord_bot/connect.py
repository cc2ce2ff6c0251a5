"""The bot as a service on Discord: its log, its signals, its health, its packs, and a supervisor around the client."""

from __future__ import annotations

import asyncio
import logging
import math
import signal
import sys
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from bot.app import knowledge_folder
from bot.discord_bot import health, logs, reloading
from bot.discord_bot.client import FootnoteBot
from bot.discord_bot.elsewhere import api_at
from bot.discord_bot.faults import NONE_SET
from bot.discord_bot.metrics import Metrics
from bot.discord_bot.status import Status
from bot.discord_bot.supervisor import PATIENCE, supervise
from bot.errors import DiscordError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.app import Desk
    from bot.settings import Settings

_STOPPING = (signal.SIGINT, signal.SIGTERM)
_LOOK = 0.2  # seconds between looks whether the packs are learnt
_FIRST = "What can I ask about?"
# Seconds that one thread may keep another waiting. The event loop waits so long after every read and write while a
# changed pack is learnt: with Python's usual 5 ms, the bot would then hear but 60 questions a second.
_SWITCH = 0.0005
_log = logging.getLogger("footnote.discord")


def run(desk: Desk, settings: Settings, *, patient: bool = False) -> None:
    """Run the bot on Discord until a signal ends it; raise DiscordError when Discord won't have us.

    Who is `patient` seeks a Discord that can't be reached for ever.
    """
    token = settings.token()
    if not token:
        raise DiscordError(NONE_SET)
    logs.set_up(settings.log_level, secrets=[token])
    with api_at(settings.discord_api_url), suppress(KeyboardInterrupt):
        asyncio.run(serve(desk, settings, token, math.inf if patient else PATIENCE))


async def serve(desk: Desk, settings: Settings, token: str, patience: float = PATIENCE) -> None:
    """Be of service until SIGTERM or SIGINT; may raise DiscordError, KnowledgeError or SettingsError."""
    sys.setswitchinterval(_SWITCH)
    status = Status()
    metrics = Metrics(status, desk)
    _stopped_by_signals(status)
    async with health.served(settings.health_port, status, metrics):
        await _learnt(desk, status)
        reloading.on_hangup(desk)
        with _watching(desk, settings):
            await supervise(partial(_client, desk, settings, metrics), token, status, patience)
    _log.info("Stopped.")


def _client(desk: Desk, settings: Settings, metrics: Metrics) -> FootnoteBot:
    bot = FootnoteBot(desk, settings)
    metrics.follow(bot)
    return bot


async def _learnt(desk: Desk, status: Status) -> None:
    """Wait until the packs are learnt, or until we are told to stop; raises what was wrong with them."""
    if not await asyncio.to_thread(desk.learnt, _LOOK):
        _log.info("Learning the packs; this is kept for the next time.")
    while not status.stopping.is_set():
        if await asyncio.to_thread(desk.learnt, _LOOK):
            # What the first question would have to wait for, before anybody asks it.
            await asyncio.to_thread(desk.answerer.ask, _FIRST)
            status.learnt = True
            return


@contextmanager
def _watching(desk: Desk, settings: Settings) -> Iterator[None]:
    watch = asyncio.create_task(reloading.on_change(knowledge_folder(settings).absolute(), desk))
    try:
        yield
    finally:
        watch.cancel()


def _stopped_by_signals(status: Status) -> None:
    """Let SIGINT and SIGTERM ask the service to stop, where the platform knows how."""
    for number in _STOPPING:
        with suppress(NotImplementedError, RuntimeError, ValueError):
            asyncio.get_running_loop().add_signal_handler(number, _stop, status)


def _stop(status: Status) -> None:
    """Stop, and hear no further signal, which would only end what is being finished: it takes but seconds."""
    status.stopping.set()
    for number in _STOPPING:
        asyncio.get_running_loop().remove_signal_handler(number)
        signal.signal(number, signal.SIG_IGN)

"""Connecting to Discord, and saying in one sentence why it can't be done.

token missing ───────────────► DiscordError
log in ─── refused ──────────► DiscordError      not reached ─► again, a few times ─► DiscordError
gateway ── closed for good ──► DiscordError      down at first ► again, a few times ─► DiscordError
connected ─ cut ─────────────► discord.py resumes by itself, for ever
SIGTERM, Ctrl-C ─────────────► close and return
"""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import contextmanager, suppress
from http import HTTPStatus
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.discord_bot.client import FootnoteBot
from bot.discord_bot.elsewhere import api_at, gateway_at, gateway_of
from bot.errors import DiscordError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.app import Desk
    from bot.settings import Settings

PAUSES = (1.0, 2.0, 4.0, 8.0)
"""Seconds to wait before each further try of a first connection."""

NONE_SET = (
    "No Discord token: set DISCORD_TOKEN in the environment or in .env, or name a file with it in DISCORD_TOKEN_FILE."
)
REFUSED = "Discord refused the token: copy it anew from the Bot page of the Developer Portal into DISCORD_TOKEN."
UNSENDABLE = "The token can't be sent to Discord, for it holds a line break or so: copy it anew into DISCORD_TOKEN."
INTENTS = "Discord refused the intents of this application: none of the privileged ones is needed, so update Footnote."
STRANGER = "What answers is not Discord's API: check DISCORD_API_URL, the whole base with its version."
_CLOSED = {
    4004: REFUSED,
    4010: "Discord refused the shard: start one Footnote per token.",
    4011: "Discord asks for sharding, as the bot is in too many servers for one connection.",
    4012: "Discord no longer speaks this version of its gateway: update Footnote.",
    4013: INTENTS,
    4014: INTENTS,
}
_PASSING = {429, *range(500, 600)}
_log = logging.getLogger("footnote.discord")


class _UnreachedError(Exception):
    """Discord did not answer, or not sensibly; it may do so in a moment."""


def run(desk: Desk, settings: Settings) -> None:
    """Run the bot on Discord until a signal ends it; raise DiscordError when Discord won't have us."""
    token = settings.token()
    if not token:
        raise DiscordError(NONE_SET)
    logging.getLogger("discord.client").addFilter(_without_traceback)
    with api_at(settings.discord_api_url), suppress(asyncio.CancelledError):
        asyncio.run(serve(desk, settings, token))


async def serve(desk: Desk, settings: Settings, token: str, pauses: Sequence[float] = PAUSES) -> None:
    """Connect and stay connected; a signal cancels the task that awaits this."""
    _cancelled_by_signals()
    for pause in pauses:
        try:
            return await _once(FootnoteBot(desk, settings), token)
        except _UnreachedError as error:
            _log.warning("Discord can't be reached (%s); trying again in %g s.", error, pause)
            await asyncio.sleep(pause)
    try:
        return await _once(FootnoteBot(desk, settings), token)
    except _UnreachedError as error:
        raise DiscordError(
            f"Discord can't be reached ({error}): check the network, DISCORD_API_URL and DISCORD_GATEWAY_URL."
        ) from None


async def _once(bot: FootnoteBot, token: str) -> None:
    """Log a fresh client in and keep it connected; discord.py can't try again with a used one."""
    async with bot:
        with _said_in_one_sentence(bot):
            await bot.login(token)
            gateway_at(bot.http, bot.settings.discord_gateway_url or await gateway_of(bot.http))
            await bot.connect()


@contextmanager
def _said_in_one_sentence(bot: FootnoteBot) -> Iterator[None]:
    """Turn what discord.py raises into DiscordError where it is for good, into _UnreachedError where it may pass."""
    try:
        yield
    except Exception as error:
        said = _refusal(error, bot) or _silence(error, bot)
        if said is None:
            raise
        raise said from None


def _refusal(error: Exception, bot: FootnoteBot) -> DiscordError | None:
    """What Discord won't have, however often we try."""
    said = None
    match error:
        case discord.LoginFailure() | discord.HTTPException(status=HTTPStatus.UNAUTHORIZED):
            said = REFUSED
        case discord.PrivilegedIntentsRequired():
            said = INTENTS
        case discord.ConnectionClosed(code=code):
            said = _CLOSED.get(code, f"Discord closed the connection ({code}): start Footnote once more.")
        case discord.HTTPException(status=status) if status not in _PASSING:
            said = f"Discord refused the start ({status}): check DISCORD_API_URL and the application."
        case ValueError() if bot.application is None:
            said = UNSENDABLE
        case TypeError() | KeyError() if bot.application is None:
            said = STRANGER
    return DiscordError(said) if said else None


def _silence(error: Exception, bot: FootnoteBot) -> _UnreachedError | None:
    """What may pass in a moment."""
    match error:
        case discord.HTTPException(status=status):
            return _UnreachedError(f"it answers {status}")
        case OSError() | aiohttp.ClientError() | discord.GatewayNotFound():
            return _UnreachedError(type(error).__name__)
        case AttributeError() if bot.application is not None and bot.ws is None:
            # discord.py 2.7.1, when the gateway is down at the first connection: it asks no socket for its sequence.
            return _UnreachedError("the gateway is down")
    return None


def _cancelled_by_signals() -> None:
    """Let SIGINT and SIGTERM cancel the running task, where the platform knows how."""
    task = asyncio.current_task()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, RuntimeError, ValueError):
            asyncio.get_running_loop().add_signal_handler(number, task.cancel)  # type: ignore[union-attr]


def _without_traceback(record: logging.LogRecord) -> bool:
    """Keep discord.py's line about a reconnection, without the traceback: a cut line is no fault."""
    if record.exc_info and "reconnect" in record.msg:
        record.exc_info = None
    return True

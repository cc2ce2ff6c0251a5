"""What a fault of the connection means: for good (DiscordError, one sentence), or for a while (UnreachedError)."""

from __future__ import annotations

import logging
import os
from http import HTTPStatus
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.errors import DiscordError

if TYPE_CHECKING:
    from discord import AppInfo

NONE_SET = (
    "No Discord token: set DISCORD_TOKEN in the environment or in .env, or name a file with it in DISCORD_TOKEN_FILE."
)
REFUSED = "Discord refused the token: copy it anew from the Bot page of the Developer Portal into DISCORD_TOKEN."
UNSENDABLE = "The token can't be sent to Discord, for it holds a line break or so: copy it anew into DISCORD_TOKEN."
INTENTS = "Discord refused the intents of this application: none of the privileged ones is needed, so update Footnote."
STRANGER = "What answers is not Discord's API: check DISCORD_API_URL, the whole base with its version."
FAULTY = "Footnote itself fails at the start ({reason}): its log says where; please report that, or update Footnote."
UNREACHED = "Discord can't be reached ({reason}): check the network, DISCORD_API_URL and DISCORD_GATEWAY_URL."
_CLOSED = {
    4004: REFUSED,
    4010: "Discord refused the shard: start one Footnote per token.",
    4011: "Discord asks for more shards than it named: start Footnote once more.",
    4012: "Discord no longer speaks this version of its gateway: update Footnote.",
    4013: INTENTS,
    4014: INTENTS,
}
_log = logging.getLogger("footnote.discord")
_PASSING = {HTTPStatus.TOO_MANY_REQUESTS, *range(500, 600)}
PASSING = (OSError, aiohttp.ClientError, discord.ConnectionClosed, discord.RateLimited)
"""Faults of the network or of Discord that are nobody's mistake here: said in one line, without a traceback."""


class UnreachedError(Exception):
    """Discord did not answer, or not sensibly; it may do so in a moment, or in `wait` seconds if it says so.

    `sentence` says what it comes to where it never does.
    """

    def __init__(self, reason: str, wait: float = 0.0, sentence: str = UNREACHED) -> None:
        super().__init__(reason)
        self.wait = wait
        self.sentence = sentence.format(reason=reason)


def meaning(error: Exception, application: AppInfo | None) -> DiscordError | UnreachedError:
    """Say what a fault of login or connection means; `application` is None before the login."""
    said = _refusal(error, application)
    return DiscordError(said) if said else _silence(error)


def _refusal(error: Exception, application: AppInfo | None) -> str | None:
    """What Discord won't have, however often we try."""
    match error:
        case discord.LoginFailure() | discord.HTTPException(status=HTTPStatus.UNAUTHORIZED):
            return REFUSED
        case discord.PrivilegedIntentsRequired():
            return INTENTS
        case discord.ConnectionClosed(code=code):
            return _CLOSED.get(code, f"Discord closed the connection ({code}): start Footnote once more.")
        case discord.HTTPException(status=status) if status not in _PASSING:
            return f"Discord refused the start ({status}): check DISCORD_API_URL and the application."
    return _before_login(error) if application is None else None


def _before_login(error: Exception) -> str | None:
    """What is so odd at the login that trying again is of no use."""
    match error:
        case ValueError():
            return UNSENDABLE
        case TypeError() | KeyError():
            return STRANGER
    return None


def _silence(error: Exception) -> UnreachedError:
    """What may pass in a moment; also a fault of ours, which the log shows in full."""
    if isinstance(error, UnreachedError):
        return error
    if isinstance(error, discord.HTTPException):
        asked = str(error.response.headers.get("Retry-After", ""))
        return UnreachedError(reason(error), float(asked) if asked.isdecimal() else 0.0)
    if isinstance(error, PASSING):
        return UnreachedError(reason(error))
    _log.error("A fault of Footnote's own ended the connection.", exc_info=error)
    return UnreachedError(reason(error), sentence=FAULTY)


def reason(error: BaseException) -> str:
    """Give the reason of a passing fault in a few words, without addresses or tokens."""
    match error:
        case discord.HTTPException(status=status) | aiohttp.WSServerHandshakeError(status=status):
            return f"it answers {status}"
        case discord.ConnectionClosed(code=code):
            return f"it closed the connection with {code}"
        case aiohttp.ClientConnectorDNSError():
            return "its name is not found"
        case OSError(errno=int(number)) if number > 0:
            return os.strerror(number).lower()
        case TimeoutError():
            return "it does not answer in time"
    return type(error).__name__

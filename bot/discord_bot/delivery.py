"""Answers over a wire that fails: sent once more after a cut, so that none is lost.

Where Discord took the first try all the same, it shows a message or a first response once. What comes after a response
has no nonce, and may then be shown twice.
"""

from __future__ import annotations

import asyncio
import secrets
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord.webhook.async_ import AsyncWebhookAdapter

if TYPE_CHECKING:
    from discord.abc import Messageable

EXPIRED = 10062
"""Discord's number for an interaction that was not answered in time."""
_ACKNOWLEDGED = 40060
_CUT = (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError)
_PAUSE = 0.3  # seconds


class Adapter(AsyncWebhookAdapter):
    """What sends our answers to interactions."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    async def request(self, *args: Any, **given: Any) -> Any:  # noqa: ANN401 - discord.py's own form
        """Send a request, once more after a cut."""
        try:
            return await super().request(*args, **given)
        except _CUT:
            await asyncio.sleep(_PAUSE)
            return await super().request(*args, **given)

    async def create_interaction_response(self, interaction_id: int, token: str, **given: Any) -> Any:  # noqa: ANN401 - the same
        """Respond; where Discord took a response before, perhaps an earlier try of this one, tell of no message."""
        try:
            return await super().create_interaction_response(interaction_id, token, **given)
        except discord.HTTPException as error:
            if error.code != _ACKNOWLEDGED:
                raise
        return {"interaction": {"id": str(interaction_id), "type": 2}}


async def send(channel: Messageable, **given: Any) -> discord.Message:  # noqa: ANN401 - whatever a message takes
    """Send a message, once more after a cut: Discord knows it by its nonce, and shows it once."""
    nonce = secrets.token_hex(12)
    try:
        return await channel.send(**given, nonce=nonce)
    except (discord.DiscordServerError, *_CUT) as error:
        if isinstance(error, discord.DiscordServerError) and error.status != HTTPStatus.SERVICE_UNAVAILABLE:
            raise  # discord.py itself has tried it often enough
    await asyncio.sleep(_PAUSE)
    return await channel.send(**given, nonce=nonce)

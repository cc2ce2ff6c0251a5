"""Hearing what the gateway tells: what can't be read is one line in the log and ends nothing else.

discord.py itself gives a whole connection up for an event in which one field is missing.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any

from discord.gateway import DiscordWebSocket, ReconnectWebSocket

from bot.discord_bot.faults import PASSING
from bot.discord_bot.once import Once

if TYPE_CHECKING:
    from collections.abc import Callable

    Parser = Callable[[Any], None]

_LEFT_OUT = {"version": 1, "attachment_size_limit": 0, "member": None, "user": None, "data": None}
_log = logging.getLogger("footnote.discord")


class Socket(DiscordWebSocket):
    """A connection to the gateway that is made anew, and goes on where it was, after a frame that can't be read."""

    async def received_message(self, msg: Any, /) -> None:  # noqa: ANN401 - discord.py's own form
        """Take a frame."""
        try:
            await super().received_message(msg)
        except (ReconnectWebSocket, *PASSING):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is that can't be read
            _log.warning("The gateway sent what can't be read (%s); reconnecting.", type(error).__name__)
            await self.close()
            raise ReconnectWebSocket(self.shard_id) from None


def carefully(parsers: dict[str, Parser]) -> None:
    """Make each of discord.py's parsers leave an event that it can't read, and an interaction that came before."""
    # A gateway need not repeat the shard that it was asked for; discord.py relies on it. Without READY nothing goes on.
    ready = parsers["READY"]
    parsers["INTERACTION_CREATE"] = partial(_once, parsers["INTERACTION_CREATE"], Once())
    parsers.update({event: partial(_read, event, parse) for event, parse in parsers.items()})
    parsers["READY"] = lambda told: ready({"shard": [0, 1], **told})


def _read(event: str, parse: Parser, told: Any) -> None:  # noqa: ANN401 - any JSON
    try:
        parse(told)
    except Exception as error:  # noqa: BLE001 - whatever it is that can't be read
        _log.warning("An event that can't be read was left out: %s (%s).", event, type(error).__name__)


def _once(parse: Parser, heard: Once, told: dict[str, Any]) -> None:
    """Take an interaction that was not heard before, also where it lacks what we don't need; not one by nobody."""
    whole = _LEFT_OUT | told
    if whole["data"] is None or whole["member" if "guild_id" in told else "user"] is None:
        raise KeyError
    if heard.take(int(whole["id"])):
        parse(whole)

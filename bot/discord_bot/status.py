"""Where the connection stands, as the gateway itself says: what `/healthz` answers and `/metrics` counts."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.discord_bot.client import FootnoteBot

_log = logging.getLogger("footnote.discord")


class Phase(StrEnum):
    """What the service is doing."""

    LEARNING = "learning the packs"
    CONNECTING = "connecting"
    READY = "ready"
    RECONNECTING = "reconnecting"
    STOPPING = "stopping"


@dataclass
class Status:
    """The shards that are up, out of those that Discord asks for, and what has befallen them."""

    shards: int = 1
    up: set[int] = field(default_factory=set)
    cuts: int = 0
    resumes: int = 0
    bot: FootnoteBot | None = None
    learnt: bool = False
    been_ready: bool = False
    told_to_wait: bool = False
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    revoked: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def phase(self) -> Phase:
        """What the service is doing."""
        if self.stopping.is_set():
            return Phase.STOPPING
        if not self.learnt:
            return Phase.LEARNING
        if len(self.up) >= self.shards:
            return Phase.READY
        return Phase.RECONNECTING if self.been_ready else Phase.CONNECTING

    def follow(self, bot: FootnoteBot) -> None:
        """Listen to what the gateway tells a fresh client."""
        self.bot = bot
        self.up.clear()

        async def on_shard_connect(shard: int) -> None:
            self._came_up(shard)

        async def on_shard_resumed(shard: int) -> None:
            self.resumes += 1
            self._came_up(shard)

        async def on_shard_disconnect(shard: int) -> None:
            if self._went_down(shard):
                await asyncio.sleep(0)  # until discord.py has closed a client that is refused
                if not bot.is_closed():
                    _log.warning("The connection was cut; reconnecting.", extra={"fields": {"shard": shard}})

        for listener in (on_shard_connect, on_shard_resumed, on_shard_disconnect):
            bot.event(listener)

    def _came_up(self, shard: int) -> None:
        self.up.add(shard)
        self.been_ready = self.been_ready or len(self.up) >= self.shards

    def _went_down(self, shard: int) -> bool:
        """Count a cut, and say whether it is one."""
        if self.stopping.is_set() or shard not in self.up:
            return False
        self.up.discard(shard)
        self.cuts += 1
        return True

"""What goes over the wire: a request that was heard, one that is answered badly, and a gateway connection."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiohttp import web


@dataclass(frozen=True)
class Fault:
    """What happens instead to a request whose path ends so: this status, or, for 0, the usual after a delay.

    `taken` where the server does what was asked all the same; `cut` where it says nothing at all any more.
    """

    path: str
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)
    delay: float = 0.0
    page: str = ""
    taken: bool = False
    cut: bool = False


@dataclass(frozen=True)
class Heard:
    """A request: its path without the API's base, its query, and its body."""

    method: str
    path: str
    query: dict[str, str]
    body: Any


@dataclass
class Session:
    """One connection to the gateway."""

    socket: web.WebSocketResponse
    pack: Callable[[bytes], bytes] | None
    shard: tuple[int, ...] = ()
    sequence: int = 0

    async def send(self, payload: dict[str, Any]) -> None:
        """Send one message, packed as the client asked for."""
        raw = json.dumps(payload).encode()
        await (self.socket.send_bytes(self.pack(raw)) if self.pack else self.socket.send_str(raw.decode()))

    async def tell(self, event: str, payload: dict[str, Any]) -> None:
        """Tell an event."""
        self.sequence += 1
        await self.send({"op": 0, "t": event, "s": self.sequence, "d": payload})

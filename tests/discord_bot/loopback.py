"""A Discord of a few routes on this machine: enough to log in, list commands, connect and be cut off."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import WSCloseCode, WSMsgType, web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

USER = {"id": "11", "username": "footnote", "discriminator": "0", "avatar": None, "bot": True}
APPLICATION = {
    "id": "22",
    "name": "Footnote",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "00",
    "flags": 0,
    "owner": USER,
    "team": None,
}
HELLO = {"op": 10, "d": {"heartbeat_interval": 41250}}
READY = {
    "op": 0,
    "t": "READY",
    "s": 1,
    "d": {
        "v": 10,
        "user": USER,
        "guilds": [],
        "session_id": "session",
        "resume_gateway_url": "ws://nowhere.invalid",
        "application": {"id": "22", "flags": 0},
    },
}


def said(payload: object, status: int = 200) -> web.Response:
    """JSON with the very content type that discord.py wants, without a charset."""
    body = json.dumps(payload).encode()
    return web.Response(body=body, status=status, headers={"Content-Type": "application/json"})


@dataclass
class Loopback:
    """What the server answers, and what it saw."""

    status: int = 200
    page: str = ""
    close_with: int | None = None
    cut_once: bool = False
    commands: list[dict[str, Any]] = field(default_factory=list)
    written: int = 0
    seen: list[int] = field(default_factory=list)
    resumed: asyncio.Event = field(default_factory=asyncio.Event)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    port: int = 0

    @property
    def api(self) -> str:
        """The base of the API, with its version."""
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway(self) -> str:
        """Where the gateway is."""
        return f"ws://127.0.0.1:{self.port}/gateway"

    async def me(self, _: web.Request) -> web.Response:
        """Who we are, or why not."""
        if self.page:
            return web.Response(text=self.page, content_type="text/html")
        if self.status != 200:
            return said({"message": f"{self.status}", "code": 0}, status=self.status)
        return said(USER)

    async def listed(self, _: web.Request) -> web.Response:
        """The commands as Discord lists them."""
        return said([{**command, "id": "1", "application_id": "22"} for command in self.commands])

    async def write(self, request: web.Request) -> web.Response:
        """Replace the commands."""
        self.commands, self.written = await request.json(), self.written + 1
        return await self.listed(request)

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """A gateway connection: hello, then whatever the test wants."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json(HELLO)
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            await self._heard(socket, message.json()["op"])
        return socket

    async def _heard(self, socket: web.WebSocketResponse, op: int) -> None:
        self.seen.append(op)
        if op == 2 and self.close_with:
            await socket.close(code=self.close_with)
        elif op == 2:
            await socket.send_json(READY)
            self.ready.set()
            if self.cut_once:
                await socket.close(code=WSCloseCode.GOING_AWAY)
        elif op == 6:
            await socket.send_json({"op": 0, "t": "RESUMED", "s": 2, "d": {}})
            self.resumed.set()


@asynccontextmanager
async def loopback(server: Loopback) -> AsyncIterator[Loopback]:
    """Serve on any free port."""
    app = web.Application()
    app.router.add_get("/api/v10/users/@me", server.me)
    app.router.add_get("/api/v10/oauth2/applications/@me", _says(APPLICATION))
    app.router.add_get("/api/v10/applications/@me", _says(APPLICATION))
    app.router.add_get("/api/v10/gateway/bot", _gateway(server))
    app.router.add_get("/api/v10/applications/22/commands", server.listed)
    app.router.add_put("/api/v10/applications/22/commands", server.write)
    app.router.add_get("/gateway", server.connect)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.port = runner.addresses[0][1]
    try:
        yield server
    finally:
        await runner.cleanup()


def _says(payload: dict[str, Any]) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handler(_: web.Request) -> web.Response:
        return said(payload)

    return handler


def _gateway(server: Loopback) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handler(_: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return said({"url": server.gateway, "shards": 1, "session_start_limit": limit})

    return handler

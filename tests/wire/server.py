"""A small Discord on this machine: the API's routes that a bot like ours uses, and the gateway.

Every body that it is sent is kept in `heard` and judged by `tests/wire/rules.py`; `faults` makes it misbehave.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.wire import events, rules
from tests.wire.exchange import Fault, Heard, Session
from tests.wire.transport import packing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

HEARTBEAT, IDENTIFY, RESUME = 1, 2, 6


@dataclass
class Loopback:
    """What the server answers, and what it saw."""

    shards: int = 1
    starts: int = 1000
    close_with: int | None = None
    echo: bool = True
    resume: str = ""
    faults: list[Fault] = field(default_factory=list)
    commands: list[dict[str, Any]] = field(default_factory=list)
    written: int = 0
    heard: list[Heard] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)
    compress: list[str | None] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    port: int = 0

    @property
    def api(self) -> str:
        """The base of the API, with its version."""
        return f"http://127.0.0.1:{self.port}/api/v10"

    @property
    def gateway(self) -> str:
        """Where the gateway is."""
        return f"ws://127.0.0.1:{self.port}/gateway"

    async def until(self, happened: Callable[[], Any], seconds: float = 20) -> Any:  # noqa: ANN401 - a test's limit
        """Wait until something has happened, and give it."""
        async with self.changed:
            await asyncio.wait_for(self.changed.wait_for(happened), seconds)
        return happened()

    async def ready(self, times: int = 1, seconds: float = 20) -> None:
        """Wait until as many sessions have begun in all."""
        shards = min(times, self.shards)
        await self.until(lambda: self.seen.count(IDENTIFY) >= times and len(self.sessions) >= shards, seconds)

    async def tell(self, event: str, payload: dict[str, Any], shard: int = 0) -> None:
        """Tell the latest session of a shard an event."""
        session = [session for session in self.sessions if session.shard[0] == shard][-1]
        await session.tell(event, payload)

    async def asked(self, payload: dict[str, Any], shard: int = 0) -> dict[str, Any]:
        """Send an interaction, and give the message of the first response to it."""
        await self.tell("INTERACTION_CREATE", payload, shard)
        return (await self.response(payload)).get("data", {})

    async def response(self, payload: dict[str, Any]) -> dict[str, Any]:
        """Wait for the first response to an interaction."""
        return (await self.until(lambda: self.to(f"/interactions/{payload['id']}/")))[0].body

    def to(self, part: str) -> list[Heard]:
        """The requests whose path holds this."""
        return [heard for heard in self.heard if part in heard.path]

    async def cut(self, shard: int = 0, code: int = 4000) -> None:
        """Close a shard's connection."""
        session = [session for session in self.sessions if session.shard[0] == shard][-1]
        self.sessions.remove(session)
        await session.socket.close(code=code)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answer any request to the API."""
        path = request.path.removeprefix("/api/v10")
        body = await request.json() if request.can_read_body else None
        heard = Heard(request.method, path, dict(request.query), body)
        self.refused += rules.broken(heard.method, heard.path, heard.body)
        fault = next((fault for fault in self.faults if path.endswith(fault.path)), None)
        if fault:
            await self._misbehaving(fault)
            await asyncio.sleep(fault.delay)
            if fault.taken:
                await self._take(heard)
            if fault.cut and request.transport:
                request.transport.abort()
            if fault.page:
                return web.Response(text=fault.page, content_type="text/html")
            if fault.status or fault.cut:
                return said({"message": str(fault.status), "code": 0, **fault.body}, fault.status or 500, fault.headers)
        return await self._take(heard)

    async def _take(self, heard: Heard) -> web.Response:
        """Do what is asked; a second response to an interaction is none."""
        if heard.path.endswith("/callback") and heard.path in {earlier.path for earlier in self.heard}:
            return said({"message": "Interaction has already been acknowledged.", "code": 40060}, 400)
        answer = self._answer(heard)
        async with self.changed:
            self.heard.append(heard)
            self.changed.notify_all()
        return answer

    async def _misbehaving(self, fault: Fault) -> None:
        async with self.changed:
            self.faults.remove(fault)
            self.changed.notify_all()

    def _answer(self, heard: Heard) -> web.Response:  # noqa: PLR0911 - one for each route
        match heard.method, heard.path.strip("/").split("/"):
            case "GET", ["users", "@me"]:
                return said(events.ME)
            case "GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]:
                return said(events.APPLICATION)
            case "GET", ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": self.starts, "reset_after": 1500, "max_concurrency": 1}
                return said({"url": self.gateway, "shards": self.shards, "session_start_limit": limit})
            case "PUT", ["applications", _, "commands"]:
                self.commands, self.written = heard.body, self.written + 1
                return said(self._listed())
            case "GET", ["applications", _, "commands"]:
                return said(self._listed())
            case "POST", ["interactions", number, _, "callback"]:
                return _called_back(number, heard)
            case "DELETE", ["webhooks", *_]:
                return web.Response(status=204)
            case "POST" | "PATCH", ["channels", _, "messages"] | ["webhooks", *_]:
                return said(events.message(heard.body))
        return said({"message": "404: Not Found", "code": 0}, 404)

    def _listed(self) -> list[dict[str, Any]]:
        return [
            {**command, "id": str(number), "application_id": "22", "version": "1"}
            for number, command in enumerate(self.commands, 1)
        ]

    async def connect(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one connection to the gateway."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.compress.append(request.query.get("compress"))
        session = Session(socket, packing(request.query.get("compress")))
        await session.send(events.HELLO)
        async for received in socket:
            if received.type is not WSMsgType.TEXT:
                break
            await self._told(session, received.json())
        if session in self.sessions:
            self.sessions.remove(session)
        return socket

    async def _told(self, session: Session, told: dict[str, Any]) -> None:
        if told["op"] == HEARTBEAT:
            await session.send({"op": 11})
        elif self.close_with and told["op"] in (IDENTIFY, RESUME):
            await session.socket.close(code=self.close_with)
        elif told["op"] == IDENTIFY:
            session.shard = tuple(told["d"]["shard"])
            payload = events.ready(list(session.shard), self.resume or self.gateway)
            await session.tell("READY", payload if self.echo else {k: v for k, v in payload.items() if k != "shard"})
            self.sessions.append(session)
        elif told["op"] == RESUME:
            session.shard, session.sequence = (int(told["d"]["session_id"].removeprefix("session-")),), told["d"]["seq"]
            await session.tell("RESUMED", {})
            self.sessions.append(session)
        async with self.changed:
            self.seen.append(told["op"])
            self.changed.notify_all()


def said(payload: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON with the very content type that discord.py wants, without a charset."""
    body = json.dumps(payload).encode()
    return web.Response(body=body, status=status, headers={"Content-Type": "application/json", **(headers or {})})


def _called_back(number: str, heard: Heard) -> web.Response:
    if heard.query.get("with_response") not in {"1", "true"}:
        return web.Response(status=204)
    called = {"interaction": {"id": number, "type": 2, "response_message_id": "77"}}
    kind = heard.body["type"]
    resource = {"type": kind, "message": events.message(heard.body.get("data") or {})} if kind == 4 else {"type": kind}
    return said(called | {"resource": resource})


@asynccontextmanager
async def loopback(server: Loopback, port: int = 0) -> AsyncIterator[Loopback]:
    """Serve on this port, or on any that is free."""
    app = web.Application()
    app.router.add_get("/gateway", server.connect)
    app.router.add_route("*", "/api/v10/{rest:.*}", server.serve)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    server.port = runner.addresses[0][1]
    try:
        yield server
    finally:
        for session in server.sessions:
            await session.socket.close()
        await runner.cleanup()

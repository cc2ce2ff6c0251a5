"""`/healthz` and `/metrics` on this machine alone, where HEALTH_PORT asks for them."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.discord_bot.status import Phase
from bot.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.discord_bot.metrics import Metrics
    from bot.discord_bot.status import Status

HOST = "127.0.0.1"
_log = logging.getLogger("footnote.health")


@asynccontextmanager
async def served(port: int | None, status: Status, metrics: Metrics) -> AsyncIterator[None]:
    """Serve both as long as the context lasts; nothing without a port, any free one for 0. May raise SettingsError."""
    if port is None:
        yield
        return
    app = web.Application()
    app.add_routes([web.get("/healthz", _Health(status)), web.get("/metrics", _Page(metrics))])
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await _listen(runner, port)
        yield
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int) -> None:
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError:
        raise SettingsError(f"HEALTH_PORT {port} can't be listened on: choose another, or leave it out.") from None
    _log.info("Serving /healthz and /metrics at http://%s:%d", HOST, runner.addresses[0][1])


class _Health:
    """200 while every shard is connected, as the gateway itself says; else 503. One word or two on what is going on."""

    def __init__(self, status: Status) -> None:
        self._status = status

    async def __call__(self, _: web.Request) -> web.Response:
        """Answer a request."""
        phase = self._status.phase
        return web.Response(text=f"{phase.value}\n", status=200 if phase is Phase.READY else 503)


class _Page:
    """The metrics, in Prometheus's text form."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    async def __call__(self, _: web.Request) -> web.Response:
        """Answer a request."""
        return web.Response(body=self._metrics.page(), headers={"Content-Type": CONTENT_TYPE_LATEST})

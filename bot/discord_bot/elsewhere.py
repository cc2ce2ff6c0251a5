"""Discord at another address: a proxy, or a server for tests."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import yarl
from discord.http import HTTPClient, Route

if TYPE_CHECKING:
    from collections.abc import Iterator

_BASE = Route.BASE


@contextmanager
def api_at(base: str | None) -> Iterator[None]:
    """Send every API request to `base` (whole, with its version) as long as the context lasts."""
    before = Route.BASE
    Route.BASE = base.rstrip("/") if base else before
    try:
        yield
    finally:
        Route.BASE = before


async def gateway_of(http: HTTPClient) -> str | None:
    """Ask a Discord elsewhere for its gateway; None at Discord itself, whose gateway discord.py knows."""
    return None if Route.BASE == _BASE else (await http.get_bot_gateway())[1]


def gateway_at(http: HTTPClient, gateway: str | None) -> None:
    """Make this client open every gateway connection at `gateway`, whatever address it was told to use.

    Also the one of a resume: what Discord names there is replaced too. The query (version, encoding) is kept.
    """
    if gateway is None:
        return
    connect = http.ws_connect

    async def elsewhere(url: str, *, compress: int = 0) -> Any:  # noqa: ANN401 - discord.py's own, unnamed type
        there = yarl.URL(gateway)
        return await connect(str(there.update_query(yarl.URL(url).query)), compress=compress)

    http.ws_connect = elsewhere  # type: ignore[method-assign]

"""Discord at another address: a proxy, or a server for tests."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from discord.http import Route

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


def is_elsewhere() -> bool:
    """Whether requests go somewhere else than to Discord itself."""
    return _BASE != Route.BASE

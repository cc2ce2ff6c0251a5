"""Each test's Discord, whose every body is judged at the end, and what a bot needs to start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.wire.server import Loopback, loopback

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def server() -> AsyncIterator[Loopback]:
    """Hold a running server; a body that Discord would refuse fails the test."""
    async with loopback(Loopback()) as running:
        yield running
    assert [] == running.refused

"""The bot as its own process, as an operator runs it, with its log."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp

from tests.hollin import FOLDER

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.wire.server import Loopback

TOKEN = "MTEx.wire.a-token-that-no-log-may-hold"  # noqa: S105 - no real one


@dataclass
class Footnote:
    """A running bot: its process and what it has said on stderr."""

    process: asyncio.subprocess.Process
    listening: asyncio.Task[None] = field(init=False)
    lines: list[str] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def sentences(self) -> list[str]:
        """What it has said beside its log."""
        return [line for line in self.lines if not line.startswith("{")]

    @property
    def log(self) -> str:
        """All that it has said."""
        return "\n".join(self.lines)

    def events(self, part: str = "") -> list[dict[str, Any]]:
        """The lines of the log whose event holds this."""
        parsed = [json.loads(line) for line in self.lines if line.startswith("{")]
        return [event for event in parsed if part in event["event"]]

    async def listen(self) -> None:
        """Keep what it says until it says no more."""
        assert self.process.stderr
        async for line in self.process.stderr:
            async with self.changed:
                self.lines.append(line.decode().rstrip("\n"))
                self.changed.notify_all()

    async def until(self, happened: Callable[[], Any], seconds: float = 30) -> Any:  # noqa: ANN401 - a test's limit
        """Wait until the log shows something, and give it."""
        async with self.changed:
            await asyncio.wait_for(self.changed.wait_for(happened), seconds)
        return happened()

    async def said(self, part: str) -> None:
        """Wait until it has said this."""
        await self.until(lambda: part in self.log)

    async def left(self, seconds: float = 60) -> int:
        """Wait until it leaves, and give its exit code."""
        code = await asyncio.wait_for(self.process.wait(), seconds)
        await self.listening
        return code

    async def stop(self, number: int = signal.SIGTERM) -> None:
        """Ask it to stop: it leaves in under five seconds, with code 0, and tells of no fault of its own."""
        self.process.send_signal(number)
        assert 0 == await self.left(5)
        assert [] == self.sentences
        assert [] == [event for event in self.events() if "fault" in event]


@asynccontextmanager
async def footnote(server: Loopback, **environment: str) -> AsyncIterator[Footnote]:
    """Run the bot against a server; whatever happens, it has ended afterwards."""
    given = {
        "DISCORD_TOKEN": TOKEN,
        "DISCORD_API_URL": server.api,
        "DISCORD_GATEWAY_URL": server.gateway,
        "KNOWLEDGE_DIR": str(FOLDER),
        "COOLDOWN_SECONDS": "0",  # here one person asks again and again
        "REPEAT_MINUTES": "0",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        env=os.environ | given | environment,
        stderr=asyncio.subprocess.PIPE,
        limit=2**20,
    )
    running = Footnote(process)
    running.listening = asyncio.create_task(running.listen())
    try:
        yield running
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        await running.listening


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def health(port: int, page: str = "healthz") -> tuple[int, str]:
    """What the bot says of itself."""
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/{page}") as response:
        return response.status, await response.text()

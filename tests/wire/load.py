"""How the bot bears a crowd: asks at a steady rate on the wire, and what became of each. It stops by itself.

    python -m tests.wire.load [--rate 200] [--seconds 20]

The bot runs as its own process over the packs that came with it, and is asked the development questions in turn, each
time by somebody else. Lost is what got no first response within the three seconds that Discord allows; unanswered what
was told that an answer will come, and got none; refused are bodies that Discord would not take.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.wire import events, rules
from tests.wire.exchange import Heard
from tests.wire.process import footnote
from tests.wire.server import Loopback, loopback

if TYPE_CHECKING:
    from aiohttp import web

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = ROOT / "tests/eval/development.jsonl"
LIMIT = 3.0
HOPE = 60  # seconds for an answer that was promised


@dataclass
class Crowd(Loopback):
    """A server that keeps the moment of each ask and of its first response, and bodies to be judged afterwards."""

    bodies: list[Heard] = field(default_factory=list)
    begun: dict[str, float] = field(default_factory=dict)
    taken: dict[str, float] = field(default_factory=dict)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Take the time of a first response."""
        parts = request.path.split("/")
        if parts[-1] == "callback":
            self.taken.setdefault(parts[-3], time.perf_counter() - self.begun[parts[-3]])
        body = await request.json() if request.can_read_body else None
        heard = Heard(request.method, request.path.removeprefix("/api/v10"), dict(request.query), body)
        self.bodies.append(heard)
        return self._answer(heard)

    async def ask(self, question: str, number: int) -> None:
        """Somebody new asks."""
        payload = events.ask(question)
        payload["user"] = payload["user"] | {"id": str(1000 + number)}
        self.begun[payload["id"]] = time.perf_counter()
        await self.tell("INTERACTION_CREATE", payload)

    @property
    def unanswered(self) -> int:
        """How many were told that an answer will come, and got none."""
        called = [heard for heard in self.bodies if heard.path.endswith("/callback")]
        told = [heard.path for heard in called if heard.body["type"] == events.DEFERRED]
        came = {heard.path.split("/")[-1] for heard in self.bodies if heard.path.startswith("/webhooks/")}
        return sum(path.split("/")[-2] not in came for path in told)

    async def answered(self) -> None:
        """Wait until nobody waits for an answer that was promised, or all hope is gone."""
        for _ in range(HOPE):
            if not self.unanswered:
                return
            await asyncio.sleep(1)

    @property
    def judged(self) -> list[str]:
        """Why Discord would refuse a body, for each that it would."""
        return [fault for heard in self.bodies for fault in rules.broken(heard.method, heard.path, heard.body)]


async def crowd(rate: int, seconds: int, **environment: str) -> dict[str, str]:
    """Ask at this rate for so long, and give the figures."""
    asked = [json.loads(line)["question"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    given = {"KNOWLEDGE_DIR": str(ROOT / "knowledge"), "LOG_LEVEL": "WARNING", **environment}
    async with loopback(Crowd()) as server, footnote(server, **given) as bot:
        await server.ready(seconds=300)  # the packs may still have to be learnt
        start = time.perf_counter()
        for number in range(rate * seconds):
            await asyncio.sleep(max(0.0, start + number / rate - time.perf_counter()))
            await server.ask(asked[number % len(asked)], number)
        await asyncio.sleep(LIMIT)
        await server.answered()
        used = _processor_seconds(bot.process.pid)
        await bot.stop()
        return figures(server, used)


def figures(server: Crowd, used: float) -> dict[str, str]:
    """What became of the asks; times in milliseconds."""
    taken = sorted(server.taken.values()) or [float("inf")]
    lost = len(server.begun) - sum(seconds <= LIMIT for seconds in taken)
    parts = {"asked": len(server.begun), "lost": lost, "unanswered": server.unanswered, "refused": len(server.judged)}
    times = {f"p{part} ms": taken[int(len(taken) * part / 100)] * 1000 for part in (50, 95, 99)}
    times |= {"longest ms": taken[-1] * 1000}
    return (
        {name: f"{count:,}" for name, count in parts.items()}
        | {name: f"{value:.0f}" for name, value in times.items()}
        | {"processor s": f"{used:.1f}"}
    )


def _processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def main() -> None:
    """Print the figures as a row of a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rate", type=int, default=200, help="asks a second")
    options.add_argument("--seconds", type=int, default=20)
    given = options.parse_args()
    found = asyncio.run(crowd(given.rate, given.seconds))
    print(f"{given.rate} asks a second for {given.seconds} s on the wire")
    print(*(f"{name:>11}" for name in found))
    print(*(f"{value:>11}" for value in found.values()))


if __name__ == "__main__":
    main()

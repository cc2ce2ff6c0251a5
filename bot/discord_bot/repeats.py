"""Answers given lately in each channel, so that the same one is linked to instead of said again."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from dataclasses import dataclass
from weakref import WeakValueDictionary

_HELD = 4000


@dataclass(frozen=True, slots=True)
class Said:
    """What was said where: the entry, the hash of its words, and what a follow-up asked of it."""

    channel: int
    entry: str
    revision: str
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """An answer that stands above: what was said, in which message, and how long ago, in minutes."""

    said: Said
    message: int
    minutes: int


class Repeats:
    """Messages with answers of the last `minutes`, by channel; in memory only, the oldest go first."""

    def __init__(self, minutes: float) -> None:
        self._minutes = minutes
        self._given: OrderedDict[Said, tuple[float, int]] = OrderedDict()
        self._turns: WeakValueDictionary[Said, asyncio.Lock] = WeakValueDictionary()

    @property
    def counted(self) -> bool:
        """Whether repetitions are looked for at all."""
        return self._minutes > 0

    def turn(self, said: Said) -> asyncio.Lock:
        """Give what to hold while this is said, so that whoever says the same meanwhile can link to it."""
        return self._turns.setdefault(said, asyncio.Lock())

    def earlier(self, said: Said) -> Earlier | None:
        """Give the same answer in the same channel, if it was given lately."""
        when, message = self._given.get(said, (0.0, 0))
        ago = (time.monotonic() - when) / 60
        return Earlier(said, message, int(ago)) if message and ago < self._minutes else None

    def note(self, said: Said, message: int) -> None:
        """Keep that this was said in this message."""
        self._given[said] = (time.monotonic(), message)
        self._given.move_to_end(said)
        while len(self._given) > _HELD:
            self._given.popitem(last=False)

    def forget(self, message: int) -> None:
        """Link no more to a message that is gone."""
        for said in [said for said, (_, given) in self._given.items() if given == message]:
            del self._given[said]

"""How soon one may ask again: each person after a pause, and a channel only so often, whoever asks."""

from __future__ import annotations

import math
import time
from collections import OrderedDict, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Hashable

    from bot.discord_bot.conversation import Place

_IN_A_CHANNEL = 5
_HELD = 4000


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a question is not taken just now; `told` where that person, or for a channel anybody, has heard so before."""

    words: str
    told: bool


class Cooldowns:
    """A person asks once in `seconds`, a channel hears five questions in that time; 0 takes any number."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._asked: OrderedDict[Hashable, deque[float]] = OrderedDict()
        self._told: OrderedDict[Hashable, float] = OrderedDict()

    def ask(self, place: Place, *, public: bool = True) -> Refusal | None:
        """Take a question, or refuse it. One that only its asker sees answered is no burden to the channel."""
        channel, person = place
        limits = [(("person", person), 1), *([(("channel", channel), _IN_A_CHANNEL)] if public else [])]
        waits = [self._wait(name, most) for name, most in limits]
        if any(waits):
            return self._refusal(place, max(waits), own=waits[0] > 0)
        for name, most in limits:
            self._asked.setdefault(name, deque(maxlen=most)).append(time.monotonic())
            _keep(self._asked, name)
        return None

    def _wait(self, name: Hashable, most: int) -> float:
        asked = self._asked.get(name, deque())
        return max(0.0, asked[0] + self._seconds - time.monotonic()) if len(asked) >= most and self._seconds else 0.0

    def _refusal(self, place: Place, wait: float, *, own: bool) -> Refusal:
        now = time.monotonic()
        hears = place if own else ("channel", place[0])
        told = self._told.get(hears, 0.0) > now
        self._told[hears] = now + wait
        _keep(self._told, hears)
        seconds = math.ceil(wait)
        when = f"in {seconds} second{'s' if seconds > 1 else ''}"
        words = f"One moment, please: ask me again {when}." if own else f"Much is asked here: try again {when}."
        return Refusal(words, told)


def _keep(store: OrderedDict[Any, Any], name: Hashable) -> None:
    """Move a name to the end of a store, and let the oldest go where there are too many."""
    store.move_to_end(name)
    while len(store) > _HELD:
        store.popitem(last=False)

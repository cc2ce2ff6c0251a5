"""What each person asked lately in each channel, so that "who said that?" has something to point at."""

from __future__ import annotations

import time
from collections import OrderedDict, deque

Place = tuple[int, int]
"""A channel's id and a person's id."""

_MINUTES = 15
_QUESTIONS = 6
_PLACES = 2000


class Conversations:
    """Questions of the last 15 minutes by channel and person; in memory only, the oldest places go first."""

    def __init__(self) -> None:
        self._asked: OrderedDict[Place, deque[tuple[float, str]]] = OrderedDict()

    def context(self, place: Place) -> tuple[str, ...]:
        """Give the earlier questions of this person in this channel, oldest first."""
        since = time.monotonic() - _MINUTES * 60
        return tuple(question for when, question in self._asked.get(place, ()) if when >= since)

    def remember(self, place: Place, question: str) -> None:
        """Add a question that was answered just now."""
        self._asked.setdefault(place, deque(maxlen=_QUESTIONS)).append((time.monotonic(), question))
        self._asked.move_to_end(place)
        while len(self._asked) > _PLACES:
            self._asked.popitem(last=False)

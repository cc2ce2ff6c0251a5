"""What each person asked lately in each channel, so that "who said that?" has something to point at."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from dataclasses import dataclass

from discord.ext import tasks

Place = tuple[int, int]
"""A channel's id and a person's id."""

_MINUTES = 15
_QUESTIONS = 6
_PLACES = 2000


@dataclass(frozen=True, slots=True)
class _Asked:
    when: float
    question: str
    answered: bool


class Conversations:
    """Questions of the last 15 minutes by channel and person; in memory only, the oldest places go first."""

    def __init__(self) -> None:
        self._asked: OrderedDict[Place, deque[_Asked]] = OrderedDict()

    def context(self, place: Place, *, answered: bool = False) -> tuple[str, ...]:
        """Give the earlier questions of this person in this channel, oldest first; all, or those that were answered."""
        self.forget_old()
        return tuple(asked.question for asked in self._asked.get(place, ()) if asked.answered or not answered)

    def remember(self, place: Place, question: str, *, answered: bool = True) -> None:
        """Add a question that was asked just now."""
        self.forget_old()
        self._asked.setdefault(place, deque(maxlen=_QUESTIONS)).append(_Asked(time.monotonic(), question, answered))
        self._asked.move_to_end(place)
        while len(self._asked) > _PLACES:
            self._asked.popitem(last=False)

    def forget_old(self) -> None:
        """Drop every question that is older than 15 minutes."""
        since = time.monotonic() - _MINUTES * 60
        for place, asked in list(self._asked.items()):
            while asked and asked[0].when < since:
                asked.popleft()
            if not asked:
                del self._asked[place]

    @tasks.loop(minutes=1)
    async def sweep(self) -> None:
        """Forget what is old also where nobody asks any more."""
        self.forget_old()

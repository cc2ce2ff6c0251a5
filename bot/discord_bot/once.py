"""What may come twice and is to be done once: the same event, or the same press of a button."""

from __future__ import annotations

from collections import OrderedDict

_HELD = 4000


class Once:
    """The latest ids of something; the oldest go first."""

    def __init__(self) -> None:
        self._taken: OrderedDict[int, None] = OrderedDict()

    def take(self, number: int) -> bool:
        """Take one, and say whether nobody has taken it before."""
        new = number not in self._taken
        self._taken[number] = None
        if len(self._taken) > _HELD:
            self._taken.popitem(last=False)
        return new

    def release(self, number: int) -> None:
        """Let one be taken again, where nothing came of it."""
        self._taken.pop(number, None)

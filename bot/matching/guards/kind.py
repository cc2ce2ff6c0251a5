"""The kind of answer: a question for a date is not answered by a reason."""

from __future__ import annotations

from bot.matching.answer_kind import kinds
from bot.matching.guards.conflict import Conflict, Considered

_SPOKEN = {"count": "number", "time": "date", "person": "name"}
_MEASURED = frozenset({"count", "duration", "size", "age", "time", "name", "person", "means"})


def kind(considered: Considered) -> Conflict | None:
    """A measure, a date or a name asked for that no phrasing of the candidate asks for."""
    for asked in sorted(kinds(considered.read) & _MEASURED):
        if not considered.account.asks_for(asked, considered.without):
            return Conflict("kind", (asked,), f"the report gives no {_SPOKEN.get(asked, asked)} here", premise=False)
    return None

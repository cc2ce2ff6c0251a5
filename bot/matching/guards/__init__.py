"""What a score can't see: whether a question means the same as the answer it resembles.

Each guard is a pure function from a question and the candidate it was matched to, to a `Conflict` or None. Those that
look for the words of a whole phrasing look at the candidates on the same passage, too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.matching.guards.addition import addition, contents
from bot.matching.guards.alternatives import settled
from bot.matching.guards.conflict import Conflict, Considered
from bot.matching.guards.direction import direction, directions
from bot.matching.guards.kind import kind
from bot.matching.guards.names import names, neighbours
from bot.matching.guards.numbers import days, figures, numbers
from bot.matching.guards.order import arrangements, deeds, frames, order
from bot.matching.guards.polarity import denials, polarity, sides
from bot.matching.guards.roles import parts, roles
from bot.matching.guards.superlative import superlative
from bot.matching.guards.verbatim import bare, casts, wordings

if TYPE_CHECKING:
    from collections.abc import Callable

GUARDS: dict[str, Callable[[Considered], Conflict | None]] = {
    guard.__name__: guard for guard in (roles, order, names, numbers, polarity, direction, superlative, kind, addition)
}

PROFILES = (
    parts, deeds, arrangements, frames, neighbours, figures, days, denials, sides, directions, contents, bare, wordings,
    casts,
)  # fmt: skip
"""What the guards look for in a candidate's texts, so that it is counted once."""

ANY_LANGUAGE = ("names", "numbers", "addition")

__all__ = ["GUARDS", "PROFILES", "Conflict", "Considered", "conflicts"]


def conflicts(considered: Considered) -> tuple[Conflict, ...]:
    """Everything in the question that the candidate contradicts or can't account for.

    Most guards read English grammar; over a pack in another language only those speak that need none.
    """
    english = considered.lexicon.language.startswith("en")
    if english:
        typed = settled(replace(considered, read=considered.text))
        considered = replace(considered, read=settled(considered), typed=typed)
    guards = GUARDS.values() if english else (GUARDS[name] for name in ANY_LANGUAGE)
    return tuple(found for guard in guards if (found := guard(considered)) is not None)

"""In what a claim differs from a passage, beyond words that are missing there.

Each rule is a pure function from a claim beside a passage to the differences that it finds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.checking.rules.amounts import amounts, bounds, numbers
from bot.answering.checking.rules.deeds import deeds, doers
from bot.answering.checking.rules.names import beside, names, whose
from bot.answering.checking.rules.opposites import comparatives, denials, kinds, opposites, order, particles
from bot.answering.checking.rules.parts import turned, usurped
from bot.answering.checking.rules.settings import places, years
from bot.answering.checking.rules.sides import each_other, sides
from bot.answering.checking.rules.unrealised import unrealised

if TYPE_CHECKING:
    from bot.answering.checking.compared import Compared
    from bot.answering.checking.difference import Difference

_RULES: Final = (
    amounts, bounds, numbers, names, whose, beside, opposites, comparatives, order, particles,
    denials, kinds, usurped, doers, deeds, turned, sides, each_other, unrealised,
    places, years,
)  # fmt: skip

__all__ = ["differences"]


def differences(compared: Compared) -> tuple[Difference, ...]:
    """Everything in which the claim differs."""
    return tuple(dict.fromkeys(found for rule in _RULES for found in rule(compared)))

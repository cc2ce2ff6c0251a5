"""Opposites: a question about a fall where the answer is about a rise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAIRS = """
announce cancel, begin cancel, plan cancel, continue cancel, increase decrease, increase pause, increase end, begin
end, continue end, continue pause, expand limit, expand decrease, improve worsen, fortify weaken, invade withdraw,
deploy withdraw, stay withdraw, support oppose, support block, resist obey, cooperate fight, unite divide,
criticise praise, admit refuse, refuse support, refuse cooperate, refuse allow, support fight, deter trigger, allow
ban, allow block, win defeat, succeed fail, cheap expensive, secret open, first final, new old, often rare, big small,
certain unclear, believe doubt, agree refuse, temporary permanent, north south, east west, safe danger,
expel support, quiet attack, fight truce, negotiate threaten
"""


def _opposites() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for left, right in (pair.split() for pair in _PAIRS.replace("\n", " ").split(",")):
        found[left] = found.get(left, frozenset()) | {f"#{right}"}
        found[right] = found.get(right, frozenset()) | {f"#{left}"}
    return found


OPPOSITES = _opposites()  # senses of the thesaurus, each with those that mean the contrary
_FREQUENT = 2  # phrasings that must have the opposite: one alone may be chance


def direction(considered: Considered) -> Conflict | None:
    """A word of the question whose opposite the candidate has, and which it lacks itself."""
    asked, either = {t.meaning for t in considered.read}, any(t.word == "or" for t in considered.read)
    for token in considered.read:
        against = OPPOSITES.get(token.sense or "", frozenset())
        if either and against & asked:
            continue  # `rising or falling?` takes no side
        if against and not considered.account.holds(token, considered.without):
            met = [
                key for key in against if considered.account.asked[key] >= _FREQUENT or key in considered.account.said
            ]
            if met:
                finding = f"the report says the opposite of “{token.surface}”"
                return Conflict("direction", (token.surface,), finding, premise=True)
    return None

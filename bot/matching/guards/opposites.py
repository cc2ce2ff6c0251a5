"""Words that mean the contrary of one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.matching.normalise import Token

_PAIRS = """
announce cancel, begin cancel, plan cancel, continue cancel, increase decrease, increase pause, increase end, begin
end, continue end, continue pause, expand limit, expand decrease, improve worsen, fortify weaken, invade withdraw,
deploy withdraw, stay withdraw, support oppose, support block, resist obey, cooperate fight, unite divide,
criticise praise, admit refuse, refuse support, refuse cooperate, refuse allow, support fight, deter trigger, allow
ban, allow block, win defeat, succeed fail, cheap expensive, secret open, first final, new old, often rare, big small,
certain unclear, believe doubt, agree refuse, temporary permanent, north south, east west, safe danger,
expel support, fight truce, negotiate threaten, attack defend, build destroy, ally enemy, before after,
early late, northeast southwest, northwest southeast, northeastern southwestern, northwestern southeastern,
northern southern, eastern western, deter encourage, deter encouraged, deter encouraging, withdraw fortify, win lose,
win lost, benefit lose, benefit loses, benefit lost, benefit losing, love hate, reward punish,
promise threaten, lift impose, increase shrunk, expand shrunk, expand narrow, expand narrowing, expand narrowed,
wider narrower, expansion reduction, enter withdraw, build damage, damage repaired, expel invite, expel invited,
declassified secret
"""


def _opposites() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for left, right in (pair.split() for pair in _PAIRS.replace("\n", " ").split(",")):
        found[left] = found.get(left, frozenset()) | {right}
        found[right] = found.get(right, frozenset()) | {left}
    return found


OPPOSITES = _opposites()  # senses of the thesaurus and plain words, each with those that mean the contrary
_OTHERWISE = frozenset(
    "guard defence defense shield ongoing".split()
)  # as nouns and adjectives no act, nor its contrary


def poles(token: Token) -> tuple[str, ...]:
    """The sense or the word by which a token may have an opposite."""
    if token.word in _OTHERWISE:
        return ()
    return (token.sense,) if token.sense else (token.word,)

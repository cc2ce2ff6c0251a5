"""Opposites: a question about a fall where the answer is about a rise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.matching.lexicon import Lexicon
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
_FREQUENT = 2  # phrasings that must have the opposite: one alone may be chance
_MAJORITY = 4  # and how many for each one that has the question's own word: a curator may have asked both ways
_OWN = 3  # phrasings with the question's own word, from which on it is asked like that


def direction(considered: Considered) -> Conflict | None:
    """A word of the question whose opposite the candidate has, and which it hardly has itself."""
    asked = {name for token in considered.read for name in _names(token)}
    for token in _taking_sides(considered.read):
        against = frozenset[str]().union(*(OPPOSITES.get(name, frozenset()) for name in _names(token)))
        if not against or against & asked:
            continue  # `rising or falling?` takes no side, `the foe of both partners` has both
        own, other = _count(considered, frozenset(_names(token))), _count(considered, against)
        if own < _OWN and other >= max(_FREQUENT, _MAJORITY * own):
            finding = f"the report says the opposite of “{token.surface}”"
            return Conflict("direction", (token.surface,), finding, premise=True)
    return None


def _taking_sides(read: Sequence[Token]) -> Iterator[Token]:
    """The words but those that state no direction: `how often`, `the year before`, `stay out`, `X's fall`."""
    for before, token, after in zip([None, *read], read, [*read[1:], None], strict=False):
        scale = before is not None and before.word == "how"
        alone = after is None and token.word in {"before", "after", "early", "late"}
        out = token.word == "stay" and after is not None and after.word in {"out", "away", "off", "clear"}
        owned = token.word == "fall" and before is not None and before.surface.endswith("'s")
        place = token.word == "end" and before is not None and before.word in {"receiving", "other", "far"}
        if not (scale or alone or out or owned or place):
            yield token


def _names(token: Token) -> tuple[str, ...]:
    if token.word in _OTHERWISE:
        return ()
    return (token.sense,) if token.sense else (token.word,)


def _count(considered: Considered, names: frozenset[str]) -> int:
    """How many phrasings have the most frequent of some words or senses; the answer itself counts for two."""
    told = considered.told(directions)
    counts = (considered.seen(directions, (name,)) + _FREQUENT * ((name,) in told) for name in names)
    return max(counts, default=0)


def directions(read: Sequence[Token], _: Lexicon) -> Iterator[tuple[str]]:
    """The words that have an opposite, but for both sides of `stay or go?`."""
    names = {name for token in _taking_sides(read) for name in _names(token) if name in OPPOSITES}
    return ((name,) for name in names if not names & OPPOSITES[name])

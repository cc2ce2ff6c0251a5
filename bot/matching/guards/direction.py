"""Opposites: a question about a fall where the answer is about a rise."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered
from bot.matching.normalise import stemmer

if TYPE_CHECKING:
    from collections.abc import Mapping

_OPPOSITES = (
    ("increase rise grow climb escalate intensify surge expand expansion rising growing up more",
     "decrease decline drop fall shrink reduce fewer ease wane fading dwindle contract down less"),
    ("enter invade deploy send arrive move-in advance", "leave withdraw pull exit quit evacuate retreat depart"),
    ("support back help assist aid approve endorse", "oppose resist block hinder obstruct condemn slam reject"),
    ("start begin launch open announce", "stop end halt cease finish cancel suspend"),
    ("join unite ally cooperate collaborate coordinate team", "split separate quarrel clash feud rival break"),
    ("confirm affirm admit acknowledge accept", "deny refute dispute reject contradict"),
    ("success succeed win victory", "fail failure lose defeat"),
    ("add list designate impose", "remove delist lift revoke drop scrap"),
    ("strengthen boost enhance improve", "weaken undermine damage hurt harm"),
    ("defend protect guard", "attack target strike hit bomb shell"),
    ("popular welcome praise", "unpopular criticise criticize condemn slam"),
)  # fmt: skip


def direction(considered: Considered) -> Conflict | None:
    """A word of the question whose opposite the candidate has, and which it lacks itself."""
    opposites = _opposites()
    for token in considered.read:
        against = opposites.get(token.stem, frozenset())
        if token.term is None and against and not considered.account.holds(token, considered.without):
            met = [key for key in against if considered.account.asked[key] >= _FREQUENT]
            if met:
                return Conflict("direction", (token.surface,), f"“{token.surface}” is the opposite of what stands there", premise=True)
    return None


_FREQUENT = 2  # phrasings that must have the opposite word: one alone may be chance


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    stem = stemmer("en")
    found: dict[str, frozenset[str]] = {}
    for left, right in _OPPOSITES:
        ours, theirs = frozenset(map(stem, left.split())), frozenset(map(stem, right.split()))
        for word in ours:
            found[word] = found.get(word, frozenset()) | theirs
        for word in theirs:
            found[word] = found.get(word, frozenset()) | ours
    return found

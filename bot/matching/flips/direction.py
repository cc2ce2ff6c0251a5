"""Direction changes: a word replaced by its opposite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.flips.clause import contrasts
from bot.matching.flips.known import Known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.matching.flips.asked import Asked, Change

_PAIRS = """
increase decrease, increases decreases, increased decreased, increasing decreasing, rising falling, risen fallen,
growing shrinking, grown shrunk, grow decline, growth decline, fall rise, falls rises, fell rose, expand shrink,
expands shrinks, expanded shrunk, expanding shrinking, expansion reduction, widen narrow, widening narrowing, widened
narrowed, wider narrower, enter leave, entering leaving, entered left, withdraw reinforce, withdrawing reinforcing,
withdrawn reinforced, withdrawal reinforcement, strengthen weaken, strengthened weakened, strengthening weakening,
improve worsen, improved worsened, gain lose, gains loses, gained lost, gaining losing, support oppose, supports
opposes, supported opposed, supporting opposing, help hinder, helps hinders, helped hindered, helping hindering, more
fewer, north south, northern southern, northeast southwest, northeastern southwestern, northwest southeast,
northwestern southeastern, east west, eastern western, before after, condemn praise, condemned praised, condemning
praising, criticise praise, criticised praised, criticism praise, deter encourage, deterred encouraged, unpopular
popular, unlikely likely, allies enemies, ally enemy, friends enemies, partner enemy, win lose, won lost, begin end,
began ended, start stop, started stopped, build demolish, built demolished, attacked defended, attacking defending,
destroyed repaired, expel invite, expelled invited, declassified classified, victory defeat
"""
_BOTH: list[tuple[str, str]] = [(one, other) for one, other in (pair.split() for pair in _PAIRS.split(","))]
_OPPOSITES: Mapping[str, str] = dict([(other, one) for one, other in reversed(_BOTH)] + list(reversed(_BOTH)))
# Words whose opposite depends on too much; as an opposite they serve.
_ONE_WAY = frozenset("left fallen stop stopped end ended friends enemies narrow classified lost".split())
_SIDES = frozenset("before after".split())
_FREQUENT = frozenset("often frequent frequently".split())
_NOUNS = frozenset("attack attacks support help gain gains increase start end defeat build ally partner".split())
_DETERMINERS = frozenset("the a an of this that these those their its his on in for to by from with".split())


def direction(asked: Asked, known: Known) -> Iterator[Change]:
    """A word replaced by its opposite, if the answer has the word and has nothing of the opposite."""
    if contrasts(asked) and "than" not in asked.said:
        return
    for at, word in enumerate(asked.words):
        opposite = _OPPOSITES.get(word.token.word)
        if opposite and word.token.term is None and _turns(asked, at) and known.supported(asked.owner, word.token):
            silent = _silent if word.token.word in _SIDES else Known.strange
            if silent(known, asked.owner, opposite):
                yield asked.put((word, opposite))


def _turns(asked: Asked, at: int) -> bool:
    """Whether the word has the sense whose opposite we know, as far as its neighbours tell."""
    word = asked.words[at].token.word
    before = asked.said[at - 1] if at else ""
    after, beyond = (*asked.said[at + 1 : at + 3], "", "")[:2]
    if word in {"more", "fewer"}:
        return after in _FREQUENT or (after == "than" and (beyond.isdigit() or beyond == "half"))
    if word == "leave":
        return at + 1 < len(asked.words) and asked.words[at + 1].token.term is not None
    if word in _SIDES:
        idiom = before in (_SEEKING if word == "after" else _COMPARED)
        return bool(after) and not idiom and after not in {"all", "when", "in", "with"}
    return word not in _ONE_WAY and not (word in _NOUNS and (before in _DETERMINERS or not before))


_SEEKING = frozenset("go goes going went gone come look named be is are they soon day".split())
_COMPARED = frozenset("with than as like ever".split())


def _silent(known: Known, owner: int, opposite: str) -> bool:
    """Whether no text of a candidate has a word that carries no topic."""
    return not any(token.word == opposite for text in known.worded[owner].affirmed for token in text)

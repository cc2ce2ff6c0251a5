"""Quantifiers and superlatives put in: `first`, `only`, `all`, `always`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.flips.asked import ordered
from bot.matching.flips.clause import contrasts, identity, past, verb, wh, yes_or_no
from bot.matching.guards.names import ACTORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.matching.flips.asked import Asked, Change
    from bot.matching.flips.known import Known

_REPEATED = frozenset("attack airstrike fight criticise threaten cooperate resist support".split())
_FORCE = frozenset("attack airstrike barrage operation war drone dispute".split())
_BUILT = frozenset("base pipeline embassy wall".split())
_HELPING = frozenset("do does did".split())
_HELD = frozenset(
    """
    first only all always every last usually typically normally mostly most more less fewer often rarely still ever as
    being
    """.split()
)  # what says already how often, or which of several


def quantity(asked: Asked, known: Known) -> Iterator[Change]:
    """A claim about all, or about one before all others, of which the answer says nothing."""
    if contrasts(asked) or identity(asked) or _HELD & set(asked.said):
        return
    for change in ordered([*_acts(asked), *_things(asked), *_doers(asked, known)], asked.text):
        if not any(known.accounts[asked.owner].holds(token) for token in known.lexicon.read(change.words[0])):
            yield change


def _acts(asked: Asked) -> Iterator[Change]:
    """`first attacked`, `always attack`, of what can be done more than once."""
    found = verb(asked)
    if found is None or found.token.sense not in _REPEATED:
        return
    if past(found.token) or found.token.word == "hit":
        if wh(asked) is not None:  # `was it first attacked by drones` may be asked of the only attack too
            yield asked.insert(found, "first")
    elif _HELPING & set(asked.said) and not {"when", "where", "many", "often"} & set(asked.said):
        yield asked.insert(found, "always")


def _things(asked: Asked) -> Iterator[Change]:
    """`the first attack`, `the deadliest raids`, `the largest base`."""
    for at, word in enumerate(asked.words[1:], start=1):
        if asked.said[at - 1] != "the" or word.token.term or past(word.token) or "target" in word.written:
            continue
        if word.token.sense in _FORCE:
            yield asked.insert(word, ordered(("first", "deadliest"), asked.text)[0])
        elif word.token.sense in _BUILT:
            yield asked.insert(word, ordered(("largest", "oldest"), asked.text)[0])


def _doers(asked: Asked, known: Known) -> Iterator[Change]:
    """`do only the militias attack`, `do all the militias attack`."""
    at = next((at for at, word in enumerate(asked.said) if word in _HELPING), len(asked.words))
    doer = next((word for word in asked.words[at + 1 : at + 3] if word.token.word != "the"), None)
    term = known.lexicon.terms.get(doer.token.term or "") if doer else None
    if doer and term and term.kind in ACTORS and verb(asked):
        many = term.kind == "group" and doer.written.endswith("s") and yes_or_no(asked)
        yield asked.insert(asked.words[at + 1], "all" if many else "only")

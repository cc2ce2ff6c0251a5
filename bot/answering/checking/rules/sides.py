"""Sides: for where the report says against, and each other where it says both."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.answering.checking.claim import keys
from bot.answering.checking.difference import Difference
from bot.matching.guards.names import ACTORS, PLACES
from bot.matching.guards.roles import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.checking.claim import Claim
    from bot.answering.checking.compared import Compared

_SIDES: Final = {"against": "against", "versus": "against", "for": "for", "with": "with", "alongside": "with"}
_OPPOSED: Final = {"against": ("for", "with"), "for": ("against",), "with": ("against",)}
_ATTACKS: Final = frozenset({"#attack", "#airstrike"})
_REACH: Final = 3  # words from a side to whose it is
_EACH_OTHER: Final = frozenset({("each", "other"), ("one", "another")})


def sides(compared: Compared) -> Iterator[Difference]:
    """A side that the report does not have taken, or has taken the other way."""
    claim, told = compared.claim, compared.passage.claims
    taken = {side for one in told for side in _taken(one)}
    nearly = {side for one in told for side in _taken(one, within=True)}
    for side, root in sorted({*_taken(claim)} - taken):
        opposed = (side, root) not in nearly and any((other, root) in taken for other in _OPPOSED[side])
        if opposed or side != "with":
            yield Difference(f"the report does not say “{side} {_name(claim, root)}”", contrary=opposed)
    aimed = attacked(told) | {root for side, root in taken if side == "against"}
    for root in sorted(attacked((claim,), on=True) - aimed):
        yield Difference(f"the report does not say “on {_name(claim, root)}”", contrary=False)


def _taken(claim: Claim, *, within: bool = False) -> Iterator[tuple[str, str]]:
    """For or against whom, or also against whose."""
    for at, token in enumerate(claim.read):
        name = next((one for one in claim.read[at + 1 : at + 1 + _REACH] if one.term), None)
        if token.word in _SIDES and name is not None:
            yield _SIDES[token.word], claim.root(name)
            yield from ((_SIDES[token.word], part) for part in name.parts if within and part[0] == "@")


def _name(claim: Claim, root: str) -> str:
    return claim.lexicon.terms[root[1:]].name


def attacked(claims: tuple[Claim, ...], *, on: bool = False) -> set[str]:
    """The roots of those whom attacks are `on`, or, unless only these are wanted, whom somebody attacks."""
    aimed = {
        claim.root(claim.read[name])
        for claim in claims
        for at in range(len(claim.read))
        for name in range(at + 1, min(at + 1 + _REACH, len(claim.read)))
        if _aimed(claim, at, name)
    }
    acted = (part for claim in claims for part in parts(claim.read, claim.lexicon) if not on)
    return aimed | {f"@{name}" for name, action, acts in acted if not acts and action in _ATTACKS}


def _aimed(claim: Claim, at: int, name: int) -> bool:
    """Whether `attack on` stands before a name that is no part of a longer one."""
    before = claim.read[max(0, at - _REACH) : at] if claim.read[at].word == "on" else ()
    attack = any(_ATTACKS & keys(token) for token in before)
    longer = name + 1 < len(claim.read) and claim.read[name + 1].content
    return attack and claim.names_one_of(claim.read[name], ACTORS | PLACES) and not longer


def each_other(compared: Compared) -> Iterator[Difference]:
    """One another, where the report has no such thing."""
    told = frozenset[str]().union(*(claim.words for claim in compared.passage.claims))
    for one, other in pairwise(compared.claim.read):
        if (one.word, other.word) in _EACH_OTHER and "together" not in told:
            yield Difference(f"the report does not say “{one.word} {other.word}”", contrary=False)

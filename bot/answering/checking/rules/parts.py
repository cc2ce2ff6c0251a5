"""Parts: who does it, and to whom, by the actions that the matcher knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.checking.difference import Difference
from bot.answering.checking.rules.joint import ATTACK, SAME, joined
from bot.answering.checking.rules.sides import attacked
from bot.matching.guards.names import PLACES
from bot.matching.guards.order import deeds
from bot.matching.guards.roles import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.checking.claim import Claim
    from bot.answering.checking.compared import Compared
    from bot.matching.guards.conflict import Part
    from bot.matching.normalise import Token

_WHERE: Final = frozenset("in near inside from between around".split())
_BEHIND: Final = "#blame"  # `are behind the attacks` is no passive


def turned(compared: Compared) -> Iterator[Difference]:
    """Two names that the report only has the other way round, or one in the opposite part."""
    claim, terms = compared.claim, compared.claim.lexicon.terms
    here, known = _pairs(compared.told.brief), _pairs(compared.passage.brief)
    for one, other in deeds(claim.deeds, claim.lexicon):
        if (other, one) in here and (one, other) not in known:
            yield Difference(f"the report has {terms[one].name} and {terms[other].name} the other way round")
    played = _played(compared.passage.claims)
    for name, action, acts in sorted(_played((claim,))):
        if (name, action, not acts) in played and (name, action, acts) not in played:
            yield Difference(f"the report gives {terms[name].name} another part in this")


def usurped(compared: Compared) -> Iterator[Difference]:
    """Somebody in a part that the report has others in, or an action whose two sides it does not have so."""
    told, terms = _played(compared.passage.claims), compared.claim.lexicon.terms
    located = {compared.claim.root(token)[1:] for token in _located(compared.claim)}
    ours = {part for part in _played((compared.claim,)) if part[0] not in located}
    told |= {(root[1:], ATTACK, False) for root in attacked(compared.passage.claims)}
    for name, action, acts in sorted(ours - _played(compared.passage.brief)):
        if not acts and action == ATTACK and (name, action, acts) in told:
            continue
        others = any(part[1:] == (action, acts) for part in told - {(name, action, acts)})
        if others and not (acts and joined(compared, name, action)):
            yield Difference(f"the report does not give {terms[name].name} this part", contrary=False)
    for action in {action for _, action, _ in ours}:
        own = {part for part in ours if part[1] == action}
        if len({acts for *_, acts in own}) > 1 and not own & told:
            yield Difference("the report does not say who did this to whom", contrary=False)


def _located(claim: Claim) -> Iterator[Token]:
    """The names that only say where."""
    for at, token in enumerate(claim.read):
        if claim.names_one_of(token, PLACES) or (token.term and claim.before(at, 1) & _WHERE):
            yield token


def _pairs(claims: tuple[Claim, ...]) -> set[tuple[str, str]]:
    return {pair for claim in claims for pair in deeds(claim.deeds, claim.lexicon)}


def _played(claims: tuple[Claim, ...]) -> set[Part]:
    found = (part for claim in claims for part in parts(claim.read, claim.lexicon))
    return {(name, SAME.get(action, action), acts) for name, action, acts in found if action != _BEHIND}

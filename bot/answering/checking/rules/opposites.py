"""Opposites: more for less, before for after, north for south, and what is denied."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.answering.checking.claim import FLAT, keys
from bot.answering.checking.difference import Difference
from bot.answering.checking.opposites import contrary, kind, meant, own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.checking.claim import Claim
    from bot.answering.checking.compared import Compared

_COMPARING: Final = {"more": {"less", "fewer"}, "less": {"more"}, "fewer": {"more"}}
_ORDER: Final = {"before": {"after", "following"}, "after": {"before"}}
_SPOKEN: Final = frozenset("deny denies denied".split())  # somebody's words, and no contrary of a deed
_PARTICLES: Final = frozenset("over off out down up away back".split())
_REFUSING: Final = frozenset({"avoid", "refuse", "doubt", "differ", "deter", "fail"})  # senses


def opposites(compared: Compared) -> Iterator[Difference]:
    """A word whose opposite the entry or fact has, and that nothing on the passage has itself."""
    told, known = _senses(compared.told.claims) - _senses((compared.claim,)), compared.passage.senses
    for token in compared.claim.read:
        if token.word not in _ORDER.keys() | _SPOKEN and contrary(token) & told and not own(token) & known:
            yield Difference(f"the report says the opposite of “{token.surface}”", token.surface)


def comparatives(compared: Compared) -> Iterator[Difference]:
    """More frequent, where the report says less frequent."""
    known = {(one.word, other.key) for claim in compared.passage.claims for one, other in pairwise(claim.read)}
    for one, other in pairwise(compared.claim.read):
        against = {(word, other.key) for word in _COMPARING.get(one.word, ())}
        if against & known and (one.word, other.key) not in known:
            yield Difference(f"the report says the opposite of “{one.surface} {other.surface}”", one.surface)


def order(compared: Compared) -> Iterator[Difference]:
    """Before, where the report says after, or neither."""
    told = frozenset[str]().union(*(claim.words for claim in compared.told.brief))
    for word in sorted(compared.claim.words & _ORDER.keys() - told):
        turned = bool(_ORDER[word] & told)
        if turned or word == "before" or "following" not in told:
            yield Difference(f"the report does not say “{word}”", word, turned)


def particles(compared: Compared) -> Iterator[Difference]:
    """Something that is over, off or back, where the report has no such word."""
    last = compared.claim.read[-1].word if compared.claim.read else ""
    if last in _PARTICLES and not any(last in claim.words for claim in compared.told.claims):
        yield Difference(f"the report does not say “{last}”", contrary=False)


def kinds(compared: Compared) -> Iterator[Difference]:
    """Another month, compass point or measure of time."""
    told = [token for claim in compared.told.brief for token in claim.read if kind(token)]
    for token in filter(kind, compared.missing):
        near = [one for one in told if kind(one) == kind(token) and not keys(one) & compared.claim.keys]
        if near:
            yield Difference(f"the report says “{near[0].surface}”, not “{token.surface}”", token.surface)


def denials(compared: Compared) -> Iterator[Difference]:
    """A denial of what the report affirms: flatly, or where it refuses nothing that the sentence does not."""
    brief = compared.told.brief
    denied = any(claim.denied for claim in brief) or (_REFUSING & _senses(brief)) - _senses((compared.claim,))
    flat = compared.claim.words & FLAT and not any(claim.words & FLAT for claim in brief)
    if compared.claim.denied and not compared.missing and (flat or not denied):
        yield Difference("the sentence denies what the report affirms")


def _senses(claims: tuple[Claim, ...]) -> frozenset[str]:
    return frozenset[str]().union(*(meant(token) for claim in claims for token in claim.read))

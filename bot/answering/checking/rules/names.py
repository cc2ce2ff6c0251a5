"""Names: one in the place of another, and things that are somebody else's."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.answering.checking.claim import Claim, keys
from bot.answering.checking.difference import Difference
from bot.matching.guards.names import ACTORS, PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.checking.compared import Compared
    from bot.matching.normalise import Token

    Owned = tuple[str, str]  # the root of whose it is, and a key of what

_REACH: Final = 4  # words from a name to what it may be said of
_COUNTRY: Final = frozenset({"country"})


def names(compared: Compared) -> Iterator[Difference]:
    """A name that the entry or fact lacks, where it has another, or where the whole passage lacks it."""
    for token in compared.claim.things:
        if compared.names(token, compared.told.affirmed):
            continue
        if other := _instead(compared, token):
            yield Difference(f"the report has {other} here, not “{token.surface}”", token.surface)
        elif (
            compared.claim.is_name(token)
            and not compared.names(token, compared.passage.affirmed)
            and not _kin(compared, token)
        ):
            yield Difference(f"the report does not mention {token.surface} here", token.surface)


def _kin(compared: Compared, token: Token) -> bool:
    """Whether the passage names one of the same house."""
    kin = compared.claim.lexicon.kin.get(token.term or "", frozenset())
    return bool({f"@{name}" for name in kin} & compared.passage.affirmed)


def _instead(compared: Compared, token: Token) -> str:
    """The name that stands in its place: of the same kind, and not in the claim."""
    claim, kinds = compared.claim, _kinds(compared.claim, token)
    claimed = claim.keys | {claim.root(one) for one in claim.read if one.term}
    told = (one for said in compared.told.brief for one in said.read if claim.names_one_of(one, kinds))
    other = next(
        (one for one in told if one.term not in claim.voices.outlets and not {claim.root(one), one.key} & claimed), None
    )
    return claim.lexicon.terms[other.term or ""].name if other else ""


def _kinds(claim: Claim, token: Token) -> frozenset[str]:
    """The kinds of what may stand in a name's place: a country may act and be a place."""
    if not claim.is_name(token):
        return frozenset({claim.lexicon.terms[token.term or ""].kind})
    if claim.names_one_of(token, PLACES):
        return PLACES | _COUNTRY
    return ACTORS - _COUNTRY if claim.names_one_of(token, ACTORS - _COUNTRY) else ACTORS | PLACES


def whose(compared: Compared) -> Iterator[Difference]:
    """Somebody's, where the report or its glossary has it as somebody else's."""
    claim, terms = compared.claim, compared.claim.lexicon.terms
    lines = [Claim.of(terms[token.term].line, claim.lexicon, claim.voices) for token in claim.read if token.term]
    known = {owned for one in (*compared.passage.claims, *lines) for owned in (*_owned(one), *_within(one))}
    for owner, what in (*_owned(claim), *_adjectives(claim)):
        others = {one for one, other in known if other == what}
        if others and owner not in others:
            yield Difference(f"the report does not have this as that of {terms[owner[1:]].name}")


def _owned(claim: Claim) -> Iterator[Owned]:
    """`Iran's ambassador` and `the ambassador of Iran`."""
    for one, other in pairwise(claim.read):
        if one.surface.endswith("'s") and claim.names_one_of(one, ACTORS | PLACES) and other.term is None:
            yield from ((claim.root(one), key) for key in keys(other))
    for one, of, other in zip(claim.read, claim.read[1:], claim.read[2:], strict=False):
        if of.word == "of" and one.content and claim.names_one_of(other, ACTORS | PLACES):
            yield from ((claim.root(other), key) for key in keys(one))


def _adjectives(claim: Claim) -> Iterator[Owned]:
    """`The Iranian ambassador`."""
    for one, other in pairwise(claim.read):
        if claim.names_one_of(one, _COUNTRY) and other.content and other.term is None:
            yield from ((claim.root(one), key) for key in keys(other))


def _within(claim: Claim) -> Iterator[Owned]:
    """What a name of several words says of itself."""
    for token in claim.read:
        yield from ((one, other) for one, other in pairwise(token.parts) if one[0] == "@" != other[0])


def beside(compared: Compared) -> Iterator[Difference]:
    """A Turkish militia, where the report has no name in front of the other."""
    known = {pair for claim in compared.passage.claims for pair in _followed(claim, _REACH)}
    for one, other in sorted({*_followed(compared.claim, 1)} - known):
        named = " ".join(compared.claim.lexicon.terms[key[1:]].name for key in (one, other))
        yield Difference(f"the report does not put “{named}” so", contrary=False)


def _followed(claim: Claim, reach: int) -> Iterator[tuple[str, str]]:
    """Names with the names next to them, and with what else the glossary has within reach: the roots of both."""
    for at, one in enumerate(claim.read):
        for place, other in enumerate(claim.read[at + 1 : at + 1 + reach]):
            near = place == 0 or not claim.names_one_of(other, ACTORS)
            if (
                near
                and claim.names_one_of(one, ACTORS | PLACES)
                and other.term
                and not claim.names_one_of(other, PLACES)
            ):
                roots = claim.root(one), claim.root(other)
                if roots[0] != roots[1]:
                    yield roots

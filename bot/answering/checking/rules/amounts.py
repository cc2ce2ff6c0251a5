"""Amounts: all where the report says some, two where it says one, six where it says more than six."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.answering.checking.claim import keys
from bot.answering.checking.difference import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.checking.claim import Claim
    from bot.answering.checking.compared import Compared

_AMOUNTS: Final = {
    word: amount
    for amount, words in {
        "all": "all each always every",
        "most": "most",
        "some": "some several sometimes occasionally",
        "few": "few",
        "many": "many much",
        "only": "only",
    }.items()
    for word in words.split()
}
_LESS: Final = {"all": {"most", "some", "few"}, "most": {"some", "few"}, "many": {"some", "few"}}
_USUAL: Final = frozenset({"usual", "main"})  # senses that speak of most
_BOUNDS: Final = (
    frozenset("over more above least exceeding".split()),
    frozenset("under fewer less below exactly nearly almost".split()),
)
_REACH: Final = 3  # words before a number that may bound it


def amounts(compared: Compared) -> Iterator[Difference]:
    """All, most, many, some, few or only, where the report says less, or nothing of the kind."""
    told = set(_amounts(compared.told.claims))
    for token in compared.claim.read:
        amount = _AMOUNTS.get(token.word)
        if amount is not None and amount not in told:
            less = bool(_LESS.get(amount, set()) & told)
            yield Difference(f"the report does not say “{token.surface}”", token.surface, less)


def _amounts(claims: tuple[Claim, ...]) -> Iterator[str]:
    for claim in claims:
        yield from (_AMOUNTS[word] for word in claim.words if word in _AMOUNTS)
        yield from ("most" for token in claim.read if token.sense in _USUAL)


def bounds(compared: Compared) -> Iterator[Difference]:
    """Exactly six, or fewer than six, where the report says more than six."""
    for at, token in enumerate(compared.claim.read):
        if token.word.isdigit():
            ours, theirs = compared.claim.before(at, _REACH), _bounding(compared.told.claims, token.word)
            if any(bool(ours & words) != bool(theirs & words) for words in _BOUNDS):
                yield Difference(f"the report does not say just so “{token.surface}”", contrary=False)


def _bounding(claims: tuple[Claim, ...], number: str) -> frozenset[str]:
    return frozenset[str]().union(
        *(claim.before(at, _REACH) for claim in claims for at, token in enumerate(claim.read) if token.word == number)
    )


def numbers(compared: Compared) -> Iterator[Difference]:
    """A number where the report has another, or just one of what is counted."""
    told = {word for claim in compared.told.brief for word in claim.words if word.isdigit()}
    for token, counted in pairwise((*compared.claim.read, None)):
        if token is not None and token.word.isdigit() and token in compared.missing:
            one = counted is not None and _single(compared.told.claims, keys(counted))
            if one or told - compared.claim.words:
                yield Difference(f"the report does not say “{token.surface}”", token.surface)


def _single(claims: tuple[Claim, ...], counted: frozenset[str]) -> bool:
    return any(
        one.word in {"a", "an"} and counted & keys(other) for claim in claims for one, other in pairwise(claim.read)
    )

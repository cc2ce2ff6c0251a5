"""Settings: in or from a country, and in a month or year, where the report sets it elsewhere or at another time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.checking.difference import Difference
from bot.matching.guards.names import PLACES
from bot.matching.words import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.answering.checking.claim import Claim
    from bot.answering.checking.compared import Compared

_WHERE: Final = {"in": "in", "into": "in", "inside": "in", "within": "in", "from": "from", "out": "from"}
_WHEN: Final = {"in": "in", "of": "in"}
_BETWEEN: Final = frozenset(
    """the a an of its their both and or also as well north south east west northern southern eastern western
    northeastern northwestern southeastern southwestern central neighbouring neighboring federal""".split()
)
_JOINING: Final = frozenset("and or as".split())
_SET: Final = PLACES | {"country"}
_MONTHS: Final = CALENDAR | {"may", "march"}
_YEAR: Final = 4  # digits


class _Setting(NamedTuple):
    """What is set where or when: a key, empty if nothing stands before `by`; `at` is a place's root or a year."""

    what: str
    by: str
    at: str


def places(compared: Compared) -> Iterator[Difference]:
    """In or from a place, where the report has nothing there, or has the same elsewhere."""
    told = {one for claim in compared.passage.claims for one in _placed(claim, within=True)}
    for one in _strange(set(_placed(compared.claim)), told):
        place = compared.claim.lexicon.terms[one.at[1:]].name
        yield Difference(f"the report does not say this “{one.by} {place}”", contrary=False)


def years(compared: Compared) -> Iterator[Difference]:
    """A month of another year, or a year of something that the report has in another."""
    claims = compared.passage.claims
    dated = {date for claim in claims for date in _dates(claim)}
    for month, year in sorted({*_dates(compared.claim)} - dated):
        yield Difference(f"the report does not say “{month.capitalize()} {year}”", contrary=False)
    told = {one for claim in claims for one in _timed(claim)}
    for one in sorted({*_timed(compared.claim)}):
        if _elsewhere(one, told):
            yield Difference(f"the report does not say this of “{one.at}”", contrary=False)


def _strange(claimed: set[_Setting], told: set[_Setting]) -> Iterator[_Setting]:
    """What is set where nothing is, or the same only elsewhere."""
    known = {one[1:] for one in told}
    return (one for one in sorted(claimed) if one[1:] not in known or _elsewhere(one, told))


def _elsewhere(one: _Setting, told: set[_Setting]) -> bool:
    """Whether the same is set, but never so."""
    same = {other.at for other in told if (other.what, other.by) == (one.what, one.by)}
    return bool(one.what and same) and one.at not in same


def _placed(claim: Claim, *, within: bool = False) -> Iterator[_Setting]:
    """What is in or from which place; `within`, also in what the place is a part of."""
    for what, by, at in _set(claim, _WHERE, _is_place):
        yield _Setting(what, by, claim.root(claim.read[at]))
        yield from (_Setting(what, by, part) for part in claim.read[at].parts if within and part[0] == "@")


def _is_place(claim: Claim, at: int) -> bool:
    """Whether a name says where: not in `Turkey's view`, nor in `Turkish eyes`."""
    token, behind = claim.read[at], claim.read[at + 1 : at + 2]
    if not claim.names_one_of(token, _SET) or token.surface.endswith("'s"):
        return False
    return token.surface == claim.lexicon.terms[token.term or ""].name or not any(one.content for one in behind)


def _timed(claim: Claim) -> Iterator[_Setting]:
    """`The elections of 2021`, and `the 2021 elections`."""
    for what, by, at in _set(claim, _WHEN, _is_year):
        yield _Setting(what, by, claim.read[at].word)
    for at, token in enumerate(claim.read[1:-1], start=1):
        behind = claim.read[at + 1]
        if _is_year(claim, at) and behind.content and not claim.before(at, 1) & (_WHEN.keys() | _MONTHS):
            yield _Setting(behind.key, "in", token.word)


def _dates(claim: Claim) -> Iterator[tuple[str, str]]:
    """Months with their years: `May 2022`, and `May of 2022`."""
    for at, year in enumerate(claim.read):
        reach = 1 + ("of" in claim.before(at, 1))
        if _is_year(claim, at):
            yield from ((month, year.word) for month in claim.before(at, reach) & _MONTHS)


def _is_year(claim: Claim, at: int) -> bool:
    return claim.read[at].word.isdigit() and len(claim.read[at].word) == _YEAR


def _set(claim: Claim, words: Mapping[str, str], fits: Callable[[Claim, int], bool]) -> Iterator[tuple[str, str, int]]:
    """What stands before one of some words, as which that counts, and the places of what fits behind it."""
    what = by = last = ""
    for at, token in enumerate(claim.read):
        if token.word in words:
            what, by = what if by else last, words[token.word]
        elif by and fits(claim, at):
            yield what, by, at
            by = by if {one.word for one in claim.read[at + 1 : at + 2]} & _JOINING else ""
        elif token.word not in _BETWEEN:
            by = ""
        last = token.key if token.content else ""

"""Numbers and dates: a figure, year, month or day of the week that the answer does not give."""

from __future__ import annotations

from itertools import pairwise, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered
from bot.matching.guards.verbatim import changed, counted
from bot.matching.words import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

_COUNTING_OFF = frozenset("which what the these those both whose between".split())  # `the three sides` states no figure
_ROUND = frozenset("more less fewer so".split())
_SINCE = frozenset("ago before earlier later after".split())  # `two decades ago` is a date
_AMBIGUOUS = frozenset({"may", "march"})
_AGES = frozenset("decade decades century centuries generation generations".split())
_DAY = 2  # digits
# `in march`, not `march on`
_DATING = frozenset("in since until till by of from early late mid last next this".split())


def numbers(considered: Considered) -> Conflict | None:
    """A number or date in the question that the candidate has nowhere, or a day of another month.

    Or a figure that is new in the very words of a phrasing.
    """
    strange = [token for at, token in enumerate(considered.read) if _states(considered, at)]
    dated = any(token.word in _AGES for token in strange)  # `a century ago` is wrong of whatever the report tells
    found = strange if strange and (dated or _counts(considered)) else changed(considered, counted)
    if found:
        words = tuple(token.surface for token in found)
        return Conflict("numbers", words, f"the report does not give “{words[0]}” here", premise=True)
    return _another_day(considered)


def _states(considered: Considered, at: int) -> bool:
    stated = _figure(considered, at) or _date(considered.read, at)
    return stated and not considered.given(considered.read[at].key)


def _another_day(considered: Considered) -> Conflict | None:
    """`3 January` where the candidate knows 3 May, and January only from elsewhere."""
    known = considered.known(days)
    asked = [day for day in days(considered.read, considered.lexicon) if not known[day]]
    if not asked or not any(known):
        return None
    return Conflict("numbers", asked[0], f"the report does not give “{' '.join(asked[0])}” here", premise=True)


def _counts(considered: Considered) -> bool:
    """Whether the candidate gives any figure or date: what counts nothing is not contradicted by a house number."""
    return considered.seen(figures, ()) > 0 or bool(considered.told(figures))


def figures(read: Sequence[Token], _: Lexicon) -> Iterator[tuple[()]]:
    """Whether there is any figure or date."""
    return (() for token in read if counted(token))


def days(read: Sequence[Token], _: Lexicon) -> Iterator[tuple[str, str]]:
    """Days of the year, as day and month in whichever order they stand."""
    for pair in pairwise(read):
        month = next((token.word for token in pair if token.word in CALENDAR | _AMBIGUOUS), None)
        day = next((token.word for token in pair if token.word.isdigit() and len(token.word) <= _DAY), None)
        if month and day:
            yield day, month


def _figure(considered: Considered, at: int) -> bool:
    """A number that states something; a small one behind `the` or `which` only counts off what is known.

    One spelt out states something of what the candidate speaks of: `four weeks`, not `I have ten seconds`.
    """
    token, before = considered.read[at], considered.read[at - 1].word if at else ""
    few = len(token.word) == 1 and before in _COUNTING_OFF
    after = considered.read[at + 1 :]
    if [one.word for one in after[:1]] == ["or"] and any(
        one.word in _ROUND or one.word.isdigit() for one in after[1:2]
    ):
        after = after[2:]  # `twenty or more times`, `two or four raids`
    counted = [*takewhile(attrgetter("content"), after)]
    held = bool(counted) and considered.account.holds(counted[-1], considered.without)
    dated = any(one.word in _SINCE for one in after[:3])
    held |= before.isdigit() or any(one.word.isdigit() for one in counted[:1])  # `ten million` is no aside
    pair = before == "or" and at > 1 and considered.read[at - 2].word.isdigit()
    choice = not pair and any(one.word == "or" for one in considered.read[:at])  # `together, or in two campaigns?`
    aside = not token.surface[:1].isdigit() and (choice or not (held or dated))
    return token.word.isdigit() and not few and not aside


def _date(read: Sequence[Token], at: int) -> bool:
    """A month, a day of the week, or `a century ago`; `may` and `march` only where a date would stand."""
    token, dated = read[at], at > 0 and read[at - 1].word in _DATING
    ago = token.word in _AGES and any(one.word == "ago" for one in read[at + 1 : at + 2])
    return token.word in CALENDAR or (token.word in _AMBIGUOUS and dated) or ago

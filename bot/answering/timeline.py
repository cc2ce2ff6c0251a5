"""Dated and placed facts, by actor, place and period, in the order of time."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model.entries import Fact, Pack

_LAST = "9999"
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}


def facts(
    packs: Iterable[Pack], *, who: str | None = None, where: str | None = None, period: str | None = None
) -> tuple[Fact, ...]:
    """The facts of an actor, a place (both ids of terms) and a period (ISO), the undated ones last."""
    found = [fact for pack in packs for fact in pack.facts if _fits(fact, who, where, period)]
    return tuple(sorted(found, key=lambda fact: (fact.when or _LAST).replace("/", "~")))


def period(text: str) -> str | None:
    """A period as people write it, in ISO: `2022`, `April 2022`, `3 May 2022`, `2022-01 to 2022-05`; None for none."""
    ends = [_date(part) for part in re.split(r"\s+(?:to|until|till)\s+|\s*/\s*|\s+[-–—]\s+", text.strip())]
    if len(ends) > 2 or None in ends:  # noqa: PLR2004 - from and to
        return None
    return "/".join(end for end in ends if end)


def _date(text: str) -> str | None:
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        return text
    words = re.findall(r"\w+", text.casefold())
    year = next((word for word in words if re.fullmatch(r"\d{4}", word)), None)
    month = next((_MONTHS[word] for word in words if word in _MONTHS), None)
    day = next((int(digits[1]) for word in words if (digits := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", word))), None)
    if year is None or month is None:
        return None
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def _fits(fact: Fact, who: str | None, where: str | None, wanted: str | None) -> bool:
    return (
        (who is None or who in fact.who)
        and (where is None or where in fact.where)
        and (wanted is None or (fact.when is not None and _meet(fact.when, wanted)))
    )


def _meet(one: str, other: str) -> bool:
    """Whether two periods have a day in common."""
    (start, end), (first, last) = _span(one), _span(other)
    return start <= last and first <= end


def _span(when: str) -> tuple[str, str]:
    """The first and the last day of a period, as text that sorts by time."""
    start, _, end = when.partition("/")
    return start.ljust(10, "!"), (end or start)[:10].ljust(10, "~")

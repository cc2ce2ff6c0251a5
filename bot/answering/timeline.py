"""Dated and placed facts, by actor, place and period, in the order of time."""

from __future__ import annotations

import calendar
import re
from datetime import datetime
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


def period(text: str, covered: str = "") -> str | None:
    """A period as people write it, in ISO: `2022`, `April 2022`, `3 May 2022`, `2022-01 to 2022-05`; None for none.

    A month or day without a year is the latest one `covered` (ISO, or words with a year in them). What is no date of
    the calendar, or ends before it begins, is no period.
    """
    parts = re.split(r"\s+(?:to|until|till)\s+|\s*/\s*|\s+[-–—]\s+", text.strip())
    ends = [end for part in parts if (end := _date(part, covered))]
    if len(ends) < len(parts) or len(ends) > 2:  # noqa: PLR2004 - from and to
        return None
    return "/".join(ends) if _span(ends[0])[0] <= _span(ends[-1])[1] else None


def _date(text: str, covered: str) -> str | None:
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        return text if _exists(text) else None
    words = re.findall(r"\w+", text.casefold())
    year = next((word for word in words if re.fullmatch(r"\d{4}", word)), None)
    month = next((_MONTHS[word] for word in words if word in _MONTHS), None)
    day = next((int(digits[1]) for word in words if (digits := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", word))), None)
    if month is None:
        return None
    rest = f"-{month:02}" + (f"-{day:02}" if day else "")
    date = (year or _year(rest, covered)) + rest
    return date if _exists(date) else None


def _year(rest: str, covered: str) -> str:
    """The latest year in which a month or day (`-04`, `-04-30`) is covered; of words the last one they name."""
    years = re.findall(r"\b\d{4}\b", covered)
    between = map(str, range(int(years[0]), int(years[-1]) + 1)) if years else ()
    return next((year for year in reversed([*between]) if _meet(year + rest, covered)), years[-1] if years else "")


def _exists(date: str) -> bool:
    """Whether the calendar has this year, month or day."""
    try:
        datetime.fromisoformat((date + "-01-01")[:10])
    except ValueError:
        return False
    return True


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

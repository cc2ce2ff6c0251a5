"""ISO dates as a reader says them: `2022-04` is April 2022, `2022-01/2022-05` January to May 2022."""

from __future__ import annotations

import calendar


def spoken(when: str) -> str:
    """A day, month, year or `from/to` of them; anything else as it stands."""
    start, _, end = when.partition("/")
    if not end or start == end:
        return _one(start)
    first, last = _one(start), _one(end)
    year = f" {start[:4]}"
    return f"{first.removesuffix(year) if start[:4] == end[:4] and len(start) > len(year) - 1 else first} to {last}"


def _one(date: str) -> str:
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:  # noqa: PLR2004 - year, month, day
        return date
    year, *rest = parts
    if not rest or not 1 <= int(rest[0]) <= 12:  # noqa: PLR2004 - months
        return date
    month = calendar.month_name[int(rest[0])]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"

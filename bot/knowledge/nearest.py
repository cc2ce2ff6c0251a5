"""The nearest valid name for one that isn't: what an editor most likely meant."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ALIKE = 0.66
MOST_SHOWN = 8
LONGEST_SHOWN = 60


def nearest(name: str, valid: Iterable[str]) -> str | None:
    """Find the name of `valid` that is most like this one, if any is."""
    near = get_close_matches(name[:200].lower(), sorted(set(valid)), n=1, cutoff=ALIKE)
    return near[0] if near else None


def suggest(name: str, valid: Iterable[str]) -> str:
    """Say what to write instead of `name`: the nearest of `valid`, or all of them when they are few."""
    names = sorted(set(valid))
    if near := nearest(name, names):
        return f"did you mean {shown(near)}?"
    if not names:
        return "there is none yet; add it, or leave this out"
    more = ", …" if len(names) > MOST_SHOWN else ""
    return f"use one of: {', '.join(map(_printable, names[:MOST_SHOWN]))}{more}"


def shown(text: object) -> str:
    """Put a text in quotes on one line, shortened, with nothing in it that can't be printed."""
    return f'"{_printable(text)}"'


def _printable(text: object) -> str:
    line = " ".join(str(text)[: 4 * LONGEST_SHOWN].split())
    line = line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)

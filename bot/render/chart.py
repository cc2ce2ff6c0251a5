"""Small charts as inline SVG: no script, no font and no colour of their own (the page's style gives them by class).

Classes: `frame`, `grid`, `tick`, `label`, and one that the caller names for each mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WIDTH: Final = 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 66, 22, 12, 44
_HALF: Final = 0.5
_FEWEST: Final = 4  # steps of an axis in per cent


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis shows: its name, its ends, and where its ticks stand with what they say."""

    name: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]

    @classmethod
    def of_shares(cls, name: str, high: float = 1.0) -> Axis:
        """From 0 to `high`, which is at most 1, in per cent."""
        step = next(step for step in (0.2, 0.1, 0.05, 0.02, 0.01) if high / step >= _FEWEST)
        return cls(name, 0.0, high, tuple((n * step, f"{100 * n * step:.0f} %") for n in range(round(high / step) + 1)))

    @classmethod
    def of_counts(cls, name: str, most: int) -> Axis:
        """From 0 to at least `most`, in whole numbers."""
        step = next(size * 10**power for power in range(9) for size in (1, 2, 5) if most <= 4 * size * 10**power)
        high = max(1, -(-most // step)) * step
        return cls(name, 0, high, tuple((n, str(n)) for n in range(0, high + 1, step)))

    def share(self, value: float) -> float:
        """How far along the axis a value lies, 0 to 1."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))


@dataclass(frozen=True, slots=True)
class Plane:
    """Two axes on a sheet `height` units high; marks are given in the axes' own units."""

    across: Axis
    up: Axis
    height: int = 300

    def x(self, value: float) -> float:
        """A value of the horizontal axis in units of the sheet."""
        return round(_LEFT + self.across.share(value) * (_WIDTH - _LEFT - _RIGHT), 2)

    def y(self, value: float) -> float:
        """A value of the vertical axis in units of the sheet, which counts downwards."""
        return round(self.height - _BOTTOM - self.up.share(value) * (self.height - _TOP - _BOTTOM), 2)


def chart(plane: Plane, said: str, marks: Iterable[str]) -> str:
    """The whole picture; `said` tells it to whoever can't see it."""
    inside = "".join((*_frame(plane), *marks))
    size = f'viewBox="0 0 {_WIDTH} {plane.height}"'
    return f'<svg {size} role="img" aria-label="{escape(said)}">{inside}</svg>'


def line(plane: Plane, points: Iterable[tuple[float, float]], kind: str) -> str:
    """A line through points."""
    path = " ".join(f"{plane.x(x)},{plane.y(y)}" for x, y in points)
    return f'<polyline class="{kind}" points="{path}"/>'


def dot(plane: Plane, at: tuple[float, float], kind: str, said: str, radius: float = 4) -> str:
    """A dot, with what it says when pointed at."""
    place = f'cx="{plane.x(at[0])}" cy="{plane.y(at[1])}" r="{radius:g}"'
    return f'<circle class="{kind}" {place}><title>{escape(said)}</title></circle>'


def diamond(plane: Plane, at: tuple[float, float], kind: str, said: str, radius: float = 6) -> str:
    """A mark that is told from a dot without its colour."""
    x, y = plane.x(at[0]), plane.y(at[1])
    path = f"M{x - radius} {y}L{x} {y - radius}L{x + radius} {y}L{x} {y + radius}Z"
    return f'<path class="{kind}" d="{path}"><title>{escape(said)}</title></path>'


def bars(plane: Plane, heights: Sequence[float], kind: str) -> str:
    """Bars of equal width side by side over the whole horizontal axis."""
    width = (_WIDTH - _LEFT - _RIGHT) / max(1, len(heights))
    return "".join(
        f'<rect class="{kind}" x="{_LEFT + number * width + 1:.2f}" y="{plane.y(height)}" width="{width - 2:.2f}" '
        f'height="{plane.y(plane.up.low) - plane.y(height):.2f}"><title>{height:g}</title></rect>'
        for number, height in enumerate(heights)
        if height
    )


def words(plane: Plane, at: tuple[float, float], text: str, kind: str = "label") -> str:
    """A word or two beside a point, on the side that has room."""
    right = plane.across.share(at[0]) < _HALF
    place = f'x="{plane.x(at[0]) + (8 if right else -8)}" y="{plane.y(at[1]) + 4}"'
    return f'<text class="{kind}" {place} text-anchor="{"start" if right else "end"}">{escape(text)}</text>'


def _frame(plane: Plane) -> Iterable[str]:
    """Grid, ticks and the axes' names."""
    left, right, bottom = _LEFT, _WIDTH - _RIGHT, plane.height - _BOTTOM
    for value, text in plane.across.ticks:
        x = plane.x(value)
        yield f'<path class="grid" d="M{x} {_TOP}V{bottom}"/>'
        yield f'<text class="tick" x="{x}" y="{bottom + 16}" text-anchor="middle">{escape(text)}</text>'
    for value, text in plane.up.ticks:
        y = plane.y(value)
        yield f'<path class="grid" d="M{left} {y}H{right}"/>'
        yield f'<text class="tick" x="{left - 6}" y="{y + 4}" text-anchor="end">{escape(text)}</text>'
    yield f'<path class="frame" d="M{left} {_TOP}V{bottom}H{right}"/>'
    below = f'x="{(left + right) / 2}" y="{plane.height - 8}"'
    yield f'<text class="label" {below} text-anchor="middle">{escape(plane.across.name)}</text>'
    beside = f'transform="translate(12 {(_TOP + bottom) / 2}) rotate(-90)"'
    yield f'<text class="label" {beside} text-anchor="middle">{escape(plane.up.name)}</text>'

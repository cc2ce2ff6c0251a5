"""The bench as one HTML page, with the growth as plots."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING

from bot.render.chart import Axis, Plane, chart, dot, line, words
from bot.render.webpage import figure, section, webpage
from bot.render.webpage import table as html
from bot.render.webpage import words as said
from tests.bench.tables import KEY, number, of_growth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.growth import Step
    from tests.bench.tables import Table

    Points = Sequence[tuple[float, float]]


def page(tables: Sequence[Table], steps: Sequence[Step], load: Table | None = None) -> str:
    """The whole page; what was not measured has no section."""
    sets = [html(one.title, one.heads, one.rows) for one in tables]
    body = section("Sets", *([*sets, f'<p class="soft">{said(KEY)}</p>'] if sets else ()))
    body += section("Growth", *(_growth(steps) if steps else ()))
    return webpage("Bench", body + section("Load", *([html(load.title, load.heads, load.rows)] if load else ())))


def _growth(steps: Sequence[Step]) -> tuple[str, ...]:
    found = of_growth(steps)
    ours = {
        "build, s": [(one.phrasings, one.build) for one in steps if one.build],
        "peak memory, MB": [(one.phrasings, one.peak) for one in steps if one.peak],
        "p50, ms a question": [(one.phrasings, one.p50) for one in steps if one.p50],
    }
    naive = [(one.phrasings, one.wratio) for one in steps if one.wratio]
    plots = (_plot(name, points, naive if name.startswith("p50") else []) for name, points in ours.items() if points)
    return html(found.title, found.heads, found.rows), '<div class="charts">' + "\n".join(plots) + "</div>"


def _plot(name: str, ours: Points, naive: Points) -> str:
    """One figure over the phrasings, both axes logarithmic; WRatio's dashed where it is told."""
    plane = Plane(_decades("phrasings", [x for x, _ in ours]), _decades(name, [y for _, y in [*ours, *naive]]))
    marks = [line(plane, _logs(ours), "curve"), *(_dots(plane, ours))]
    if naive:
        *_, last = _logs(naive)
        marks += [line(plane, _logs(naive), "ideal"), words(plane, last, "WRatio")]
    spoken = "; ".join(f"{x:,} phrasings: {number(y, 2)}" for x, y in ours)
    caption = f"{name}, over the number of phrasings" + ("; dashed: WRatio in the same run." if naive else ".")
    return figure(chart(plane, f"{name}. {spoken}", marks), caption)


def _dots(plane: Plane, points: Points) -> list[str]:
    pairs = zip(points, _logs(points), strict=True)
    return [dot(plane, at, "spot", f"{x:,} phrasings: {number(y, 2)}") for (x, y), at in pairs]


def _logs(points: Points) -> list[tuple[float, float]]:
    return [(log10(x), log10(y)) for x, y in points]


def _decades(name: str, values: Sequence[float]) -> Axis:
    """An axis of powers of ten around some values."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    high = max(high, low + 1)
    return Axis(name, low, high, tuple((power, f"{10.0**power:,g}") for power in range(low, high + 1)))

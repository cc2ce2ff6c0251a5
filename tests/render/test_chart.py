"""Charts: where values come to lie, and what axes say."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.chart import Axis, Plane, bars, chart, diamond, dot, line, words

PLANE = Plane(Axis.of_shares("stated"), Axis.of_counts("how <many>", 10))


@pytest.mark.parametrize(
    ("high", "said"),
    [
        (1.0, ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]),
        (0.5, ["0 %", "10 %", "20 %", "30 %", "40 %", "50 %"]),
        (0.2, ["0 %", "5 %", "10 %", "15 %", "20 %"]),
        (0.05, ["0 %", "1 %", "2 %", "3 %", "4 %", "5 %"]),
    ],
)
def test_ticks_in_per_cent_are_round(high: float, said: list[str]) -> None:
    """From nothing to the end of the axis."""
    assert said == [text for _, text in Axis.of_shares("risk", high).ticks]


@pytest.mark.parametrize(
    ("most", "said"),
    [
        (0, ["0", "1"]),
        (1, ["0", "1"]),
        (4, ["0", "1", "2", "3", "4"]),
        (5, ["0", "2", "4", "6"]),
        (70, ["0", "20", "40", "60", "80"]),
    ],
)
def test_ticks_of_counts_are_whole(most: int, said: list[str]) -> None:
    """At most five, the last one not below what is to be shown."""
    assert said == [text for _, text in Axis.of_counts("questions", most).ticks]


@given(st.integers(0, 10**6))
def test_an_axis_holds_what_it_is_for(most: int) -> None:
    """Every count up to the largest lies on the axis, with two to five ticks."""
    axis = Axis.of_counts("questions", most)

    assert most <= axis.high == axis.ticks[-1][0]
    assert 2 <= len(axis.ticks) <= 5


def test_values_lie_where_they_should() -> None:
    """Left to right and bottom to top; what is beyond an axis stays at its end."""
    assert PLANE.x(0) < PLANE.x(0.5) < PLANE.x(1) == PLANE.x(7)
    assert PLANE.y(0) > PLANE.y(5) > PLANE.y(12) == PLANE.y(99)


def test_a_chart_is_whole_and_says_what_it_shows() -> None:
    """Well-formed, told in words, and whatever is pointed at says its value."""
    marks = [
        line(PLANE, [(0, 0), (1, 10)], "curve"),
        dot(PLANE, (0.5, 5), "spot", "five & a half"),
        diamond(PLANE, (0.2, 3), "decided", "here"),
        bars(PLANE, [0, 3], "good"),
        words(PLANE, (0.2, 3), "<here>"),
    ]
    svg = ET.fromstring(chart(PLANE, 'said "so"', marks))  # noqa: S314 - our own picture

    assert ("img", 'said "so"') == (svg.get("role"), svg.get("aria-label"))
    assert ["five & a half", "here", "3"] == [title.text for title in svg.iter("title")]
    assert {"how <many>", "stated", "<here>"} == {one.text for one in svg.iter("text") if one.get("class") == "label"}

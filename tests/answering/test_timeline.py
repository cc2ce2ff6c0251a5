"""Facts in the order of time, and periods as people write them."""

from __future__ import annotations

import pytest

from bot.answering import timeline
from bot.model.entries import Fact, Pack, Place

PLACE = Place("facts/all.yaml", 1)


def fact(name: str, when: str | None = None, who: tuple[str, ...] = (), where: tuple[str, ...] = ()) -> Fact:
    """A fact that only says when, who and where."""
    return Fact(id=name, topic="All", states=name, when=when, who=who, where=where, place=PLACE)


PACK = Pack(
    id="ferries",
    title="Ferries",
    facts=(
        fact("undated", who=("board",)),
        fact("winter", "2021-01/2021-03", who=("board",), where=("skarn",)),
        fact("year", "2021"),
        fact("day", "2021-02-14", where=("skarn",)),
        fact("before", "2019-12-31", who=("board",)),
    ),
)


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({}, ["before", "year", "winter", "day", "undated"]),
        ({"who": "board"}, ["before", "winter", "undated"]),
        ({"who": "board", "where": "skarn"}, ["winter"]),
        ({"period": "2021-03"}, ["year", "winter"]),
        ({"period": "2021-02-14"}, ["year", "winter", "day"]),
        ({"period": "2019/2020"}, ["before"]),
        ({"period": "2022"}, []),
    ],
)
def test_facts_are_chosen_and_in_time_order(chosen: dict[str, str], found: list[str]) -> None:
    """Actor, place and any day in common choose; the undated stand last, and in no period."""
    assert found == [each.id for each in timeline.facts([PACK], **chosen)]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2022", "2022"),
        (" April 2022 ", "2022-04"),
        ("apr 2022", "2022-04"),
        ("3 May 2022", "2022-05-03"),
        ("May 3rd, 2022", "2022-05-03"),
        ("2022-01 to 2022-05", "2022-01/2022-05"),
        ("January 2022 - May 2022", "2022-01/2022-05"),
        ("2021/2022", "2021/2022"),
        ("March", "2022-03"),
        ("May", "2022-05"),
        ("June", "2021-06"),
        ("May 3", "2022-05-03"),
        ("3rd of May", "2022-05-03"),
        ("December to February", "2021-12/2022-02"),
        ("May 2022 to May 2022", "2022-05/2022-05"),
        ("2022-05-03 to 2022", "2022-05-03/2022"),
        ("2022-05 to 2022-01", None),
        ("2022-13", None),
        ("2022-02-30", None),
        ("31 April 2022", None),
        ("May 2022 to March 2022", None),
        ("soon", None),
        ("1 to 2 to 3", None),
        ("", None),
    ],
)
def test_periods_are_read_as_people_write_them(written: str, iso: str | None) -> None:
    """A year, a month, a day, or two with a dash or `to` between them; without a year the one covered is meant."""
    assert iso == timeline.period(written, "2021-05/2022-05")


@pytest.mark.parametrize(
    ("covered", "iso"), [("spring 2019", "2019-03"), ("2019-06-10", "2019-03"), ("2018/2019", "2019-03"), ("", None)]
)
def test_a_month_alone_needs_a_year_that_is_covered(covered: str, iso: str | None) -> None:
    """Words and a single date tell the year as well; without any there is none."""
    assert iso == timeline.period("March", covered)

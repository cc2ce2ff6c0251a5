"""What can be found in a pack."""

from __future__ import annotations

from bot.matching.candidates import candidates
from tests import hollin

FOUND = {candidate.id: candidate for candidate in candidates(hollin.pack())}


def test_entries_facts_and_gaps_are_found() -> None:
    """Everything with a question of its own; only gaps hold back."""
    pack = hollin.pack()

    assert {item.id for item in (*pack.entries, *pack.facts, *pack.gaps)} == FOUND.keys()
    assert {gap.id for gap in pack.gaps} == {key for key, candidate in FOUND.items() if not candidate.answers}


def test_an_entry_says_what_its_facts_say() -> None:
    """A fact that an entry takes speaks for it, with its names."""
    raid = FOUND["raid-on-hollin"]

    assert "4 March 2019" in raid.says
    assert {"auditor", "hollin", "tarnia"} == raid.terms


def test_two_that_rest_on_one_paragraph_are_neighbours() -> None:
    """A neighbour would do as an answer where an entry is missing."""
    assert FOUND["first-raid"].shares_passage(FOUND["how-many-raids"])
    assert not FOUND["wall"].shares_passage(FOUND["how-many-raids"])

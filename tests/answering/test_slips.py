"""Slips of the hand, and other words."""

from __future__ import annotations

import pytest

from bot.answering.slips import folded, slipped


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Almeida", "almeda", True),
        ("Almeida", "Almieda", True),
        ("Skarn", "Skran", True),
        ("Türkiye", "turkiye", True),
        ("P.K.K.", "pkk", True),
        ("inspector general", "inspecter genaral", True),
        ("sovereignty", "soverenty", True),
        ("Iraq", "Iran", False),
        ("Iraqi army", "Irani army", False),
        ("northern Iraq", "southern Iraq", False),
        ("Australia", "Austria", False),
        ("sea wall", "wall", False),
        ("Turkey", "Türkiye", False),
    ],
)
def test_a_slip_is_told_from_another_word(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    """A letter or two of a longer word, never its first; short words differ when they differ."""
    assert same == slipped(folded(one), folded(other)) == slipped(folded(other), folded(one))

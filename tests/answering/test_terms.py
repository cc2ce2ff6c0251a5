"""Terms of the glossary by any spelling."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering import terms
from tests import hollin


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("NIB", "bureau"),
        ("n.i.b.", "bureau"),
        ("Tarnian", "tarnia"),
        ("tarnain navy", "tarnian-navy"),
        ("holm", "holm"),
        ("Skran", "skarn"),
        ("Harbor Auditor", "auditor"),
        ("TÁRNIA", "tarnia"),
    ],
)
def test_a_term_is_found_by_its_spellings_and_mistyped(typed: str, found: str) -> None:
    """Aliases, acronyms, accents and a slip in a longer word lead to the same term."""
    assert found == getattr(terms.named([hollin.pack()], typed), "id", None)


@pytest.mark.parametrize(
    "typed", ["", "   ", "xylophone", "wall", "tarnian nav", "Velmark navy", "Tarnian army", "grey", "Port Easter"]
)
def test_what_is_only_near_to_a_term_is_none(typed: str) -> None:
    """An unknown name is no term, nor is a part of one, or another name of the same shape."""
    assert terms.named([hollin.pack()], typed) is None


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("wall", ["seawall"]),
        ("tarnian nav", ["tarnian-navy"]),
        ("tarni", ["tarnia", "tarnian-navy"]),
        ("nvaal int", ["bureau"]),
        ("xylophone", []),
    ],
)
def test_what_is_near_is_offered(typed: str, near: list[str]) -> None:
    """Beginnings of a name or of its words, mistyped ones too, are there to pick from."""
    assert near == [term.id for term in terms.find([hollin.pack()], typed)]


def test_a_name_of_another_sort_is_not_taken_for_one_of_this() -> None:
    """Hollin is a place, so it is no actor, however much an actor's name may look like it."""
    actors = [hollin.pack().terms["tarnia"], replace(hollin.pack().terms["holm"], aliases=("Holling",))]
    assert terms.named([hollin.pack()], "Hollin", actors) is None
    assert "tarnia" == getattr(terms.named([hollin.pack()], "tarnia", actors), "id", None)


def test_nothing_typed_lists_all_by_name() -> None:
    """An empty text offers the terms in the order of their names."""
    names = [term.name for term in terms.find([hollin.pack()], "", 3)]
    assert ["Aster Courier", "Grey Gulls", "Harbour Auditor"] == names

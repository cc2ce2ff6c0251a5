"""Terms of the glossary by any spelling."""

from __future__ import annotations

import pytest

from bot.answering import terms
from tests import hollin


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("NIB", "bureau"),
        ("n.i.b.", "bureau"),
        ("Tarnian", "tarnia"),
        ("tarnian nav", "tarnian-navy"),
        ("holm", "holm"),
        ("Skran", "skarn"),
        ("wall", "seawall"),
    ],
)
def test_a_term_is_found_by_its_spellings_its_beginning_and_mistyped(typed: str, found: str) -> None:
    """Aliases, acronyms, beginnings of words and swapped letters lead to the same term."""
    assert found == getattr(terms.named([hollin.pack()], typed), "id", None)


@pytest.mark.parametrize("typed", ["", "   ", "xylophone"])
def test_nothing_like_a_term_is_none(typed: str) -> None:
    """An unknown name is no term, and nothing typed is none."""
    assert terms.named([hollin.pack()], typed) is None


def test_nothing_typed_lists_all_by_name() -> None:
    """An empty text offers the terms in the order of their names."""
    names = [term.name for term in terms.find([hollin.pack()], "", 3)]
    assert ["Aster Courier", "Grey Gulls", "Harbour Auditor"] == names
